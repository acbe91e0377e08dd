package io.bellwether.core.definition;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** The YAML library's complaints in plain words: where it stopped says what a person meant to write. */
final class YamlWords {
    static final String QUOTE = "put the text in quotes";

    private final Places places;
    private final YamlLine line;
    private final String problem;
    private final String context;
    private final Span here;
    private final Span start;

    private YamlWords(MarkedYamlEngineException e, Places places) {
        this.places = places;
        this.problem = e.getProblem() == null ? "" : e.getProblem();
        this.context = e.getContext() == null ? "" : e.getContext();
        int at = places.offset(e.getProblemMark());
        this.line = new YamlLine(places.file(), at);
        this.here = places.file().span(at, at + 1);
        int from = e.getContextMark().isEmpty() ? at : places.offset(e.getContextMark());
        this.start = places.file().span(from, from + 1);
    }

    static Diagnostic explain(MarkedYamlEngineException e, Places places) {
        YamlWords words = new YamlWords(e, places);
        if (words.problem.contains("TAB") || words.here.text().equals("\t")) {
            return Code.TAB.at(words.here, "a tab stands where YAML wants spaces", "indent by spaces");
        }
        return words.inside();
    }

    /** An anchor, a tag, a repetition of an anchor: people who write these signs rarely mean them. */
    static Diagnostic sign(Span span) {
        String sign = span.text().substring(0, 1);
        return Code.YAML.at(span, "a text cannot begin with \"" + sign + "\", which means something in YAML", QUOTE);
    }

    /** What is known from the thing that the library was reading. */
    private Diagnostic inside() {
        if (context.contains("quoted scalar")) {
            String fix = problem.contains("escape") ? "write \\\\ for a backslash, or use single quotes" : "close it";
            return Code.YAML.at(start, "the quote that opens here is not closed rightly", fix);
        }
        if (context.contains("an anchor") || context.contains("an alias") || context.contains("tag")) {
            return sign(start);
        }
        if (context.contains("block scalar")) {
            String sign = start.text();
            return Code.YAML.at(start, "after \"" + sign + "\" a text begins in the next line", QUOTE);
        }
        if (context.contains("directive") || problem.contains("<document start>")) {
            Span percent = line.percent();
            return percent == null ? unknown() : Code.YAML.at(percent, "a line cannot begin with \"%\"", QUOTE);
        }
        return line.followsAnEnd() ? afterAnEnd() : outside();
    }

    private Diagnostic afterAnEnd() {
        String fix =
                line.quoted().map(text -> "put all of it in quotes: " + text).orElse("put all of it in quotes");
        String what = line.endsInQuote() ? "the quote" : "the list or block";
        return Code.YAML.at(here, what + " closes before this, and more follows", fix);
    }

    private Diagnostic outside() {
        if (context.contains("flow mapping") || context.contains("flow sequence")) {
            boolean mapping = context.contains("mapping");
            return Code.YAML.at(
                    here,
                    (mapping ? "the { … }" : "the [ … ]") + " of line " + start.line() + " breaks off here",
                    "close it with " + (mapping ? "}" : "]") + ", or put a text with commas or quotes in quotes");
        }
        if (problem.contains("mapping values are not allowed") || problem.contains("could not find expected ':'")) {
            return colon();
        }
        if (problem.contains("entries are not allowed") || problem.contains("keys are not allowed")) {
            String sign = here.text();
            return Code.YAML.at(
                    here, "\"" + sign + " \" cannot stand here", "begin it in a line of its own, or " + QUOTE);
        }
        if (problem.contains("cannot start any token")) {
            return Code.YAML.at(here, "a text cannot begin with \"" + here.text() + "\"", QUOTE);
        }
        if (here.text().equals("]") || here.text().equals("}")) {
            return Code.YAML.at(here, "nothing opens before this \"" + here.text() + "\"", "remove it, or " + QUOTE);
        }
        return problem.contains("<block end>") || problem.contains("block mapping") || context.contains("block")
                ? Code.YAML.at(here, "this does not line up with the lines above", "check the indentation")
                : unknown();
    }

    /** One ":" too many, or none in the line before: then YAML took both lines for one text. */
    private Diagnostic colon() {
        boolean none = problem.contains("could not find");
        YamlLine line = none ? new YamlLine(places.file(), start.start()) : this.line.before();
        return key(line)
                .orElseGet(() -> none
                        ? Code.YAML.at(
                                start, "this line is not \"key: value\"", "add \":\", or indent it as part of a text")
                        : Code.YAML.at(here, "a second \":\" in one line", QUOTE + ", or start a new line"));
    }

    /** What is wrong with a line that should have been a key, if that can be seen. */
    private static Optional<Diagnostic> key(@Nullable YamlLine line) {
        String text = line == null ? "" : line.content().text();
        if (line != null && line.isBareWord()) {
            return Optional.of(Code.YAML.at(line.content(), "\"" + text + "\" lacks its \":\"", "write " + text + ":"));
        }
        if (line != null && line.isTightPair()) {
            String message = "\"" + text + "\" lacks a space after \":\"";
            return Optional.of(Code.YAML.at(line.content(), message, "write " + text.replaceFirst(":", ": ")));
        }
        return Optional.empty();
    }

    private Diagnostic unknown() {
        return key(line.before())
                .orElseGet(() ->
                        Code.YAML.at(here, "from here on it is not YAML", "check quotes, colons and indentation"));
    }
}
