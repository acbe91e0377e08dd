-- Messages on their way. A server claims one by holder and lease; an address or secret stands as it is written, a
-- reference as a reference.
create table message (
    id ${id},
    key text not null unique,
    about text not null,
    channel text not null,
    address text not null,
    secret text,
    subject text not null,
    body text not null,
    html text,
    added text not null,
    due text not null,
    state text not null,
    attempts integer not null,
    holder text,
    lease text,
    sent text,
    problem text
);

create index message_due on message (state, due);
create index message_about on message (about, id);
