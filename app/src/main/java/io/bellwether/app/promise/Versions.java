package io.bellwether.app.promise;

import io.bellwether.app.store.Change;
import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.judge.LookBack;
import io.bellwether.core.time.Calendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Every promise that a KPI ever made, with who changed it and why. */
public final class Versions {
    private final Store store;

    public Versions(Store store) {
        this.store = store;
    }

    /** Makes versions for what the author changed; none where nothing differs from what is known. */
    public List<Version> note(Catalog catalog, Instant at, String author) {
        return note(catalog, at, Authors.all(author));
    }

    /** Makes versions for what changed since the last look; none where nothing differs. */
    public List<Version> note(Catalog catalog, Instant at, Authors authors) {
        return note(catalog, at, authors, Set.of());
    }

    /**
     * The same. A KPI that is not there is only noted as away at first: it counts as removed once it is still away when the
     * workspace's {@code removed_after} is over.
     *
     * @param removed KPIs for which it is known to be over
     */
    List<Version> note(Catalog catalog, Instant at, Authors authors, Set<String> removed) {
        Map<String, Promised> promises = new LinkedHashMap<>();
        catalog.kpis().forEach((name, kpi) -> promises.put(name, Promised.of(catalog, kpi)));
        boolean news = store.read(handle -> {
            Map<String, List<Version>> known = PromiseRows.versions(handle);
            // Authors are asked here already: they may take their time, and nobody waits for a look.
            return !new Noting(catalog, at, authors, promises, known, absences(handle, removed, at))
                    .found(handle)
                    .isEmpty();
        });
        if (!news) {
            return List.of();
        }
        List<Version> made = new ArrayList<>();
        store.changes(handle -> {
            var noting = new Noting(
                    catalog, at, authors, promises, PromiseRows.versions(handle), absences(handle, removed, at));
            List<Change> changes = new ArrayList<>();
            for (News one : noting.found(handle)) {
                one.keep(handle).ifPresent(changes::add);
                if (one instanceof News.Made fresh) {
                    made.add(fresh.version());
                }
            }
            return changes;
        });
        return made;
    }

    /** Says why the last change of a KPI was made, where nobody said so then. */
    public boolean explain(String kpi, Instant at, String author, String reason) {
        return !store.changes(handle -> {
                    List<Version> versions = PromiseRows.versions(handle, kpi);
                    return versions.isEmpty() || versions.getLast().reason() != null
                            ? List.of()
                            : new News.Explained(versions.getLast(), at, author, reason, false)
                                    .keep(handle).stream().toList();
                })
                .isEmpty();
    }

    private static Map<String, Instant> absences(Handle handle, Set<String> removed, Instant at) {
        Map<String, Instant> absences = Absences.all(handle);
        removed.forEach(kpi -> absences.put(kpi, at));
        return absences;
    }

    /** Whether a KPI counts as removed by now that was only away before. */
    public boolean isRemovalDue(Instant at) {
        return store.read(Absences::all).values().stream().anyMatch(from -> !from.isAfter(at));
    }

    /** Whether all of these are remembered as removed. */
    public boolean areRemoved(Set<String> kpis) {
        return kpis.stream().allMatch(kpi -> {
            List<Version> versions = of(kpi);
            return !versions.isEmpty() && versions.getLast().state() == Version.State.REMOVED;
        });
    }

    /** Of one KPI, in order; also of one that is no longer there. */
    public List<Version> of(String kpi) {
        return store.read(handle -> PromiseRows.versions(handle, kpi));
    }

    /** Another one for each other state of all versions. */
    String stamp() {
        return store.read(PromiseRows::stamp);
    }

    /** Of all KPIs that there ever were, each one's in order. */
    public Map<String, List<Version>> all() {
        return store.read(PromiseRows::versions);
    }

    /** Those of KPIs that have several, with what judging needs of them alone. */
    Map<String, List<Version>> judging() {
        return store.read(PromiseRows::judging);
    }

