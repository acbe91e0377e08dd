-- The newest value of each KPI that could be trusted when it was judged: shown where its data cannot be trusted any more.
create table good_value (
    kpi text primary key,
    print text not null,
    value text not null,
    window_text text not null,
    ends text not null,
    seen_at text not null
);
