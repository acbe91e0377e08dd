-- 8 % above the mean of 2025; the last quarter that is over counts
with rates as (
  select count(*) filter (converted and started_at >= timestamp '2026-07-01' and started_at < timestamp '2026-10-01')
           / count(*) filter (started_at >= timestamp '2026-07-01' and started_at < timestamp '2026-10-01')::double
           as value,
         count(*) filter (converted and year(started_at) = 2025)
           / count(*) filter (year(started_at) = 2025)::double as start
  from sessions
), judged as (
  select value, start * 1.08 as target, (value - start) / (start * 0.08) as progress, 318 / 365.0::double as expected
  from rates
)
select *, case when progress / expected >= 0.90 then 'on_track'
               when progress / expected >= 0.75 then 'at_risk' else 'off_track' end as status
from judged
