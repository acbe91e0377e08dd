`a "b" \`c\``
'O\'Hara \\ Co'
DATE '2026-03-29'
DATETIME '2026-03-29 12:30:00'
TIMESTAMP '2026-03-29 10:30:00+00'
INTERVAL 2 WEEK
t
t
DATETIME(t, 'Europe/Berlin')
DATETIME_TRUNC(t, MILLISECOND)
DATETIME_TRUNC(t, SECOND)
DATETIME_TRUNC(t, MINUTE)
DATETIME_TRUNC(t, HOUR)
DATETIME_TRUNC(t, DAY)
DATETIME_TRUNC(t, ISOWEEK)
DATETIME_TRUNC(t, MONTH)
DATETIME_TRUNC(t, QUARTER)
DATETIME_TRUNC(t, YEAR)
DATETIME_TRUNC(t, MONTH)
DATETIME_TRUNC(t, QUARTER)
DATETIME_TRUNC(t - INTERVAL 3 MONTH, YEAR) + INTERVAL 3 MONTH
(base + (to - from))
WITH RECURSIVE steps AS (
  SELECT DATETIME '2026-03-29 12:30:00' AS step UNION ALL SELECT step + INTERVAL 1 HOUR FROM steps WHERE step + INTERVAL 1 HOUR <= DATETIME '2026-03-30 12:30:00'
)
SELECT step AS c FROM steps
CAST(x AS BOOL)
CAST(x AS INT64)
ROUND(CAST(x AS BIGNUMERIC), 2)
CAST(x AS FLOAT64)
CAST(x AS STRING)
CAST(x AS DATE)
CAST(x AS DATETIME)
CAST(x AS TIMESTAMP)
CAST(x AS TIME)
CAST(x AS INTERVAL)
CAST(x AS STRING)
(x + y)
(x - y)
(x * y)
(CAST(x AS FLOAT64) / nullif(y, 0))
MOD(x, nullif(y, 0))
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
(CAST(x AS STRING) || CAST(y AS STRING))
coalesce(x, y)
nullif(x, y)
greatest(coalesce(x, y), coalesce(y, x))
least(coalesce(x, y), coalesce(y, x))
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
(x * ACOS(-1) / 180)
(x * 180 / ACOS(-1))
lower(x)
upper(x)
trim(x)
ltrim(x, 'y')
rtrim(x, 'y')
length(x)
substring(x, y, z)
replace(x, y, z)
strpos(y, x)
left(x, y)
right(x, y)
starts_with(x, y)
IF(x IS NULL, NULL, coalesce(split(x, y)[SAFE_ORDINAL(z)], ''))
regexp_contains(x, y)
regexp_replace(x, y, z)
repeat(x, y)
reverse(x)
lpad(x, 7, ' ')
rpad(x, 7, ' ')
DATETIME_TRUNC(CAST(x AS DATETIME), HOUR)
DATETIME_TRUNC(CAST(x AS DATETIME), DAY)
DATETIME_TRUNC(CAST(x AS DATETIME), ISOWEEK)
DATETIME_TRUNC(CAST(x AS DATETIME), MONTH)
DATETIME_TRUNC(CAST(x AS DATETIME), QUARTER)
DATETIME_TRUNC(CAST(x AS DATETIME), YEAR)
EXTRACT(HOUR FROM CAST(x AS DATETIME))
EXTRACT(DAY FROM CAST(x AS DATETIME))
EXTRACT(ISOWEEK FROM CAST(x AS DATETIME))
EXTRACT(MONTH FROM CAST(x AS DATETIME))
EXTRACT(QUARTER FROM CAST(x AS DATETIME))
EXTRACT(YEAR FROM CAST(x AS DATETIME))
DATETIME_DIFF(CAST(y AS DATETIME), CAST(x AS DATETIME), HOUR)
DATETIME_DIFF(CAST(y AS DATETIME), CAST(x AS DATETIME), DAY)
DATETIME_DIFF(CAST(y AS DATETIME), CAST(x AS DATETIME), ISOWEEK)
DATETIME_DIFF(CAST(y AS DATETIME), CAST(x AS DATETIME), MONTH)
DATETIME_DIFF(CAST(y AS DATETIME), CAST(x AS DATETIME), QUARTER)
DATETIME_DIFF(CAST(y AS DATETIME), CAST(x AS DATETIME), YEAR)
DATETIME_ADD(CAST(y AS DATETIME), INTERVAL CAST(x AS INT64) HOUR)
DATETIME_ADD(CAST(y AS DATETIME), INTERVAL CAST(x AS INT64) DAY)
DATETIME_ADD(CAST(y AS DATETIME), INTERVAL CAST(x AS INT64) WEEK)
DATETIME_ADD(CAST(y AS DATETIME), INTERVAL CAST(x AS INT64) MONTH)
DATETIME_ADD(CAST(y AS DATETIME), INTERVAL CAST(x AS INT64) QUARTER)
DATETIME_ADD(CAST(y AS DATETIME), INTERVAL CAST(x AS INT64) YEAR)
CAST(x AS DATE)
CAST(x AS FLOAT64), CAST(y AS FLOAT64)
x, ', ' ORDER BY x ASC NULLS LAST, y DESC NULLS FIRST
-- BigQuery cannot compute a pattern with an escape of its own
SAFE_CAST(x AS INT64)
SAFE_CAST(x AS DATE)
(EXTRACT(DAYOFWEEK FROM CAST(x AS DATETIME)) - 1)
(MOD(EXTRACT(DAYOFWEEK FROM CAST(x AS DATETIME)) + 5, 7) + 1)
EXTRACT(DAYOFYEAR FROM CAST(x AS DATETIME))
EXTRACT(ISOYEAR FROM CAST(x AS DATETIME))
count(CASE WHEN c THEN 1 END)
count(CASE WHEN c THEN x END)
sum(CASE WHEN c THEN x END)
min(CASE WHEN c THEN x END)
max(CASE WHEN c THEN x END)
avg(CAST(CASE WHEN c THEN x END AS FLOAT64))
count(DISTINCT CASE WHEN c THEN x END)
sum(DISTINCT CASE WHEN c THEN x END)
avg(DISTINCT CAST(CASE WHEN c THEN x END AS FLOAT64))
-- has no MEDIAN
-- has no PERCENTILE_CONTINUOUS
-- has no PERCENTILE_DISCRETE
stddev_samp(CAST(CASE WHEN c THEN x END AS FLOAT64))
stddev_pop(CAST(CASE WHEN c THEN x END AS FLOAT64))
var_samp(CAST(CASE WHEN c THEN x END AS FLOAT64))
var_pop(CAST(CASE WHEN c THEN x END AS FLOAT64))
corr(CAST(x AS FLOAT64), CAST(y AS FLOAT64))
covar_pop(CAST(x AS FLOAT64), CAST(y AS FLOAT64))
covar_samp(CAST(x AS FLOAT64), CAST(y AS FLOAT64))
string_agg(x, ', ' ORDER BY x ASC NULLS LAST, y DESC NULLS FIRST)
string_agg(DISTINCT x, ', ' ORDER BY x ASC NULLS LAST)
x ASC NULLS LAST / x DESC NULLS FIRST

