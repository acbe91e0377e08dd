`a "b" \`c\``
'O\'Hara \\ Co'
toDate32('2026-03-29')
toDateTime64('2026-03-29 12:30:00', 6, 'UTC')
toDateTime64('2026-03-29 10:30:00', 6, 'UTC')
INTERVAL 2 WEEK
t
t
addSeconds(toDateTime64(t, 6, 'UTC'), timezoneOffset(toTimeZone(t, 'Europe/Berlin')))
toDateTime64(date_trunc('millisecond', t), 6, 'UTC')
toDateTime64(date_trunc('second', t), 6, 'UTC')
toDateTime64(date_trunc('minute', t), 6, 'UTC')
toDateTime64(date_trunc('hour', t), 6, 'UTC')
toDateTime64(date_trunc('day', t), 6, 'UTC')
toDateTime64(date_trunc('week', t), 6, 'UTC')
toDateTime64(date_trunc('month', t), 6, 'UTC')
toDateTime64(date_trunc('quarter', t), 6, 'UTC')
toDateTime64(date_trunc('year', t), 6, 'UTC')
toDateTime64(date_trunc('month', t), 6, 'UTC')
toDateTime64(date_trunc('quarter', t), 6, 'UTC')
toDateTime64(date_trunc('year', t - INTERVAL 3 MONTH), 6, 'UTC') + INTERVAL 3 MONTH
(base + toIntervalMicrosecond(dateDiff('microsecond', from, to)))
WITH RECURSIVE steps AS (
  SELECT toDateTime64('2026-03-29 12:30:00', 6, 'UTC') AS step UNION ALL SELECT step + INTERVAL 1 hour FROM steps WHERE step + INTERVAL 1 hour <= toDateTime64('2026-03-30 12:30:00', 6, 'UTC')
)
SELECT step AS c FROM steps
CAST(x AS Nullable(Bool))
CAST(x AS Nullable(Int64))
CAST(x AS Nullable(Decimal(12, 2)))
CAST(x AS Nullable(Float64))
CAST(x AS Nullable(String))
CAST(x AS Nullable(Date32))
CAST(x AS Nullable(DateTime64(6, 'UTC')))
CAST(x AS Nullable(DateTime64(6, 'UTC')))
CAST(x AS Nullable(String))
CAST(x AS Nullable(String))
CAST(x AS Nullable(String))
(x + y)
(x - y)
(x * y)
(CAST(x AS Nullable(Float64)) / nullif(y, 0))
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
ifNull(x, FALSE)
(NOT ifNull(x, FALSE))
(NOT ifNull(x, TRUE))
ifNull(x, TRUE)
(NOT isNotDistinctFrom(x, y))
isNotDistinctFrom(x, y)
(x BETWEEN y AND z)
(x LIKE replaceAll(y, '\\', '\\\\'))
(x NOT LIKE replaceAll(y, '\\', '\\\\'))
(x || y)
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
radians(x)
degrees(x)
lowerUTF8(x)
upperUTF8(x)
trim(x)
trim(LEADING 'y' FROM x)
trim(TRAILING 'y' FROM x)
lengthUTF8(x)
substringUTF8(x, y, z)
replace(x, y, z)
positionUTF8(y, x)
leftUTF8(x, y)
rightUTF8(x, y)
startsWith(x, y)
if(isNull(x), NULL, splitByString(y, assumeNotNull(x))[z])
match(x, y)
replaceRegexpAll(x, y, z)
repeat(x, CAST(y AS INTEGER))
reverseUTF8(x)
leftPadUTF8(x, 7, ' ')
rightPadUTF8(x, 7, ' ')
toDateTime64(date_trunc('hour', CAST(x AS Nullable(DateTime64(6, 'UTC')))), 6, 'UTC')
toDateTime64(date_trunc('day', CAST(x AS Nullable(DateTime64(6, 'UTC')))), 6, 'UTC')
toDateTime64(date_trunc('week', CAST(x AS Nullable(DateTime64(6, 'UTC')))), 6, 'UTC')
toDateTime64(date_trunc('month', CAST(x AS Nullable(DateTime64(6, 'UTC')))), 6, 'UTC')
toDateTime64(date_trunc('quarter', CAST(x AS Nullable(DateTime64(6, 'UTC')))), 6, 'UTC')
toDateTime64(date_trunc('year', CAST(x AS Nullable(DateTime64(6, 'UTC')))), 6, 'UTC')
EXTRACT(hour FROM CAST(x AS Nullable(DateTime64(6, 'UTC'))))
EXTRACT(day FROM CAST(x AS Nullable(DateTime64(6, 'UTC'))))
toISOWeek(CAST(x AS Nullable(DateTime64(6, 'UTC'))))
EXTRACT(month FROM CAST(x AS Nullable(DateTime64(6, 'UTC'))))
EXTRACT(quarter FROM CAST(x AS Nullable(DateTime64(6, 'UTC'))))
EXTRACT(year FROM CAST(x AS Nullable(DateTime64(6, 'UTC'))))
dateDiff('hour', toDateTime64(date_trunc('hour', CAST(x AS Nullable(DateTime64(6, 'UTC')))), 6, 'UTC'), toDateTime64(date_trunc('hour', CAST(y AS Nullable(DateTime64(6, 'UTC')))), 6, 'UTC'))
dateDiff('day', toDateTime64(date_trunc('day', CAST(x AS Nullable(DateTime64(6, 'UTC')))), 6, 'UTC'), toDateTime64(date_trunc('day', CAST(y AS Nullable(DateTime64(6, 'UTC')))), 6, 'UTC'))
dateDiff('week', toDateTime64(date_trunc('week', CAST(x AS Nullable(DateTime64(6, 'UTC')))), 6, 'UTC'), toDateTime64(date_trunc('week', CAST(y AS Nullable(DateTime64(6, 'UTC')))), 6, 'UTC'))
dateDiff('month', toDateTime64(date_trunc('month', CAST(x AS Nullable(DateTime64(6, 'UTC')))), 6, 'UTC'), toDateTime64(date_trunc('month', CAST(y AS Nullable(DateTime64(6, 'UTC')))), 6, 'UTC'))
dateDiff('quarter', toDateTime64(date_trunc('quarter', CAST(x AS Nullable(DateTime64(6, 'UTC')))), 6, 'UTC'), toDateTime64(date_trunc('quarter', CAST(y AS Nullable(DateTime64(6, 'UTC')))), 6, 'UTC'))
dateDiff('year', toDateTime64(date_trunc('year', CAST(x AS Nullable(DateTime64(6, 'UTC')))), 6, 'UTC'), toDateTime64(date_trunc('year', CAST(y AS Nullable(DateTime64(6, 'UTC')))), 6, 'UTC'))
(CAST(y AS Nullable(DateTime64(6, 'UTC'))) + toIntervalHour(CAST(x AS Nullable(Int64))))
(CAST(y AS Nullable(DateTime64(6, 'UTC'))) + toIntervalDay(CAST(x AS Nullable(Int64))))
(CAST(y AS Nullable(DateTime64(6, 'UTC'))) + toIntervalWeek(CAST(x AS Nullable(Int64))))
(CAST(y AS Nullable(DateTime64(6, 'UTC'))) + toIntervalMonth(CAST(x AS Nullable(Int64))))
(CAST(y AS Nullable(DateTime64(6, 'UTC'))) + toIntervalQuarter(CAST(x AS Nullable(Int64))))
(CAST(y AS Nullable(DateTime64(6, 'UTC'))) + toIntervalYear(CAST(x AS Nullable(Int64))))
CAST(x AS DATE)
CAST(x AS Nullable(Float64)), CAST(y AS Nullable(Float64))
x, ', ' ORDER BY x ASC NULLS LAST, y DESC NULLS FIRST
-- ClickHouse cannot compute a pattern with an escape of its own
-- ClickHouse cannot compute what a text would be if it were one
(toDayOfWeek(CAST(x AS Nullable(DateTime64(6, 'UTC')))) % 7)
toDayOfWeek(CAST(x AS Nullable(DateTime64(6, 'UTC'))))
toDayOfYear(CAST(x AS Nullable(DateTime64(6, 'UTC'))))
toISOYear(CAST(x AS Nullable(DateTime64(6, 'UTC'))))
count(*) FILTER (WHERE c)
count(x) FILTER (WHERE c)
sumOrNull(x) FILTER (WHERE c)
minOrNull(x) FILTER (WHERE c)
maxOrNull(x) FILTER (WHERE c)
avgOrNull(CAST(x AS Nullable(Float64))) FILTER (WHERE c)
count(DISTINCT x) FILTER (WHERE c)
sumOrNull(DISTINCT x) FILTER (WHERE c)
avgOrNull(DISTINCT CAST(x AS Nullable(Float64))) FILTER (WHERE c)
quantileExactInclusiveOrNull(0.5)(CAST(x AS Nullable(Float64))) FILTER (WHERE c)
quantileExactInclusiveOrNull(0.9)(CAST(x AS Nullable(Float64))) FILTER (WHERE c)
quantileExactLowOrNull(0.9)(x) FILTER (WHERE c)
stddevSampOrNull(CAST(x AS Nullable(Float64))) FILTER (WHERE c)
stddevPopOrNull(CAST(x AS Nullable(Float64))) FILTER (WHERE c)
varSampOrNull(CAST(x AS Nullable(Float64))) FILTER (WHERE c)
varPopOrNull(CAST(x AS Nullable(Float64))) FILTER (WHERE c)
-- has no CORRELATION
-- has no COVARIANCE_POPULATION
-- has no COVARIANCE_SAMPLE
-- has no LIST
-- has no LIST_DISTINCT
x ASC NULLS LAST / x DESC NULLS FIRST

