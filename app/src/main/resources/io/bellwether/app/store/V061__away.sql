-- KPIs that are not in the files, and from when each counts as removed: a file that is moved for a moment is no history.
create table kpi_away (
    kpi text primary key,
    removed_from text not null
);
