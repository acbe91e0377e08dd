-- What a KPI promised, from when. The highest number counts; nothing is ever changed.
create table kpi_version (
    id ${id},
    kpi text not null,
    number integer not null,
    state text not null,
    lifecycle text not null,
    promise text not null,
    effective text not null,
    recorded_at text not null,
    author text not null,
    reason text,
    file_reason text,
    change text not null,
    moved integer not null,
    inside_open integer not null,
    decision bigint,
    unique (kpi, number)
);

-- Reasons that were given after a version was made.
create table kpi_reason (
    id ${id},
    kpi text not null,
    number integer not null,
    recorded_at text not null,
    author text not null,
    reason text not null,
    file_reason integer not null
);

create index kpi_reason_kpi on kpi_reason (kpi, number);

-- How a period or a timeframe ended, as it was reported.
create table kpi_closing (
    id ${id},
    kpi text not null,
    kind text not null,
    ends text not null,
    starts text not null,
    label text not null,
    version integer not null,
    value text,
    target text,
    progress text,
    status text not null,
    recorded_at text not null,
    unique (kpi, kind, ends, starts)
);

-- What was found in its place later, because data changed.
create table kpi_restatement (
    id ${id},
    closing bigint not null references kpi_closing (id),
    value text,
    target text,
    progress text,
    status text not null,
    recorded_at text not null
);

create index kpi_restatement_closing on kpi_restatement (closing, id);

-- What people decided about a KPI, with the evidence that they were shown.
create table kpi_decision (
    id ${id},
    kpi text not null,
    action text not null,
    recorded_at text not null,
    person text not null,
    reason text not null,
    change text not null,
    promise text,
    lifecycle text,
    dossier text,
    withdrawn bigint
);

create index kpi_decision_kpi on kpi_decision (kpi, id);
