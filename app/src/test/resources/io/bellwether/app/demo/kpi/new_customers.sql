-- total that has been reached before the year is over: cannot be lost again
with sums as (
  select count(*) as value from orders
  where first_order and ordered_at >= timestamp '2026-01-01' and ordered_at < timestamp '2026-11-15'
)
select value, 3950 as target, value / 3950.0::double as progress, 318 / 365.0::double as expected,
       case when value >= 3950 then 'achieved' else 'open' end as status
from sums
