-- Who did what, in order, each record chained to the one before it. Nothing is ever changed or taken out of it.
create table audit (
    sequence bigint primary key,
    at text not null,
    person text not null,
    action text not null,
    subject text not null,
    detail text not null,
    previous_hash text not null,
    hash text not null
);

create index audit_subject on audit (subject, sequence);

-- The end of the chain. Who appends takes this row first, so that appends of several servers come one after another.
create table audit_end (
    only_row integer primary key check (only_row = 1),
    sequence bigint not null,
    hash text not null
);

insert into audit_end (only_row, sequence, hash) values (1, 0, '');
