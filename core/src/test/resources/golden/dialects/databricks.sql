`a "b" ``c```
'O\'Hara \\ Co'
DATE '2026-03-29'
TIMESTAMP_NTZ '2026-03-29 12:30:00'
TIMESTAMP '2026-03-29 10:30:00+00:00'
INTERVAL '14' DAY
t
t
convert_timezone('UTC', 'Europe/Berlin', CAST(t AS TIMESTAMP_NTZ))
CAST(date_trunc('millisecond', t) AS TIMESTAMP_NTZ)
CAST(date_trunc('second', t) AS TIMESTAMP_NTZ)
CAST(date_trunc('minute', t) AS TIMESTAMP_NTZ)
CAST(date_trunc('hour', t) AS TIMESTAMP_NTZ)
CAST(date_trunc('day', t) AS TIMESTAMP_NTZ)
CAST(date_trunc('week', t) AS TIMESTAMP_NTZ)
CAST(date_trunc('month', t) AS TIMESTAMP_NTZ)
CAST(date_trunc('quarter', t) AS TIMESTAMP_NTZ)
CAST(date_trunc('year', t) AS TIMESTAMP_NTZ)
CAST(date_trunc('month', t) AS TIMESTAMP_NTZ)
CAST(date_trunc('quarter', t) AS TIMESTAMP_NTZ)
CAST(date_trunc('year', t - INTERVAL '3' MONTH) AS TIMESTAMP_NTZ) + INTERVAL '3' MONTH
(base + (to - from))
SELECT explode(sequence(TIMESTAMP_NTZ '2026-03-29 12:30:00', TIMESTAMP_NTZ '2026-03-30 12:30:00', INTERVAL '1' HOUR)) AS c
CAST(x AS BOOLEAN)
CAST(x AS BIGINT)
CAST(x AS DECIMAL(12, 2))
CAST(x AS DOUBLE)
CAST(x AS STRING)
CAST(x AS DATE)
CAST(x AS TIMESTAMP_NTZ)
CAST(x AS TIMESTAMP)
CAST(x AS TIME)
CAST(x AS INTERVAL)
CAST(x AS STRING)
(x + y)
(x - y)
(x * y)
(CAST(x AS DOUBLE) / nullif(y, 0))
(x % nullif(y, 0))
(- x)
(x = y)
(x <> y)
(x < y)
(x <= y)
(x > y)
(x >= y)
(x AND y)
(x OR y)
(NOT x)
(x IS NULL)
(x IS NOT NULL)
(x IS TRUE)
(x IS NOT TRUE)
(x IS FALSE)
(x IS NOT FALSE)
(x IS DISTINCT FROM y)
(x IS NOT DISTINCT FROM y)
(x BETWEEN y AND z)
(x LIKE replace(y, '\\', '\\\\'))
(x NOT LIKE replace(y, '\\', '\\\\'))
(x || y)
coalesce(x, y)
nullif(x, y)
greatest(x, y)
least(x, y)
abs(x)
sign(x)
round(x, y)
floor(x)
ceil(x)
sqrt(x)
power(x, y)
exp(x)
ln(x)
log10(x)
sin(x)
cos(x)
tan(x)
asin(x)
acos(x)
atan(x)
atan2(x, y)
radians(x)
degrees(x)
lower(x)
upper(x)
trim(x)
trim(LEADING 'y' FROM x)
trim(TRAILING 'y' FROM x)
length(x)
substring(x, y, z)
replace(x, y, z)
position(x, y)
left(x, y)
right(x, y)
startswith(x, y)
split_part(x, y, z)
regexp_like(x, y)
regexp_replace(x, y, z)
repeat(x, CAST(y AS INTEGER))
reverse(x)
lpad(x, 7, ' ')
rpad(x, 7, ' ')
CAST(date_trunc('hour', CAST(x AS TIMESTAMP_NTZ)) AS TIMESTAMP_NTZ)
CAST(date_trunc('day', CAST(x AS TIMESTAMP_NTZ)) AS TIMESTAMP_NTZ)
CAST(date_trunc('week', CAST(x AS TIMESTAMP_NTZ)) AS TIMESTAMP_NTZ)
CAST(date_trunc('month', CAST(x AS TIMESTAMP_NTZ)) AS TIMESTAMP_NTZ)
CAST(date_trunc('quarter', CAST(x AS TIMESTAMP_NTZ)) AS TIMESTAMP_NTZ)
CAST(date_trunc('year', CAST(x AS TIMESTAMP_NTZ)) AS TIMESTAMP_NTZ)
hour(CAST(x AS TIMESTAMP_NTZ))
day(CAST(x AS TIMESTAMP_NTZ))
weekofyear(CAST(x AS TIMESTAMP_NTZ))
month(CAST(x AS TIMESTAMP_NTZ))
quarter(CAST(x AS TIMESTAMP_NTZ))
year(CAST(x AS TIMESTAMP_NTZ))
timestampdiff(hour, CAST(date_trunc('hour', CAST(x AS TIMESTAMP_NTZ)) AS TIMESTAMP_NTZ), CAST(date_trunc('hour', CAST(y AS TIMESTAMP_NTZ)) AS TIMESTAMP_NTZ))
timestampdiff(day, CAST(date_trunc('day', CAST(x AS TIMESTAMP_NTZ)) AS TIMESTAMP_NTZ), CAST(date_trunc('day', CAST(y AS TIMESTAMP_NTZ)) AS TIMESTAMP_NTZ))
timestampdiff(week, CAST(date_trunc('week', CAST(x AS TIMESTAMP_NTZ)) AS TIMESTAMP_NTZ), CAST(date_trunc('week', CAST(y AS TIMESTAMP_NTZ)) AS TIMESTAMP_NTZ))
timestampdiff(month, CAST(date_trunc('month', CAST(x AS TIMESTAMP_NTZ)) AS TIMESTAMP_NTZ), CAST(date_trunc('month', CAST(y AS TIMESTAMP_NTZ)) AS TIMESTAMP_NTZ))
timestampdiff(quarter, CAST(date_trunc('quarter', CAST(x AS TIMESTAMP_NTZ)) AS TIMESTAMP_NTZ), CAST(date_trunc('quarter', CAST(y AS TIMESTAMP_NTZ)) AS TIMESTAMP_NTZ))
timestampdiff(year, CAST(date_trunc('year', CAST(x AS TIMESTAMP_NTZ)) AS TIMESTAMP_NTZ), CAST(date_trunc('year', CAST(y AS TIMESTAMP_NTZ)) AS TIMESTAMP_NTZ))
timestampadd(HOUR, CAST(x AS BIGINT), CAST(y AS TIMESTAMP_NTZ))
timestampadd(DAY, CAST(x AS BIGINT), CAST(y AS TIMESTAMP_NTZ))
timestampadd(WEEK, CAST(x AS BIGINT), CAST(y AS TIMESTAMP_NTZ))
timestampadd(MONTH, CAST(x AS BIGINT), CAST(y AS TIMESTAMP_NTZ))
timestampadd(QUARTER, CAST(x AS BIGINT), CAST(y AS TIMESTAMP_NTZ))
timestampadd(YEAR, CAST(x AS BIGINT), CAST(y AS TIMESTAMP_NTZ))
CAST(x AS DATE)
CAST(x AS DOUBLE), CAST(y AS DOUBLE)
x, ', ') WITHIN GROUP (ORDER BY x ASC NULLS LAST, y DESC NULLS FIRST
(x LIKE y ESCAPE '!')
TRY_CAST(x AS BIGINT)
TRY_CAST(x AS DATE)
(dayofweek(CAST(x AS TIMESTAMP_NTZ)) - 1)
(weekday(CAST(x AS TIMESTAMP_NTZ)) + 1)
dayofyear(CAST(x AS TIMESTAMP_NTZ))
extract(YEAROFWEEK FROM CAST(x AS TIMESTAMP_NTZ))
count(*) FILTER (WHERE c)
count(x) FILTER (WHERE c)
sum(x) FILTER (WHERE c)
min(x) FILTER (WHERE c)
max(x) FILTER (WHERE c)
avg(CAST(x AS DOUBLE)) FILTER (WHERE c)
count(DISTINCT x) FILTER (WHERE c)
sum(DISTINCT x) FILTER (WHERE c)
avg(DISTINCT CAST(x AS DOUBLE)) FILTER (WHERE c)
percentile_cont(0.5) WITHIN GROUP (ORDER BY CAST(x AS DOUBLE)) FILTER (WHERE c)
percentile_cont(0.9) WITHIN GROUP (ORDER BY CAST(x AS DOUBLE)) FILTER (WHERE c)
percentile_disc(0.9) WITHIN GROUP (ORDER BY x) FILTER (WHERE c)
stddev_samp(CAST(x AS DOUBLE)) FILTER (WHERE c)
stddev_pop(CAST(x AS DOUBLE)) FILTER (WHERE c)
var_samp(CAST(x AS DOUBLE)) FILTER (WHERE c)
var_pop(CAST(x AS DOUBLE)) FILTER (WHERE c)
corr(CAST(x AS DOUBLE), CAST(y AS DOUBLE))
covar_pop(CAST(x AS DOUBLE), CAST(y AS DOUBLE))
covar_samp(CAST(x AS DOUBLE), CAST(y AS DOUBLE))
listagg(x, ', ') WITHIN GROUP (ORDER BY x ASC NULLS LAST, y DESC NULLS FIRST)
listagg(DISTINCT x, ', ') WITHIN GROUP (ORDER BY x ASC NULLS LAST)
x ASC NULLS LAST / x DESC NULLS FIRST

WITH
-- items by day
`s1_items` AS (
  SELECT
    CAST(date_trunc('day', `items`.`sold_at`) AS TIMESTAMP_NTZ) AS `bucket`,
    `customers`.`plan` AS `d1`,
    sum((`items`.`quantity` * `items`.`price`)) AS `a0`,
    sum(`items`.`quantity`) FILTER (WHERE (`items`.`quantity` > 0)) AS `a1`
  FROM src.items AS `items`
  LEFT JOIN src.orders AS `orders`
    ON `items`.`order_id` = `orders`.`id` AND (`orders`.`ordered_at` < TIMESTAMP_NTZ '2026-11-15 00:00:00' OR `orders`.`ordered_at` IS NULL)
  LEFT JOIN src.customers AS `customers`
    ON `orders`.`customer_id` = `customers`.`id`
  WHERE `items`.`sold_at` >= TIMESTAMP_NTZ '2026-09-01 00:00:00'
    AND `items`.`sold_at` < TIMESTAMP_NTZ '2026-11-15 00:00:00'
  GROUP BY 1, 2
),
-- the windows of time that are asked for
`windows` AS (
  SELECT * FROM (VALUES
    (0, DATE '2026-10-01', 0, TIMESTAMP_NTZ '2026-10-01 00:00:00', TIMESTAMP_NTZ '2026-11-01 00:00:00'),
    (0, DATE '2026-10-01', 1, TIMESTAMP_NTZ '2026-09-01 00:00:00', TIMESTAMP_NTZ '2026-10-01 00:00:00'),
    (2, DATE '2026-11-01', 0, TIMESTAMP_NTZ '2026-11-01 00:00:00', TIMESTAMP_NTZ '2026-11-15 00:00:00'),
    (2, DATE '2026-11-01', 1, TIMESTAMP_NTZ '2026-10-01 00:00:00', TIMESTAMP_NTZ '2026-10-15 00:00:00')
  ) AS v(`window`, `period`, `comparison`, `start`, `end`)
),
-- items: each period beside what it is compared with
`w2_items` AS (
  SELECT
    w.`period` AS `window`,
    x.`d1`,
    sum(x.`a0`) FILTER (WHERE w.`comparison` = 0) AS `a0`,
    sum(x.`a0`) FILTER (WHERE w.`comparison` = 1) AS `a0_1`,
    sum(x.`a1`) FILTER (WHERE w.`comparison` = 0) AS `a1`,
    sum(x.`a1`) FILTER (WHERE w.`comparison` = 1) AS `a1_1`
  FROM `windows` AS w
  JOIN `s1_items` AS x
    ON x.`bucket` >= w.`start` AND x.`bucket` < w.`end`
  GROUP BY w.`period`, x.`d1`
),
-- tickets by day
`s3_tickets` AS (
  SELECT
    CAST(date_trunc('day', convert_timezone('UTC', 'Europe/Berlin', CAST(`tickets`.`opened_at` AS TIMESTAMP_NTZ))) AS TIMESTAMP_NTZ) AS `bucket`,
    `customers`.`plan` AS `d1`,
    count(`tickets`.`id`) AS `a2`
  FROM src.tickets AS `tickets`
  LEFT JOIN src.customers AS `customers`
    ON `tickets`.`customer_id` = `customers`.`id`
  WHERE `tickets`.`opened_at` >= TIMESTAMP '2026-08-31 22:00:00+00:00'
    AND `tickets`.`opened_at` < TIMESTAMP '2026-11-14 23:00:00+00:00'
  GROUP BY 1, 2
),
-- tickets: each period beside what it is compared with
`w4_tickets` AS (
  SELECT
    w.`period` AS `window`,
    x.`d1`,
    coalesce(sum(x.`a2`) FILTER (WHERE w.`comparison` = 0), 0) AS `a2`,
    coalesce(sum(x.`a2`) FILTER (WHERE w.`comparison` = 1), 0) AS `a2_1`
  FROM `windows` AS w
  JOIN `s3_tickets` AS x
    ON x.`bucket` >= w.`start` AND x.`bucket` < w.`end`
  GROUP BY w.`period`, x.`d1`
),
-- all facts side by side
`x5_together` AS (
  SELECT `window`, `d1`, max(`a0`) AS `a0`, max(`a0_1`) AS `a0_1`, max(`a1`) AS `a1`, max(`a1_1`) AS `a1_1`, max(`a2`) AS `a2`, max(`a2_1`) AS `a2_1`
  FROM (
    SELECT `window`, `d1`, `a0`, `a0_1`, `a1`, `a1_1`, NULL AS `a2`, NULL AS `a2_1` FROM `w2_items`
    UNION ALL
    SELECT `window`, `d1`, NULL AS `a0`, NULL AS `a0_1`, NULL AS `a1`, NULL AS `a1_1`, `a2`, `a2_1` FROM `w4_tickets`
  ) AS side_by_side
  GROUP BY `window`, `d1`
)
-- the answer
SELECT
  `window` AS `time.month`,
  `d1` AS `customers.plan`,
  `a0` AS `revenue`,
  `a0_1` AS `revenue_previous`,
  `a1` AS `items_sold`,
  `a1_1` AS `items_sold_previous`,
  coalesce(`a2`, 0) AS `tickets`,
  coalesce(`a2_1`, 0) AS `tickets_previous`
FROM `x5_together`
ORDER BY `revenue` DESC NULLS FIRST
LIMIT 10
