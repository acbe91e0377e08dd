-- Meetings over an objective. The revision counts what happens in one: it orders what several people do at once.
create table review (
    id ${id},
    at text not null,
    person text not null,
    objective text not null,
    statement text not null,
    day text not null,
    revision bigint not null
);

create index review_objective on review (objective, id);

-- What it goes through, as it stood when the review began.
create table review_kpi (
    id ${id},
    review bigint not null references review (id),
    kpi text not null,
    label text not null,
    owner text,
    status text,
    value text,
    value_text text not null,
    window_text text not null,
    target_text text not null,
    why text not null
);

create index review_kpi_review on review_kpi (review, id);

-- What was said and decided: each row holds what somebody wrote at one moment; of each part the newest counts.
create table review_entry (
    id ${id},
    review bigint not null references review (id),
    at text not null,
    person text not null,
    kpi text not null,
    comment text,
    confidence integer,
    note text,
    decision text
);

create index review_entry_review on review_entry (review, id);

create table review_end (
    review bigint primary key references review (id),
    at text not null,
    person text not null,
    day text not null,
    summary text
);
