-- total with a seasonal path: the share of 2025 that was reached by the same day of 2025
with daily as (
  select sold_at::date as day, sum(quantity * unit_price - discount) as revenue from order_items group by all
), sums as (
  select sum(revenue) filter (day between date '2026-01-01' and date '2026-11-14') as value,
         sum(revenue) filter (day between date '2025-01-01' and date '2025-11-14')::double
           / sum(revenue) filter (day between date '2025-01-01' and date '2025-12-31')::double as expected
  from daily
), judged as (
  select value, 1300000 as target, value::double / 1300000 as progress, expected from sums
)
select *, case when progress / expected >= 0.90 then 'on_track'
               when progress / expected >= 0.75 then 'at_risk' else 'off_track' end as status
from judged