WITH
-- items by day
`s1_items` AS (
  SELECT
    DATETIME_TRUNC(`items`.`sold_at`, DAY) AS `bucket`,
    `customers`.`plan` AS `d1`,
    sum((`items`.`quantity` * `items`.`price`)) AS `a0`,
    sum(CASE WHEN (`items`.`quantity` > 0) THEN `items`.`quantity` END) AS `a1`
  FROM src.items AS `items`
  LEFT JOIN src.orders AS `orders`
    ON `items`.`order_id` = `orders`.`id` AND (`orders`.`ordered_at` < DATETIME '2026-11-15 00:00:00' OR `orders`.`ordered_at` IS NULL)
  LEFT JOIN src.customers AS `customers`
    ON `orders`.`customer_id` = `customers`.`id`
  WHERE `items`.`sold_at` >= DATETIME '2026-09-01 00:00:00'
    AND `items`.`sold_at` < DATETIME '2026-11-15 00:00:00'
  GROUP BY 1, 2
),
-- the windows of time that are asked for
`windows` AS (
  SELECT 0 AS `window`, DATE '2026-10-01' AS `period`, 0 AS `comparison`, DATETIME '2026-10-01 00:00:00' AS `start`, DATETIME '2026-11-01 00:00:00' AS `end`
  UNION ALL
  SELECT 0 AS `window`, DATE '2026-10-01' AS `period`, 1 AS `comparison`, DATETIME '2026-09-01 00:00:00' AS `start`, DATETIME '2026-10-01 00:00:00' AS `end`
  UNION ALL
  SELECT 2 AS `window`, DATE '2026-11-01' AS `period`, 0 AS `comparison`, DATETIME '2026-11-01 00:00:00' AS `start`, DATETIME '2026-11-15 00:00:00' AS `end`
  UNION ALL
  SELECT 2 AS `window`, DATE '2026-11-01' AS `period`, 1 AS `comparison`, DATETIME '2026-10-01 00:00:00' AS `start`, DATETIME '2026-10-15 00:00:00' AS `end`
),
-- items: each period beside what it is compared with
`w2_items` AS (
  SELECT
    w.`period` AS `window`,
    x.`d1`,
    sum(CASE WHEN w.`comparison` = 0 THEN x.`a0` END) AS `a0`,
    sum(CASE WHEN w.`comparison` = 1 THEN x.`a0` END) AS `a0_1`,
    sum(CASE WHEN w.`comparison` = 0 THEN x.`a1` END) AS `a1`,
    sum(CASE WHEN w.`comparison` = 1 THEN x.`a1` END) AS `a1_1`
  FROM `windows` AS w
  JOIN `s1_items` AS x
    ON x.`bucket` >= w.`start` AND x.`bucket` < w.`end`
  GROUP BY w.`period`, x.`d1`
),
-- tickets by day
`s3_tickets` AS (
  SELECT
    DATETIME_TRUNC(DATETIME(`tickets`.`opened_at`, 'Europe/Berlin'), DAY) AS `bucket`,
    `customers`.`plan` AS `d1`,
    count(`tickets`.`id`) AS `a2`
  FROM src.tickets AS `tickets`
  LEFT JOIN src.customers AS `customers`
    ON `tickets`.`customer_id` = `customers`.`id`
  WHERE `tickets`.`opened_at` >= TIMESTAMP '2026-08-31 22:00:00+00'
    AND `tickets`.`opened_at` < TIMESTAMP '2026-11-14 23:00:00+00'
  GROUP BY 1, 2
),
-- tickets: each period beside what it is compared with
`w4_tickets` AS (
  SELECT
    w.`period` AS `window`,
    x.`d1`,
    coalesce(sum(CASE WHEN w.`comparison` = 0 THEN x.`a2` END), 0) AS `a2`,
    coalesce(sum(CASE WHEN w.`comparison` = 1 THEN x.`a2` END), 0) AS `a2_1`
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
