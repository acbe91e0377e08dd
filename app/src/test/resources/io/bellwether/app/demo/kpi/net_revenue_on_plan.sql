-- revenue less refunds against the budget of the whole quarter; what of it is due by now is the path
with sums as (
  select (select sum(quantity * unit_price - discount) from order_items
          where sold_at >= timestamp '2026-10-01' and sold_at < timestamp '2026-11-15')
         - (select sum(refund) from returned_items
            where returned_at >= timestamp '2026-10-01' and returned_at < timestamp '2026-11-15') as value,
         (select sum(planned_revenue) from budget
          where planned_on between date '2026-10-01' and date '2026-11-14') as due,
         (select sum(planned_revenue) from budget
          where planned_on between date '2026-10-01' and date '2026-12-31') as planned
)
select value, planned as target, value::double / planned::double as progress, due::double / planned::double as expected,
       case when value / due >= 0.90 then 'on_track'
            when value / due >= 0.75 then 'at_risk' else 'off_track' end as status
from sums
