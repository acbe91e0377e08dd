-- Somebody was named in a text. That it was seen is no change by anybody, and stands beside it.
create table mention (
    id ${id},
    at text not null,
    person text not null,
    author text not null,
    subject text not null,
    excerpt text not null
);

create index mention_person on mention (person, id);

create table mention_seen (
    mention bigint primary key references mention (id),
    at text not null
);
