-- two of the 49 days are over: 4 % of the way, too early to tell
with sums as (
  select count(*) as value from orders
  where voucher and ordered_at >= timestamp '2026-11-13' and ordered_at < timestamp '2026-11-15'
)
select value, 870 as target, value / 870.0::double as progress, 2 / 49.0::double as expected,
       case when 2 / 49.0 < 0.05 and value < 870 then 'too_early' else 'open' end as status
from sums
