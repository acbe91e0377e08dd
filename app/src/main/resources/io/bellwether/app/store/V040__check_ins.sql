-- What somebody said about a KPI: never changed. A correction is a row of its own that names the first; the newest of them counts.
create table check_in (
    id ${id},
    at text not null,
    person text not null,
    kpi text not null,
    day text not null,
    comment text not null,
    confidence integer,
    note text,
    status text,
    value text,
    value_text text not null,
    window_text text not null,
    review bigint,
    corrects bigint
);

create index check_in_kpi on check_in (kpi, day);
create index check_in_corrects on check_in (corrects);
create index check_in_day on check_in (day);