    /** The changes inside an open timeframe that nobody gave a reason for, by KPI: lint K118. */
    public Map<String, List<Version>> unreasoned(Catalog catalog) {
        Map<String, List<Version>> found = new LinkedHashMap<>();
        all().forEach((kpi, versions) -> {
            List<Version> some = versions.stream().filter(Version::isUnreasoned).toList();
            if (!some.isEmpty() && catalog.kpi(kpi).isPresent()) {
                found.put(kpi, some);
            }
        });
        return found;
    }

    /** What a look found. */
    private sealed interface News {
        /** What the log says of it; nothing of what is only seen. */
        Optional<Change> keep(Handle handle);

        record Away(String kpi, Instant removedFrom) implements News {
            @Override
            public Optional<Change> keep(Handle handle) {
                Absences.begin(handle, kpi, removedFrom);
                return Optional.empty();
            }
        }

        record Back(String kpi) implements News {
            @Override
            public Optional<Change> keep(Handle handle) {
                Absences.end(handle, kpi);
                return Optional.empty();
            }
        }

        record Made(Version version) implements News {
            @Override
            public Optional<Change> keep(Handle handle) {
                if (version.state() == Version.State.REMOVED) {
                    Absences.end(handle, version.kpi());
                }
                PromiseRows.add(handle, version);
                Map<String, @Nullable Object> detail = new TreeMap<>();
                detail.put("version", version.number());
                detail.put("change", version.change());
                detail.put("effective", version.effective().toString());
                detail.put("author", version.author());
                detail.put("promise", version.promise());
                detail.put("lifecycle", PromisedJson.word(version.lifecycle()));
                detail.put("reason", version.reason() == null ? "" : version.reason());
                String by = version.decision() == null ? Change.BELLWETHER : version.author();
                return Optional.of(new Change(version.recordedAt(), by, "kpi.version", "kpi:" + version.kpi(), detail));
            }
        }

        record Explained(Version version, Instant at, String author, String reason, boolean fromFile) implements News {
            @Override
            public Optional<Change> keep(Handle handle) {
                PromiseRows.addReason(handle, version, at, author, reason, fromFile);
                return Optional.of(new Change(
                        at,
                        fromFile ? Change.BELLWETHER : author,
                        "kpi.reason",
                        "kpi:" + version.kpi(),
                        Map.of("version", version.number(), "reason", reason, "author", author)));
            }
        }
    }

