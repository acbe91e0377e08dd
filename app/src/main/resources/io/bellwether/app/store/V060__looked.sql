-- How often KPIs and metrics were looked at: a row for each and month, given up after thirteen months. By whom is not kept.
create table looked (
    subject text not null,
    month text not null,
    looks bigint not null,
    last_day text not null,
    primary key (subject, month)
);
