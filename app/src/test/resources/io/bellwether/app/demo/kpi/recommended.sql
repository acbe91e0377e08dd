-- a level, from the mean of 2025 to 54; the last quarter that is over counts
with scores as (
  select 100 * (count(*) filter (score >= 9) - count(*) filter (score <= 6)) / count(*)::double as nps,
         answered_at >= timestamp '2026-01-01' as now
  from survey
  where (answered_at >= timestamp '2025-01-01' and answered_at < timestamp '2026-01-01')
     or (answered_at >= timestamp '2026-07-01' and answered_at < timestamp '2026-10-01')
  group by now
), sums as (
  select max(nps) filter (now) as value, max(nps) filter (not now) as start from scores
), judged as (
  select value, 54 as target, (value - start) / (54 - start) as progress, 318 / 365.0::double as expected from sums
)
select *, case when progress / expected >= 0.90 then 'on_track'
               when progress / expected >= 0.75 then 'at_risk' else 'off_track' end as status
from judged
