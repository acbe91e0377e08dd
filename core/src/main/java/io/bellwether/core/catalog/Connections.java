package io.bellwether.core.catalog;

import io.bellwether.core.definition.ConnectionDefinition;
import io.bellwether.core.definition.DatasetDefinition.ByDefinition;
import io.bellwether.core.definition.DatasetDefinition.Source;
import io.bellwether.core.definition.Definitions;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The connections by name, and the sources that stand on them. */
final class Connections {
    private static final List<String> ENDINGS =
            List.of("csv", "tsv", "txt", "parquet", "json", "jsonl", "ndjson", "xlsx", "gz", "zst");
    private static final Pattern ONE_QUERY =
            Pattern.compile("\\s*(?:select|with|values|table)\\b[^;]*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Map<String, Connection> byName = new LinkedHashMap<>();
    private final Set<String> broken;
    private final Problems problems;

    Connections(Definitions definitions, Problems problems) {
        this.broken = definitions.broken();
        this.problems = problems;
        for (ConnectionDefinition definition : definitions.connections()) {
            byName.put(
                    definition.name().value(),
                    new Connection(
                            definition.name().value(),
                            EngineKind.valueOf(definition.engine().value().toUpperCase(Locale.ROOT)),
                            definition.url().value(),
                            AboutMetric.text(definition.user()),
                            AboutMetric.text(definition.password()),
                            definition.keepAnswers() == null
                                    ? Connection.KEEP_ANSWERS
                                    : definition.keepAnswers().value()));
        }
    }

    /** Null, with a problem, where the definition names no source that there could be. */
    @Nullable
    DataSource source(Source source) {
        return switch (source) {
            case Source.Path path -> isTable(path.path()) ? table(path) : new DataSource.Files(path.path());
            case Source.Query query -> query(query);
            case Source.Typed typed ->
                new DataSource.Typed(
                        typed.metric(),
                        typed.manual().every().value(),
                        typed.manual().by().stream().map(Connections::by).toList());
        };
    }

    private static DataSource.By by(ByDefinition by) {
        return new DataSource.By(
                by.name().value(), by.members().stream().map(Located::value).toList());
    }

    /** {@code warehouse.sales.orders}: words and dots, and the last word is no file's ending. */
    private static boolean isTable(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return path.matches("\\w+(\\.\\w+)+") && !ENDINGS.contains(ending);
    }

    private @Nullable DataSource table(Source.Path path) {
        int dot = path.path().indexOf('.');
        Span place = path.span();
        Connection on = find(path.path().substring(0, dot), place);
        return on == null ? null : new DataSource.Table(on, path.path().substring(dot + 1));
    }

    private @Nullable DataSource query(Source.Query query) {
        if (query.on() == null) {
            String message = "a query needs the connection that it runs on";
            problems.add(Code.MISSING_KEY, query.sql().span(), message, "add on: and the name of a connection");
            return null;
        }
        Connection on = find(query.on().value(), query.on().span());
        if (!ONE_QUERY.matcher(query.sql().value()).matches()) {
            String message = "a source is one query without a semicolon";
            problems.add(Code.FORBIDDEN, query.sql().span(), message, "begin with select or with");
            return null;
        }
        return on == null ? null : new DataSource.Query(on, query.sql().value());
    }

    private @Nullable Connection find(String name, Span place) {
        Connection found = byName.get(name);
        if (found == null && !broken.contains(name)) {
            String fix = Nearest.fix(name, byName.keySet())
                    .orElse("define it under connections:, or name a file by its ending");
            problems.add(Code.UNKNOWN_NAME, place, "no connection named \"" + name + "\"", fix);
        }
        return found;
    }
}
