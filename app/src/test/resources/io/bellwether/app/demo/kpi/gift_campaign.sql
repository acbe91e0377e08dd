-- two of the 63 days are over: 3 % of the way, too early to tell
with sums as (
  select count(*) as value from orders
  where voucher and ordered_at >= timestamp '2026-11-13' and ordered_at < timestamp '2026-11-15'
)
select value, 1000 as target, value / 1000.0::double as progress, 2 / 63.0::double as expected,
       case when 2 / 63.0 < 0.05 and value < 1000 then 'too_early' else 'open' end as status
from sums
