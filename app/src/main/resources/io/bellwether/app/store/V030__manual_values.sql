-- Values of metrics that people type in. A correction is one more row: the latest of a period and its members counts,
-- the others stay. A row without a number takes a value back.
create table manual_value (
    id ${id},
    metric text not null,
    grain text not null,
    period text not null,
    starts text not null,
    members text not null,
    number text,
    reason text,
    origin text not null,
    person text not null,
    at text not null
);

create index manual_value_of on manual_value (metric, grain, starts, members, id);

-- Which values a metric has now: another text whenever they changed. Who writes values takes this row first.
create table manual_state (
    metric text primary key,
    version text not null
);

-- What was answered to who sent values under a key, to be answered again.
create table manual_push (
    metric text not null,
    push_key text not null,
    body text not null,
    answer text not null,
    at text not null,
    primary key (metric, push_key)
);
