-- What a person was reminded of, so that nobody is told the same twice.
create table reminder (
    key text not null,
    person text not null,
    at text not null,
    primary key (key, person)
);

create index reminder_at on reminder (at);
