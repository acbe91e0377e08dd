package io.bellwether.app.manual;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.catalog.Resolver;
import io.bellwether.core.definition.Definitions;
import io.bellwether.core.source.SourceFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A workspace whose metrics people type in, and what they give. */
final class Manual {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    static final Catalog CATALOG = catalog("""
            time_zone: Europe/Paris
            calendar: { fiscal_year_starts: february }
            people: [ { email: maria@example.com }, { email: sam@example.com } ]
            metrics:
              - { name: mood, manual: { every: month, by: { region: [EU, US] } }, unit: percent }
              - { name: heads, manual: { every: month }, unit: count, over_time: last }
              - { name: hours, manual: { every: fiscal_quarter, by: [team] }, unit: minutes }
              - { name: visits, manual: { every: week }, unit: count }
              - { name: both, expression: mood * heads }
            """);

    private Manual() {}

    static Catalog catalog(String text) {
        var parsed = Definitions.parse(List.of(new SourceFile("bellwether.yml", text)));
        return Resolver.resolve(parsed.definitions(), (name, source, span) -> {
                    throw new AssertionError(name);
                })
                .sound();
    }

    static Person person(String email) {
        return CATALOG.operations().person(email).orElseThrow();
    }

    static Values.Giving giving(String metric) {
        return giving(metric, "maria@example.com");
    }

    static Values.Giving giving(String metric, String by) {
        return new Values.Giving(CATALOG, metric, person(by), NOW, "typed");
    }

    static Entry entry(String period, @Nullable String value, String... where) {
        return entry(period, value, null, where);
    }

    static Entry entry(String period, @Nullable String value, @Nullable String reason, String[] where) {
        Map<String, String> members = where.length == 0 ? Map.of() : Map.of(where[0], where[1]);
        return new Entry(part -> part.isEmpty() ? "here" : "here." + part, period, members, value, reason);
    }

    static Values.Batch batch(Entry... entries) {
        return new Values.Batch(List.of(entries), null, null, null);
    }
}
