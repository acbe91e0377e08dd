package io.bellwether.app.promise;

import io.bellwether.app.store.Moments;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.judge.Status;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The tables of versions, closings and decisions, and all their SQL. Rows are only ever added. */
public final class PromiseRows {
    /** The reason that was given with a version, else the first that was given later. */
    private static final String VERSIONS = """
            select v.kpi, v.number, v.state, v.lifecycle, v.promise, v.effective, v.recorded_at, v.author,
                coalesce(v.reason, (select r.reason from kpi_reason r where r.kpi = v.kpi and r.number = v.number
                    order by r.id limit 1)) as reason,
                v.file_reason, v.change, v.moved, v.inside_open, v.decision
            from kpi_version v""";

    private static final String CLOSINGS = """
            select c.id, c.kpi, c.kind, c.label, c.starts, c.ends, c.version, c.value, c.target, c.progress, c.status,
                c.recorded_at, exists (select 1 from kpi_restatement r where r.closing = c.id) as restated
            """;

    private static final String FROM = "from kpi_closing c";

    /** Each name by one seek in the index: there are hundreds of closings for each. */
    private static final String NAMES = """
            with recursive name (kpi) as (
                select min(kpi) from kpi_closing
                union all
                select (select min(c.kpi) from kpi_closing c where c.kpi > name.kpi)
                from name where name.kpi is not null)
            """;

    private PromiseRows() {}

    /** Of all KPIs, each KPI's in order. */
    static Map<String, List<Version>> versions(Handle handle) {
        Map<String, List<Version>> found = new LinkedHashMap<>();
        handle.createQuery(VERSIONS + " order by v.kpi, v.number")
                .map(ConstructorMapper.of(VersionRow.class))
                .forEach(row ->
                        found.computeIfAbsent(row.kpi(), k -> new ArrayList<>()).add(row.version()));
        return found;
    }

    /**
     * What judging needs of the versions of KPIs that have several, and nothing else of them: a scorecard asks for thousands,
     * and each column of each row takes its time.
     */
    static Map<String, List<Version>> judging(Handle handle) {
        Map<String, List<Version>> found = new LinkedHashMap<>();
        handle.createQuery("select kpi, number, promise, effective from kpi_version"
                        + " where kpi in (select kpi from kpi_version where number = 2) order by kpi, number")
                .map((row, context) -> Version.bare(
                        row.getString(1), row.getInt(2), row.getString(3), LocalDate.parse(row.getString(4))))
                .forEach(version -> found.computeIfAbsent(version.kpi(), k -> new ArrayList<>())
                        .add(version));
        return found;
    }

    /** Another one for each other state of the versions: they are only ever added to, or restored from a backup. */
    static String stamp(Handle handle) {
        return handle.createQuery("select (select max(id) from kpi_version) as versions,"
                        + " (select max(id) from kpi_reason) as reasons,"
                        + " (select recorded_at from kpi_version order by id desc limit 1) as last")
                .map((row, context) -> row.getLong(1) + "." + row.getLong(2) + "." + row.getString(3))
                .one();
    }

    static List<Version> versions(Handle handle, String kpi) {
        return handle
                .createQuery(VERSIONS + " where v.kpi = :kpi order by v.number")
                .bind("kpi", kpi)
                .map(ConstructorMapper.of(VersionRow.class))
                .stream()
                .map(VersionRow::version)
                .toList();
    }

    static void add(Handle handle, Version version) {
        handle.createUpdate("""
                        insert into kpi_version (kpi, number, state, lifecycle, promise, effective, recorded_at, author,
                            reason, file_reason, change, moved, inside_open, decision)
                        values (:kpi, :number, :state, :lifecycle, :promise, :effective, :recordedAt, :author,
                            :reason, :fileReason, :change, :moved, :insideOpen, :decision)""").bindMethods(VersionRow.of(version)).execute();
    }

    /** The texts of {@code reason:} that were taken for a reason later than with a version. */
    static List<String> lateFileReasons(Handle handle, String kpi) {
        return handle.createQuery("select reason from kpi_reason where kpi = :kpi and file_reason = 1")
                .bind("kpi", kpi)
                .mapTo(String.class)
                .list();
    }

