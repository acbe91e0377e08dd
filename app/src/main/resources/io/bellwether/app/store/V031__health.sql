-- What looks at the data found: a run, and of it each dataset and each of its tests. Old runs are given up.
create table health_run (
    id ${id},
    at text not null,
    as_of text not null,
    took_ms bigint not null
);

create table health_dataset (
    run_id bigint not null,
    dataset text not null,
    watermark text,
    last_row text,
    stale integer not null,
    problem text
);

create index health_dataset_of on health_dataset (run_id);

create table health_test (
    run_id bigint not null,
    dataset text not null,
    test text not null,
    severity text not null,
    outcome text not null,
    broken_rows bigint,
    said text
);

create index health_test_of on health_test (dataset, test, run_id);
create index health_test_run on health_test (run_id);