WITH
-- items by day
`s1_items` AS (
  SELECT
    toDateTime64(date_trunc('day', `items`.`sold_at`), 6, 'UTC') AS `bucket`,
    `customers`.`plan` AS `d1`,
    sumOrNull((`items`.`quantity` * `items`.`price`)) AS `a0`,
    sumOrNull(`items`.`quantity`) FILTER (WHERE (`items`.`quantity` > 0)) AS `a1`
  FROM src.items AS `items`
  LEFT JOIN src.orders AS `orders`
    ON `items`.`order_id` = `orders`.`id` AND (`orders`.`ordered_at` < toDateTime64('2026-11-15 00:00:00', 6, 'UTC') OR `orders`.`ordered_at` IS NULL)
  LEFT JOIN src.customers AS `customers`
    ON `orders`.`customer_id` = `customers`.`id`
  WHERE `items`.`sold_at` >= toDateTime64('2026-09-01 00:00:00', 6, 'UTC')
    AND `items`.`sold_at` < toDateTime64('2026-11-15 00:00:00', 6, 'UTC')
  GROUP BY 1, 2
),
-- the windows of time that are asked for
`windows` AS (
  SELECT 0 AS `window`, toDate32('2026-10-01') AS `period`, 0 AS `comparison`, toDateTime64('2026-10-01 00:00:00', 6, 'UTC') AS `start`, toDateTime64('2026-11-01 00:00:00', 6, 'UTC') AS `end`
  UNION ALL
  SELECT 0 AS `window`, toDate32('2026-10-01') AS `period`, 1 AS `comparison`, toDateTime64('2026-09-01 00:00:00', 6, 'UTC') AS `start`, toDateTime64('2026-10-01 00:00:00', 6, 'UTC') AS `end`
  UNION ALL
  SELECT 2 AS `window`, toDate32('2026-11-01') AS `period`, 0 AS `comparison`, toDateTime64('2026-11-01 00:00:00', 6, 'UTC') AS `start`, toDateTime64('2026-11-15 00:00:00', 6, 'UTC') AS `end`
  UNION ALL
  SELECT 2 AS `window`, toDate32('2026-11-01') AS `period`, 1 AS `comparison`, toDateTime64('2026-10-01 00:00:00', 6, 'UTC') AS `start`, toDateTime64('2026-10-15 00:00:00', 6, 'UTC') AS `end`
),
-- items: each period beside what it is compared with
`w2_items` AS (
  SELECT
    w.`period` AS `window`,
    x.`d1`,
    sumOrNull(x.`a0`) FILTER (WHERE w.`comparison` = 0) AS `a0`,
    sumOrNull(x.`a0`) FILTER (WHERE w.`comparison` = 1) AS `a0_1`,
    sumOrNull(x.`a1`) FILTER (WHERE w.`comparison` = 0) AS `a1`,
    sumOrNull(x.`a1`) FILTER (WHERE w.`comparison` = 1) AS `a1_1`
  FROM `windows` AS w
  JOIN `s1_items` AS x
    ON x.`bucket` >= w.`start` AND x.`bucket` < w.`end`
  GROUP BY w.`period`, x.`d1`
),
-- tickets by day
`s3_tickets` AS (
  SELECT
    toDateTime64(date_trunc('day', addSeconds(toDateTime64(`tickets`.`opened_at`, 6, 'UTC'), timezoneOffset(toTimeZone(`tickets`.`opened_at`, 'Europe/Berlin')))), 6, 'UTC') AS `bucket`,
    `customers`.`plan` AS `d1`,
    count(`tickets`.`id`) AS `a2`
  FROM src.tickets AS `tickets`
  LEFT JOIN src.customers AS `customers`
    ON `tickets`.`customer_id` = `customers`.`id`
  WHERE `tickets`.`opened_at` >= toDateTime64('2026-08-31 22:00:00', 6, 'UTC')
    AND `tickets`.`opened_at` < toDateTime64('2026-11-14 23:00:00', 6, 'UTC')
  GROUP BY 1, 2
),
-- tickets: each period beside what it is compared with
`w4_tickets` AS (
  SELECT
    w.`period` AS `window`,
    x.`d1`,
    coalesce(sumOrNull(x.`a2`) FILTER (WHERE w.`comparison` = 0), 0) AS `a2`,
    coalesce(sumOrNull(x.`a2`) FILTER (WHERE w.`comparison` = 1), 0) AS `a2_1`
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
