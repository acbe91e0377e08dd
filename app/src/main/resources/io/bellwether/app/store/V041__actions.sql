-- What is done about a KPI. Who has it, until when, and what came of it stand in its steps; the newest step counts.
create table kpi_action (
    id ${id},
    at text not null,
    person text not null,
    kpi text not null,
    title text not null,
    source text not null,
    source_id bigint
);

create index kpi_action_kpi on kpi_action (kpi);
create index kpi_action_source on kpi_action (source, source_id);

create table kpi_action_step (
    id ${id},
    action bigint not null references kpi_action (id),
    step_at text not null,
    step_by text not null,
    step_day text not null,
    state text not null,
    owner text not null,
    due text not null,
    outcome text,
    value text,
    value_text text,
    window_text text
);

create index kpi_action_step_action on kpi_action_step (action, id);
create index kpi_action_step_state on kpi_action_step (state, action);
