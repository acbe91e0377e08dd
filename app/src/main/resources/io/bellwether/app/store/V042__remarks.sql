-- What happened outside, typed in on a page, and notes on points of charts. A newer row replaces the one that it names; none is changed.
create table remark (
    id ${id},
    at text not null,
    person text not null,
    kind text not null,
    on_kind text,
    on_name text,
    day text not null,
    period text,
    label text not null,
    replaces bigint,
    withdrawn integer not null
);

create index remark_day on remark (day);
create index remark_replaces on remark (replaces);

create table acknowledgement (
    id ${id},
    at text not null,
    person text not null,
    kpi text not null,
    version text not null
);

create index acknowledgement_kpi on acknowledgement (kpi);

create table praise (
    id ${id},
    at text not null,
    person text not null,
    kpi text not null,
    timeframe text not null,
    words text not null
);

create index praise_kpi on praise (kpi);
