package io.bellwether.core.definition;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Span;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** The YAML library's complaints in plain words. */
final class YamlWords {
    private YamlWords() {}

    static Diagnostic explain(MarkedYamlEngineException e, Places places) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        String context = e.getContext() == null ? "" : e.getContext();
        int at = places.offset(e.getProblemMark());
        Span here = places.file().span(at, at + 1);
        Span start = e.getContextMark().isEmpty()
                ? here
                : places.file().span(places.offset(e.getContextMark()), places.offset(e.getContextMark()) + 1);
        if (problem.contains("TAB") || places.file().text().startsWith("\t", at)) {
            return Code.TAB.at(here, "a tab stands where YAML wants spaces", "indent by spaces");
        }
        if (context.contains("quoted scalar")) {
            return Code.YAML.at(start, "the quote that opens here is not closed rightly", quoteFix(problem));
        }
        if (context.contains("flow mapping") || context.contains("flow sequence")) {
            boolean mapping = context.contains("mapping");
            return Code.YAML.at(
                    here,
                    (mapping ? "the { … }" : "the [ … ]") + " of line " + start.line() + " breaks off here",
                    "close it with " + (mapping ? "}" : "]") + ", or put a text with commas or quotes in quotes");
        }
        if (problem.contains("mapping values are not allowed")) {
            return Code.YAML.at(here, "a second \":\" in one line", "put the text in quotes, or start a new line");
        }
        if (problem.contains("could not find expected ':'")) {
            return Code.YAML.at(start, "this line is not \"key: value\"", "add \":\", or indent it as part of a text");
        }
        if (problem.contains("<block end>") || problem.contains("block mapping") || context.contains("block")) {
            return Code.YAML.at(here, "this does not line up with the lines above", "check the indentation");
        }
        if (problem.contains("cannot start any token")) {
            return Code.YAML.at(here, "a text cannot begin with this character", "put the text in quotes");
        }
        return Code.YAML.at(here, "this is not YAML: " + problem, null);
    }

    private static String quoteFix(String problem) {
        return problem.contains("escape") ? "write \\\\ for a backslash, or use single quotes" : "close it";
    }
}
