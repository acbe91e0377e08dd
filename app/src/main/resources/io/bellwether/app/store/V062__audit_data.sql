-- Which rows of which tables were written with a record, each with a hash of its content; a part of what the record's own
-- hash is over. Null in records from before: the first one with it holds the rows that were there then.
alter table audit add column data text;
