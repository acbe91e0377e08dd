-- total of a slice in a quarter that is over
with sums as (
  select sum(i.quantity * i.unit_price - i.discount) as value
  from order_items i join products p on p.id = i.product_id
  where p.category = 'Lighting' and sold_at >= timestamp '2026-07-01' and sold_at < timestamp '2026-10-01'
)
select value, 45000 as target, value::double / 45000 as progress, 1.0::double as expected,
       case when value >= 45000 then 'achieved' else 'missed' end as status
from sums
