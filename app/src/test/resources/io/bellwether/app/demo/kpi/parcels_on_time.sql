-- begins with next year
select null::double as value, 0.97 as target, null::double as progress, null::double as expected,
       case when date '2026-11-14' < date '2027-01-01' then 'not_started' else 'open' end as status
