-- 20 % below the rate of the same quarter of 2025; the last month that is over counts
with rates as (
  select (select sum(quantity) from returned_items
          where returned_at >= timestamp '2026-10-01' and returned_at < timestamp '2026-11-01')::double
         / (select sum(quantity) from order_items
            where sold_at >= timestamp '2026-10-01' and sold_at < timestamp '2026-11-01') as value,
         (select sum(quantity) from returned_items
          where returned_at >= timestamp '2025-10-01' and returned_at < timestamp '2026-01-01')::double
         / (select sum(quantity) from order_items
            where sold_at >= timestamp '2025-10-01' and sold_at < timestamp '2026-01-01') as start
), judged as (
  select value, start * 0.8 as target, (value - start) / (start * 0.8 - start) as progress,
         45 / 92.0::double as expected
  from rates
)
select *, case when progress / expected >= 0.90 then 'on_track'
               when progress / expected >= 0.75 then 'at_risk' else 'off_track' end as status
from judged
