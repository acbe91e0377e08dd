-- at least 99.9 % in every month; October is the latest that is over
with months as (
  select date_trunc('month', checked_at) as month, count(*) filter (ok) / count(*)::double as uptime
  from site_checks
  where checked_at >= timestamp '2026-01-01' and checked_at < timestamp '2026-11-01'
  group by all
), judged as (
  select arg_max(uptime, month) as value, 0.999 as target,
         count(*) filter (uptime >= 0.999) / count(*)::double as progress
  from months
)
select value, target, progress, null::double as expected,
       case when value >= 0.999 then 'on_track'
            when value >= 0.999 * 0.95 then 'at_risk' else 'off_track' end as status
from judged