    static void addReason(Handle handle, Version version, Instant at, String author, String reason, boolean fromFile) {
        handle.createUpdate("""
                        insert into kpi_reason (kpi, number, recorded_at, author, reason, file_reason)
                        values (:kpi, :number, :at, :author, :reason, :file)""")
                .bind("kpi", version.kpi())
                .bind("number", version.number())
                .bind("at", at)
                .bind("author", author)
                .bind("reason", reason)
                .bind("file", fromFile ? 1 : 0)
                .execute();
    }

    /** Of one KPI, the latest end first. */
    static List<Closing> closings(Handle handle, String kpi, int limit) {
        return closings(
                handle,
                handle.createQuery(CLOSINGS + FROM + " where kpi = :kpi order by ends desc, kind desc limit :limit")
                        .bind("kpi", kpi)
                        .bind("limit", limit)
                        .map(PromiseRows::closing)
                        .list());
    }

    /** The last period of one KPI that has closed before a moment. */
    static List<Closing> latest(Handle handle, String kpi, LocalDateTime before) {
        return closings(
                handle,
                handle.createQuery(
                                CLOSINGS + FROM
                                        + " where kpi = :kpi and kind = 'PERIOD' and ends <= :before order by ends desc limit 1")
                        .bind("kpi", kpi)
                        .bind("before", before)
                        .map(PromiseRows::closing)
                        .list());
    }

    /** The last period of each KPI that has closed before a moment, by one seek for each KPI. */
    static List<Closing> latest(Handle handle, LocalDateTime before) {
        return closings(
                handle,
                handle.createQuery(NAMES + CLOSINGS + """
                        from name join kpi_closing c on c.id = (
                            select l.id from kpi_closing l
                            where l.kpi = name.kpi and l.kind = 'PERIOD' and l.ends <= :before
                            order by l.ends desc limit 1)""")
                        .bind("before", before)
                        .map(PromiseRows::closing)
                        .list());
    }

    /** How each KPI's last timeframes ended, the latest first, at most so many of each. */
    static Map<String, List<Closing>> timeframes(Handle handle, int most) {
        List<ClosingRow> rows = handle.createQuery(NAMES + CLOSINGS + """
                        from name join kpi_closing c on c.id in (
                            select l.id from kpi_closing l
                            where l.kpi = name.kpi and l.kind = 'TIMEFRAME'
                            order by l.ends desc, l.starts desc limit :most)
                        order by c.kpi, c.ends desc, c.starts desc""")
                .bind("most", most)
                .map(PromiseRows::closing)
                .list();
        Map<String, List<Closing>> found = new LinkedHashMap<>();
        closings(handle, rows)
                .forEach(closing -> found.computeIfAbsent(closing.kpi(), k -> new ArrayList<>())
                        .add(closing));
        return found;
    }

