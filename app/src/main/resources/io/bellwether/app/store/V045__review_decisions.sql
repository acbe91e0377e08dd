-- What a review decided and carried out: each row one decision of the goalposts; of a KPI the newest counts.
create table review_decision (
    id ${id},
    review bigint not null references review (id),
    at text not null,
    person text not null,
    kpi text not null,
    word text not null,
    reason text not null,
    change text not null,
    decision bigint not null,
    withdrawn integer not null
);

create index review_decision_review on review_decision (review, id);
