package io.bellwether.core.lint;

import io.bellwether.core.catalog.Resolution;
import io.bellwether.core.catalog.Resolver;
import io.bellwether.core.catalog.SourceSchema;
import io.bellwether.core.definition.Definitions;
import io.bellwether.core.definition.KpiDefinition;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that keeps a workspace from being used, as far as can be said without running a query over its rows. What it does
 * against the experience of the field is told by {@link Practice}.
 */
public final class Lint {
    private static final List<KpiRule> RULES = List.of(
            new KpiWithoutObjective(),
            new KpiWithoutTarget(),
            new KpiWithoutTimeframe(),
            new KpiWithoutOwner(),
            new KpiWithoutCadence(),
            new KpiWithoutDirection());

    private Lint() {}

    /** Files to catalog: parsed, resolved and linted, with the problems of all three by file and place. */
    public static Resolution check(List<SourceFile> files, SourceSchema.Reader schemas) {
        return check(Definitions.parse(files), schemas);
    }

    /** The same for files that are parsed already. */
    public static Resolution check(Definitions.Parsed parsed, SourceSchema.Reader schemas) {
        Resolution resolution = Resolver.resolve(parsed.definitions(), schemas);
        List<Diagnostic> all = new ArrayList<>(parsed.diagnostics());
        all.addAll(resolution.diagnostics());
        Set<Diagnostic> apart = new HashSet<>(resolution.apart());
        List<Diagnostic> rules = new ArrayList<>();
        for (KpiDefinition kpi : parsed.definitions().kpis()) {
            if (kpi.isActive()) {
                RULES.stream()
                        .map(rule -> rule.check(kpi, resolution.sound()))
                        .flatMap(Optional::stream)
                        .forEach(rules::add);
            }
        }
        resolution.sound().operations().waivers().stream()
                .map(WaiverCodes::check)
                .flatMap(Optional::stream)
                .forEach(rules::add);
        all.addAll(rules);
        apart.addAll(rules);
        return new Resolution(resolution.sound(), Resolver.sorted(all), apart);
    }
}