    /** One look at a catalog beside what is known. */
    private record Noting(
            Catalog catalog,
            Instant at,
            Authors authors,
            Map<String, Promised> promises,
            Map<String, List<Version>> known,
            Map<String, Instant> absences) {
        List<News> found(Handle handle) {
            List<News> found = new ArrayList<>();
            catalog.kpis()
                    .forEach((name, kpi) ->
                            of(handle, kpi, known.getOrDefault(name, List.of())).ifPresent(found::add));
            known.forEach((name, versions) -> {
                if (catalog.kpi(name).isEmpty() && versions.getLast().state() == Version.State.PROMISED) {
                    absent(name, versions.getLast()).ifPresent(found::add);
                }
            });
            absences.keySet().stream()
                    .filter(name -> catalog.kpi(name).isPresent())
                    .map(News.Back::new)
                    .forEach(found::add);
            return found;
        }

        /** A file may be moved, cut off or checked out for a moment: nothing of that becomes history. */
        private Optional<News> absent(String name, Version last) {
            Instant from = absences.get(name);
            Instant due = from == null ? catalog.operations().removed(at) : from;
            return due.isAfter(at)
                    ? from == null ? Optional.of(new News.Away(name, due)) : Optional.empty()
                    : Optional.of(new News.Made(removed(last)));
        }

        private Optional<News> of(Handle handle, Kpi kpi, List<Version> versions) {
            Promised promised = Objects.requireNonNull(promises.get(kpi.name()));
            if (versions.isEmpty()) {
                return Optional.of(new News.Made(first(kpi, promised)));
            }
            Version last = versions.getLast();
            boolean moved = !last.promise().equals(promised.json());
            if (moved || last.lifecycle() != kpi.lifecycle() || last.state() == Version.State.REMOVED) {
                return Optional.of(new News.Made(next(handle, kpi, promised, versions)));
            }
            String reason = kpi.reason();
            return reason != null && last.reason() == null && !isUsed(handle, reason, versions)
                    ? Optional.of(new News.Explained(last, at, authors.of(kpi), reason, true))
                    : Optional.empty();
        }

        private Version first(Kpi kpi, Promised promised) {
            String change = "promised: " + new PromiseWords(calendar()).text(promised);
            return new Version(
                    kpi.name(),
                    1,
                    Version.State.PROMISED,
                    kpi.lifecycle(),
                    promised.json(),
                    day(),
                    at,
                    authors.of(kpi),
                    kpi.reason(),
                    kpi.reason(),
                    change,
                    false,
                    false,
                    null);
        }

        private Version next(Handle handle, Kpi kpi, Promised promised, List<Version> versions) {
            Version last = versions.getLast();
            Decision decision = decision(handle, kpi, promised, versions);
            String fresh = kpi.reason() == null || isUsed(handle, kpi.reason(), versions) ? null : kpi.reason();
            boolean moved = !last.promise().equals(promised.json());
            return new Version(
                    kpi.name(),
                    last.number() + 1,
                    Version.State.PROMISED,
                    kpi.lifecycle(),
                    promised.json(),
                    day(),
                    at,
                    decision == null ? authors.of(kpi) : decision.person(),
                    decision == null ? fresh : decision.reason(),
                    kpi.reason(),
                    change(kpi, promised, last),
                    moved,
                    moved && last.lifecycle() == Kpi.Lifecycle.ACTIVE && isOpen(last),
                    decision == null ? null : decision.id());
        }

        private Version removed(Version last) {
            return new Version(
                    last.kpi(),
                    last.number() + 1,
                    Version.State.REMOVED,
                    last.lifecycle(),
                    last.promise(),
                    day(),
                    at,
                    Version.UNKNOWN,
                    null,
                    last.fileReason(),
                    "taken out of the files",
                    false,
                    false,
                    null);
        }

        private String change(Kpi kpi, Promised promised, Version last) {
            List<String> changes = new ArrayList<>();
            if (last.state() == Version.State.REMOVED) {
                changes.add("back in the files");
            }
            if (last.lifecycle() != kpi.lifecycle()) {
                changes.add(PromisedJson.word(last.lifecycle()) + " → " + PromisedJson.word(kpi.lifecycle()));
            }
            String moved = new PromiseWords(calendar()).change(last.promised(), promised);
            if (!moved.isEmpty()) {
                changes.add(moved);
            }
            return changes.isEmpty() ? "written differently" : String.join("; ", changes);
        }

        /** The decision that wanted just this, if no version came from it yet. */
        private static @Nullable Decision decision(Handle handle, Kpi kpi, Promised promised, List<Version> versions) {
            return PromiseRows.decisions(handle, kpi.name()).stream()
                    .filter(d -> !d.withdrawn())
                    .filter(d -> versions.stream().noneMatch(v -> Objects.equals(v.decision(), d.id())))
                    .filter(d -> !d.recordedAt().isBefore(versions.getLast().recordedAt()))
                    .filter(d -> d.promise() == null || d.promise().equals(promised.json()))
                    .filter(d -> d.lifecycle() == null || d.lifecycle().equals(PromisedJson.word(kpi.lifecycle())))
                    .filter(d -> d.promise() != null || d.lifecycle() != null)
                    .findFirst()
                    .orElse(null);
        }

        /** A reason counts for the change that it came with; left in the file it covers no other. */
        private static boolean isUsed(Handle handle, String reason, List<Version> versions) {
            return versions.stream().anyMatch(v -> reason.equals(v.fileReason()))
                    || PromiseRows.lateFileReasons(handle, versions.getFirst().kpi())
                            .contains(reason);
        }

        private boolean isOpen(Version last) {
            LocalDateTime now = LocalDateTime.ofInstant(at, calendar().zone());
            return LookBack.timeframe(last.promised().target(), calendar(), now)
                    .filter(timeframe -> timeframe.contains(now))
                    .isPresent();
        }

        private LocalDate day() {
            return LocalDate.ofInstant(at, calendar().zone());
        }

        private Calendar calendar() {
            return catalog.workspace().calendar();
        }
    }
}
