package io.bellwether.app.query;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Connection;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.DataTest;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.plan.Node;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Completeness;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far the data of datasets reaches, and whether their tests hold, by one statement for all on the same engine. */
public final class HealthCheck {
    private final Answering answering;

    public HealthCheck(Answering answering) {
        this.answering = answering;
    }

    /**
     * @param health of each dataset that there is something to know of, by name
     * @param problems the first problem of each dataset that cannot be read, by name
     * @param statements what ran
     */
    public record Found(Map<String, Health> health, Map<String, Diagnostic> problems, List<Ran> statements) {
        private void add(Found other) {
            health.putAll(other.health());
            problems.putAll(other.problems());
            statements.addAll(other.statements());
        }

        /** What is known of one dataset. */
        public Optional<Health> of(String dataset) {
            return Optional.ofNullable(health.get(dataset));
        }

        /** Why what stands on these datasets cannot be read, if so. */
        public Optional<Diagnostic> problem(Collection<String> datasets) {
            return datasets.stream().map(problems::get).filter(Objects::nonNull).findFirst();
        }

        /** How far what stands on these datasets together reaches. */
        public Completeness completeness(Collection<String> datasets, AsOf asOf) {
            return Completeness.of(
                    of(datasets).stream().map(Health::completeness).toList(), asOf);
        }

        /** The tests that failed on any of these datasets. */
        public List<Health.Failure> failures(Collection<String> datasets) {
            return of(datasets).stream().flatMap(h -> h.failures().stream()).toList();
        }

        private List<Health> of(Collection<String> datasets) {
            return datasets.stream().map(health::get).filter(Objects::nonNull).toList();
        }
    }

    /** Looks at the rows of each dataset that the as-of lets us see; one that cannot be read fails alone. */
    public Found look(Catalog catalog, Collection<String> datasets, AsOf asOf, Deadline deadline) {
        Map<Optional<Connection>, List<String>> places = new LinkedHashMap<>();
        for (String name : datasets) {
            Dataset dataset = catalog.dataset(name).orElseThrow();
            places.computeIfAbsent(dataset.source().connection(), c -> new ArrayList<>())
                    .add(name);
        }
        Found found = new Found(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        places.values().forEach(some -> found.add(ofOneEngine(catalog, some, asOf, deadline)));
        return found;
    }

    private Found ofOneEngine(Catalog catalog, List<String> datasets, AsOf asOf, Deadline deadline) {
        try {
            return together(catalog, datasets, asOf, deadline);
        } catch (DiagnosticException together) {
            return oneByOne(catalog, datasets, asOf, deadline);
        }
    }

    private Found oneByOne(Catalog catalog, Collection<String> datasets, AsOf asOf, Deadline deadline) {
        Map<String, Health> health = new LinkedHashMap<>();
        Map<String, Diagnostic> problems = new LinkedHashMap<>();
        List<Ran> statements = new ArrayList<>();
        for (String dataset : datasets) {
            try {
                Found found = together(catalog, List.of(dataset), asOf, deadline);
                health.putAll(found.health());
                statements.addAll(found.statements());
            } catch (DiagnosticException e) {
                problems.put(dataset, e.diagnostics().getFirst());
            }
        }
        return new Found(health, problems, statements);
    }

    private Found together(Catalog catalog, Collection<String> datasets, AsOf asOf, Deadline deadline) {
        List<HealthScan> scans = new ArrayList<>();
        for (String name : datasets) {
            HealthScan scan = new HealthScan(catalog, catalog.dataset(name).orElseThrow(), scans.size(), asOf);
            if (scan.isSaid()) {
                scans.add(scan);
            }
        }
        Calendar calendar = catalog.workspace().calendar();
        List<Node.Scan> nodes = scans.stream().flatMap(s -> s.nodes().stream()).toList();
        Answer answer = nodes.isEmpty()
                ? new Answer(new Table(List.of(), List.of()), List.of())
                : answering.run(catalog, plan(nodes, calendar, asOf), deadline);
        Map<String, Health> found = new LinkedHashMap<>();
        for (HealthScan scan : scans) {
            found.put(scan.dataset().name(), health(scan, answer, calendar, deadline));
        }
        return new Found(found, Map.of(), answer.statements());
    }

    /** What would be asked of each dataset. */
    public static List<Plan> looks(Catalog catalog, Collection<String> datasets, AsOf asOf) {
        return datasets.stream()
                .map(name -> new HealthScan(catalog, catalog.dataset(name).orElseThrow(), 0, asOf))
                .filter(scan -> !scan.measures().isEmpty())
                .map(scan -> plan(List.of(scan.node()), catalog.workspace().calendar(), asOf))
                .toList();
    }

    private static Plan plan(List<Node.Scan> scans, Calendar calendar, AsOf asOf) {
        List<Node.Named> columns = scans.stream()
                .flatMap(s -> s.measures().stream())
                .map(HealthScan::column)
                .toList();
        Node relation = scans.size() == 1
                ? scans.getFirst()
                : new Node.Stack("together", "side by side", List.copyOf(scans), List.of());
        return new Plan(calendar, relation, columns, 0, null, List.of(), null, List.of(), asOf.moment());
    }

    private Health health(HealthScan scan, Answer answer, Calendar calendar, Deadline deadline) {
        Dataset dataset = scan.dataset();
        Completeness completeness = completeness(scan, answer, scan.asOf(), calendar);
        List<Health.Failure> failures = new ArrayList<>();
        for (int i = 0; i < dataset.checks().size(); i++) {
            DataTest test = dataset.checks().get(i);
            if (test instanceof DataTest.Unique unique) {
                if (!answering.isUnique(dataset, unique.fields(), deadline)) {
                    failures.add(TestResults.broken(dataset, test, -1));
                }
            } else {
                new TestResults(scan, answer, completeness.mark(), calendar)
                        .failure(test, i)
                        .ifPresent(failures::add);
            }
        }
        return new Health(completeness, failures);
    }

    private static Completeness completeness(HealthScan scan, Answer answer, AsOf asOf, Calendar calendar) {
        Dataset dataset = scan.dataset();
        if (dataset.time() == null) {
            return Completeness.upTo(asOf.seenBefore());
        }
        LocalDateTime first = local(value(answer, scan.first()), calendar);
        LocalDateTime last = local(value(answer, scan.last()), calendar);
        return dataset.source() instanceof DataSource.Typed typed
                ? Completeness.ofPeriods(asOf, typed.every(), first, last, calendar)
                : Completeness.of(asOf, dataset.expectedEvery(), first, last, calendar);
    }

    static @Nullable Object value(Answer answer, String column) {
        return answer.table().rows().getFirst().get(answer.table().position(column));
    }

    private static @Nullable LocalDateTime local(@Nullable Object value, Calendar calendar) {
        return switch (value) {
            case LocalDateTime time -> time;
            case LocalDate date -> date.atStartOfDay();
            case Instant instant -> LocalDateTime.ofInstant(instant, calendar.zone());
            case null, default -> null;
        };
    }
}
