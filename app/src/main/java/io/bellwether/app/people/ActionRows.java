package io.bellwether.app.people;

import io.bellwether.app.people.Action.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The tables of actions and of their steps. */
final class ActionRows {
    private static final String NEWEST = """
            select a.*, s.step_at, s.step_by, s.step_day, s.state, s.owner, s.due, s.outcome, s.value, s.value_text, s.window_text
            from kpi_action a join kpi_action_step s on s.action = a.id
            where not exists (select 1 from kpi_action_step newer where newer.action = a.id and newer.id > s.id)""";

    private ActionRows() {}

    /** Which ones; what is null does not restrict. */
    record Filter(
            @Nullable String kpi,
            @Nullable String owner,
            @Nullable State state) {}

    static List<Action> list(Handle handle, Filter filter, int limit) {
        String sql = NEWEST
                + (filter.kpi() == null ? "" : " and a.kpi = :kpi")
                + (filter.owner() == null ? "" : " and s.owner = :owner")
                + (filter.state() == null ? "" : " and s.state = :state")
                + " order by case when s.state = 'open' then 0 else 1 end,"
                + " case when s.state = 'open' then s.due end, s.id desc limit :limit";
        var query = handle.createQuery(sql).bind("limit", limit);
        if (filter.kpi() != null) {
            query.bind("kpi", filter.kpi());
        }
        if (filter.owner() != null) {
            query.bind("owner", filter.owner());
        }
        if (filter.state() != null) {
            query.bind("state", filter.state().word());
        }
        return query.map(ConstructorMapper.of(Action.class)).list();
    }

    static Optional<Action> find(Handle handle, long id) {
        return handle.createQuery(NEWEST + " and a.id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(Action.class))
                .findOne();
    }

    static List<Action> from(Handle handle, Action.From from, long source) {
        return handle.createQuery(NEWEST + " and a.source = :source and a.source_id = :id order by a.id")
                .bind("source", from.word())
                .bind("id", source)
                .map(ConstructorMapper.of(Action.class))
                .list();
    }

    static long insert(Handle handle, Author author, Action.New action) {
        long id = handle.createQuery("""
                        insert into kpi_action (at, person, kpi, title, source, source_id)
                        values (:at, :person, :kpi, :title, :source, :sourceId) returning id""")
                .bind("at", author.at())
                .bind("person", author.by())
                .bind("kpi", action.kpi())
                .bind("title", action.title())
                .bind("source", action.from().word())
                .bind("sourceId", action.source())
                .mapTo(Long.class)
                .one();
        step(handle, author, id, new Step(State.OPEN, action.owner(), action.due(), null, null));
        return id;
    }

    /** @param standing what the KPI stands at, where the action is over */
    record Step(
            State state,
            String owner,
            LocalDate due,
            @Nullable String outcome,
            @Nullable Standing standing) {}

    static void step(Handle handle, Author author, long action, Step step) {
        Standing standing = step.standing();
        handle.createUpdate("""
                        insert into kpi_action_step (action, step_at, step_by, step_day, state, owner, due, outcome, value,
                            value_text, window_text)
                        values (:action, :at, :by, :day, :state, :owner, :due, :outcome, :value, :valueText, :windowText)""")
                .bind("action", action)
                .bind("at", author.at())
                .bind("by", author.by())
                .bind("day", author.day())
                .bind("state", step.state().word())
                .bind("owner", step.owner())
                .bind("due", step.due())
                .bind("outcome", step.outcome())
                .bind("value", standing == null ? null : standing.value())
                .bind("valueText", standing == null ? null : standing.valueText())
                .bind("windowText", standing == null ? null : standing.windowText())
                .execute();
    }
}
