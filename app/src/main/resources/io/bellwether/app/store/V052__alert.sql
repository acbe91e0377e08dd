-- How each alert stands for each thing that it looks at and each receiver, and what the receiver was told last.
create table alert_state (
    alert text not null,
    subject text not null,
    receiver text not null,
    state text not null,
    mark text not null,
    since text not null,
    text text not null,
    told text not null,
    told_mark text not null,
    told_at text,
    version bigint not null,
    primary key (alert, subject, receiver)
);

-- Each change of a KPI's status, as the judge saw it; the first has nothing before it.
create table kpi_status (
    id ${id},
    kpi text not null,
    status text not null,
    before text not null,
    at text not null,
    text text not null
);

create index kpi_status_kpi on kpi_status (kpi, id);
create index kpi_status_at on kpi_status (at);

-- Up to when each person was told in their digests.
create table digest (
    person text not null,
    rhythm text not null,
    up_to text not null,
    primary key (person, rhythm)
);