    private static List<Closing> closings(Handle handle, List<ClosingRow> rows) {
        Map<Long, List<Closing.Stand>> restated = restated(handle, rows);
        return rows.stream()
                .map(row -> row.closing(restated.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** By hand: a scorecard reads a thousand of them. */
    private static ClosingRow closing(ResultSet row, StatementContext context) throws SQLException {
        return new ClosingRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                LocalDateTime.parse(row.getString(5)),
                LocalDateTime.parse(row.getString(6)),
                row.getInt(7),
                stand(row, 8),
                row.getBoolean(13));
    }

    private static Closing.Stand stand(ResultSet row, int from) throws SQLException {
        return new Closing.Stand(
                decimal(row.getString(from)),
                decimal(row.getString(from + 1)),
                decimal(row.getString(from + 2)),
                Status.valueOf(row.getString(from + 3)),
                Moments.read(row.getString(from + 4)));
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static Map<Long, List<Closing.Stand>> restated(Handle handle, List<ClosingRow> rows) {
        Map<Long, List<Closing.Stand>> found = new LinkedHashMap<>();
        List<String> ids = rows.stream()
                .filter(ClosingRow::restated)
                .map(row -> Long.toString(row.id()))
                .toList();
        for (int from = 0; from < ids.size(); from += 1_000) {
            String some = String.join(",", ids.subList(from, Math.min(ids.size(), from + 1_000)));
            handle.createQuery("select closing, value, target, progress, status, recorded_at from kpi_restatement"
                            + " where closing in (" + some + ") order by closing, id")
                    .map((row, context) -> Map.entry(row.getLong(1), stand(row, 2)))
                    .forEach(row -> found.computeIfAbsent(row.getKey(), k -> new ArrayList<>())
                            .add(row.getValue()));
        }
        return found;
    }

    /** @return whether it was not there yet */
    static boolean add(Handle handle, Closing closing) {
        Closing.Stand stand = closing.reported();
        return handle.createUpdate("""
                                insert into kpi_closing (kpi, kind, ends, starts, label, version, value, target, progress,
                                    status, recorded_at)
                                values (:kpi, :kind, :ends, :starts, :label, :version, :value, :target, :progress,
                                    :status, :recordedAt)
                                on conflict (kpi, kind, ends, starts) do nothing""")
                        .bindMethods(closing)
                        .bind("kind", closing.kind().name())
                        .bindMethods(stand)
                        .bind("status", stand.status().name())
                        .execute()
                == 1;
    }

    /**
     * Adds the last restatement, if there are so many before it: else another server found it in the meantime.
     *
     * @return whether it was added
     */
    static boolean restate(Handle handle, Closing closing, int before) {
        Closing.Stand stand = closing.now();
        return handle.createUpdate("""
                                insert into kpi_restatement (closing, value, target, progress, status, recorded_at)
                                select c.id, :value, :target, :progress, :status, :recordedAt from kpi_closing c
                                where c.kpi = :kpi and c.kind = :kind and c.ends = :ends and c.starts = :starts
                                    and (select count(*) from kpi_restatement r where r.closing = c.id) = :before""")
                        .bindMethods(closing)
                        .bind("kind", closing.kind().name())
                        .bindMethods(stand)
                        .bind("status", stand.status().name())
                        .bind("before", before)
                        .execute()
                == 1;
    }

    /** Of one KPI, the latest first. */
    static List<Decision> decisions(Handle handle, String kpi) {
        return handle.createQuery("""
                        select d.id, d.kpi, d.action, d.recorded_at, d.person, d.reason, d.change, d.promise, d.lifecycle,
                            d.dossier, exists (select 1 from kpi_decision w where w.withdrawn = d.id) as withdrawn
                        from kpi_decision d where d.kpi = :kpi and d.withdrawn is null order by d.id desc""")
                .bind("kpi", kpi)
                .map(ConstructorMapper.of(Decision.class))
                .list();
    }

    static long add(Handle handle, Decision decision, @Nullable Long withdrawn) {
        return handle.createQuery("""
                        insert into kpi_decision (kpi, action, recorded_at, person, reason, change, promise, lifecycle,
                            dossier, withdrawn)
                        values (:kpi, :action, :recordedAt, :person, :reason, :change, :promise, :lifecycle, :dossier,
                            :taken)
                        returning id""")
                .bindMethods(decision)
                .bind("taken", withdrawn)
                .mapTo(Long.class)
                .one();
    }

    /** A version as its table has it. */
    public record VersionRow(
            String kpi,
            int number,
            String state,
            String lifecycle,
            String promise,
            LocalDate effective,
            Instant recordedAt,
            String author,
            @Nullable String reason,
            @Nullable String fileReason,
            String change,
            int moved,
            int insideOpen,
            @Nullable Long decision) {
        static VersionRow of(Version v) {
            return new VersionRow(
                    v.kpi(),
                    v.number(),
                    v.state().name(),
                    v.lifecycle().name(),
                    v.promise(),
                    v.effective(),
                    v.recordedAt(),
                    v.author(),
                    v.reason(),
                    v.fileReason(),
                    v.change(),
                    v.moved() ? 1 : 0,
                    v.insideOpen() ? 1 : 0,
                    v.decision());
        }

        Version version() {
            return new Version(
                    kpi,
                    number,
                    Version.State.valueOf(state),
                    Kpi.Lifecycle.valueOf(lifecycle),
                    promise,
                    effective,
                    recordedAt,
                    author,
                    reason,
                    fileReason,
                    change,
                    moved == 1,
                    insideOpen == 1,
                    decision);
        }
    }

    /** A closing as its table has it. */
    private record ClosingRow(
            long id,
            String kpi,
            String kind,
            String label,
            LocalDateTime starts,
            LocalDateTime ends,
            int version,
            Closing.Stand reported,
            boolean restated) {
        Closing closing(List<Closing.Stand> restated) {
            return new Closing(kpi, Closing.Kind.valueOf(kind), label, starts, ends, version, reported, restated);
        }
    }
}
