package io.bellwether.app.query;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Connection;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.DataTest;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.plan.MetricShape;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.Node;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Completeness;
import io.bellwether.core.time.Grain;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far the data of datasets reaches, and whether their tests hold, by one statement for all on the same engine. */
public final class HealthCheck {
    private static final String FACTS = "facts of ";

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

    /**
     * The name under which {@link #look} tells how far the rows of a metric reach that get their time from another dataset.
     * No dataset can have it.
     */
    public static String factsOf(String metric) {
        return FACTS + metric;
    }

    /** The days that have rows of a metric, wherever their time comes from. */
    private Found ofFacts(Catalog catalog, String name, AsOf asOf, Deadline deadline) {
        String metric = name.substring(FACTS.length());
        var text = new QuestionText(List.of(metric), List.of("time.day"), null, null, null, List.of(), List.of(), null);
        try {
            Answer answer = answering.answer(catalog, Queries.parse(catalog, text, asOf, asOf.seenBefore()), deadline);
            Calendar calendar = catalog.workspace().calendar();
            List<LocalDate> days = answer.table().rows().stream()
                    .filter(row -> row.getLast() != null)
                    .flatMap(row -> Stream.ofNullable(local(row.getFirst(), calendar)))
                    .map(LocalDateTime::toLocalDate)
                    .sorted()
                    .toList();
            LocalDateTime first = days.isEmpty() ? null : days.getFirst().atStartOfDay();
            LocalDateTime last = days.isEmpty() ? null : days.getLast().atStartOfDay();
            TemporalAmount every = expected(catalog, metric);
            Completeness told = Completeness.of(asOf, every, first, last, calendar);
            Completeness complete = every == null ? told.withSilence(UsualSilence.of(days)) : told;
            return new Found(Map.of(name, new Health(complete, List.of())), Map.of(), answer.statements());
        } catch (DiagnosticException e) {
            return new Found(Map.of(), Map.of(name, e.diagnostics().getFirst()), List.of());
        }
    }

    /** What the datasets of the rows say of how often they come, the first that says it; null where none does. */
    private static @Nullable TemporalAmount expected(Catalog catalog, String metric) {
        return MetricShape.of(catalog, MetricUse.of(metric)).homes().stream()
                .flatMap(home -> catalog.dataset(home).stream())
                .filter(dataset -> dataset.time() == null)
                .flatMap(dataset -> Stream.ofNullable(dataset.expectedEvery()))
                .findFirst()
                .orElse(null);
    }

    /** Looks at the rows of each dataset that the as-of lets us see; one that cannot be read fails alone. */
    public Found look(Catalog catalog, Collection<String> datasets, AsOf asOf, Deadline deadline) {
        Map<Optional<Connection>, List<String>> places = new LinkedHashMap<>();
        List<String> facts = datasets.stream().filter(n -> n.startsWith(FACTS)).toList();
        for (String name : datasets.stream().filter(n -> !facts.contains(n)).toList()) {
            Dataset dataset = catalog.dataset(name).orElseThrow();
            places.computeIfAbsent(dataset.source().connection(), c -> new ArrayList<>())
                    .add(name);
        }
        Found found = new Found(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        places.values().forEach(some -> found.add(ofOneEngine(catalog, some, asOf, deadline)));
        facts.forEach(name -> found.add(ofFacts(catalog, name, asOf, deadline)));
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
        List<Ran> statements = new ArrayList<>(answer.statements());
        statements.addAll(usual(catalog, scans, found, asOf, deadline));
        return new Found(found, Map.of(), statements);
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
            if (test instanceof DataTest.Readable) {
                long aside = answering.setAside(dataset);
                if (aside > 0) {
                    failures.add(TestResults.broken(dataset, test, aside));
                }
            } else if (test instanceof DataTest.Unique unique) {
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

    /** Where nothing is said of how often rows come, the days that have some say it: one statement for all of them. */
    private List<Ran> usual(
            Catalog catalog, List<HealthScan> all, Map<String, Health> found, AsOf asOf, Deadline deadline) {
        List<HealthScan> silent = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        for (HealthScan scan : all) {
            LocalDateTime last = Objects.requireNonNull(found.get(scan.dataset().name()))
                    .completeness()
                    .lastRow();
            if (scan.isSilent() && last != null) {
                silent.add(scan);
                nodes.add(scan.days(last));
            } else if (scan.isSilent()) {
                found.computeIfPresent(scan.dataset().name(), (name, health) -> health.withSilence(0));
            }
        }
        if (silent.isEmpty()) {
            return List.of();
        }
        Answer answer = answering.run(catalog, days(catalog, silent, nodes, asOf), deadline);
        for (HealthScan scan : silent) {
            int column = answer.table().position(scan.daysOf());
            List<LocalDate> days = answer.table().rows().stream()
                    .filter(row -> row.get(column) instanceof Number count && count.longValue() > 0)
                    .flatMap(row -> Stream.ofNullable(
                            local(row.getFirst(), catalog.workspace().calendar())))
                    .map(LocalDateTime::toLocalDate)
                    .sorted()
                    .toList();
            found.computeIfPresent(scan.dataset().name(), (name, health) -> health.withSilence(UsualSilence.of(days)));
        }
        return answer.statements();
    }

    private static Plan days(Catalog catalog, List<HealthScan> scans, List<Node> nodes, AsOf asOf) {
        Node relation = nodes.size() == 1
                ? nodes.getFirst()
                : new Node.Stack("by_day", "the days of all, side by side", nodes, List.of(HealthScan.DAY));
        List<Node.Named> columns = new ArrayList<>();
        columns.add(HealthScan.column(HealthScan.DAY));
        scans.forEach(scan -> columns.add(HealthScan.column(scan.daysOf())));
        return new Plan(
                catalog.workspace().calendar(), relation, columns, 1, null, List.of(), null, List.of(), asOf.moment());
    }

    private static Completeness completeness(HealthScan scan, Answer answer, AsOf asOf, Calendar calendar) {
        Dataset dataset = scan.dataset();
        if (scan.time() == null) {
            return Completeness.upTo(asOf.seenBefore());
        }
        TemporalAmount every = dataset.expectedEvery();
        boolean never = Period.ZERO.equals(every);
        TemporalAmount settles = dataset.holding().settlesAfter();
        LocalDateTime first = dataset.time() == null ? null : local(value(answer, scan.first()), calendar);
        LocalDateTime last = local(value(answer, scan.last()), calendar);
        Grain covered = dataset.source() instanceof DataSource.Typed typed
                ? typed.every()
                : dataset.holding().covers();
        Completeness told = covered != null && !never
                ? Completeness.ofPeriods(asOf, covered, first, last, calendar)
                : Completeness.of(asOf, every, first, last, calendar);
        return told.settlingAfter(settles == null && !never ? every : settles);
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
