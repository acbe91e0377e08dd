"a ""b"" `c`"
'O''Hara \\ Co'
DATE '2026-03-29'
'2026-03-29 12:30:00'::TIMESTAMP_NTZ
'2026-03-29 10:30:00 +00:00'::TIMESTAMP_TZ
INTERVAL '2 WEEK'
t
t
convert_timezone('Europe/Berlin', t)::TIMESTAMP_NTZ
date_trunc('millisecond', t)
date_trunc('second', t)
date_trunc('minute', t)
date_trunc('hour', t)
date_trunc('day', t)
date_trunc('week', t)
date_trunc('month', t)
date_trunc('quarter', t)
date_trunc('year', t)
date_trunc('month', t)
date_trunc('quarter', t)
date_trunc('year', t - INTERVAL '3 MONTH') + INTERVAL '3 MONTH'
timestampadd('microsecond', datediff('microsecond', from, to), base)
WITH RECURSIVE steps (step) AS (
  SELECT '2026-03-29 12:30:00'::TIMESTAMP_NTZ UNION ALL SELECT step + INTERVAL '1 HOUR' FROM steps WHERE step + INTERVAL '1 HOUR' <= '2026-03-30 12:30:00'::TIMESTAMP_NTZ
)
SELECT step AS c FROM steps
CAST(x AS BOOLEAN)
CAST(x AS BIGINT)
CAST(x AS DECIMAL(12, 2))
CAST(x AS DOUBLE)
CAST(x AS VARCHAR)
CAST(x AS DATE)
CAST(x AS TIMESTAMP_NTZ)
CAST(x AS TIMESTAMP_TZ)
CAST(x AS TIME)
CAST(x AS INTERVAL)
CAST(x AS VARCHAR)
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
(x IS NOT DISTINCT FROM TRUE)
(x IS DISTINCT FROM TRUE)
(x IS NOT DISTINCT FROM FALSE)
(x IS DISTINCT FROM FALSE)
(x IS DISTINCT FROM y)
(x IS NOT DISTINCT FROM y)
(x BETWEEN y AND z)
(x LIKE y)
(x NOT LIKE y)
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
log(10, x)
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
ltrim(x, 'y')
rtrim(x, 'y')
length(x)
substring(x, y, z)
replace(x, y, z)
position(x, y)
left(x, y)
right(x, y)
startswith(x, y)
split_part(x, y, z)
(regexp_instr(x, y) > 0)
regexp_replace(x, y, z)
repeat(x, CAST(y AS INTEGER))
reverse(x)
lpad(x, 7, ' ')
rpad(x, 7, ' ')
date_trunc('hour', CAST(x AS TIMESTAMP_NTZ))
date_trunc('day', CAST(x AS TIMESTAMP_NTZ))
date_trunc('week', CAST(x AS TIMESTAMP_NTZ))
date_trunc('month', CAST(x AS TIMESTAMP_NTZ))
date_trunc('quarter', CAST(x AS TIMESTAMP_NTZ))
date_trunc('year', CAST(x AS TIMESTAMP_NTZ))
date_part('hour', CAST(x AS TIMESTAMP_NTZ))
date_part('day', CAST(x AS TIMESTAMP_NTZ))
weekiso(CAST(x AS TIMESTAMP_NTZ))
date_part('month', CAST(x AS TIMESTAMP_NTZ))
date_part('quarter', CAST(x AS TIMESTAMP_NTZ))
date_part('year', CAST(x AS TIMESTAMP_NTZ))
datediff('hour', date_trunc('hour', CAST(x AS TIMESTAMP_NTZ)), date_trunc('hour', CAST(y AS TIMESTAMP_NTZ)))
datediff('day', date_trunc('day', CAST(x AS TIMESTAMP_NTZ)), date_trunc('day', CAST(y AS TIMESTAMP_NTZ)))
datediff('week', date_trunc('week', CAST(x AS TIMESTAMP_NTZ)), date_trunc('week', CAST(y AS TIMESTAMP_NTZ)))
datediff('month', date_trunc('month', CAST(x AS TIMESTAMP_NTZ)), date_trunc('month', CAST(y AS TIMESTAMP_NTZ)))
datediff('quarter', date_trunc('quarter', CAST(x AS TIMESTAMP_NTZ)), date_trunc('quarter', CAST(y AS TIMESTAMP_NTZ)))
datediff('year', date_trunc('year', CAST(x AS TIMESTAMP_NTZ)), date_trunc('year', CAST(y AS TIMESTAMP_NTZ)))
dateadd('hour', CAST(x AS BIGINT), CAST(y AS TIMESTAMP_NTZ))
dateadd('day', CAST(x AS BIGINT), CAST(y AS TIMESTAMP_NTZ))
dateadd('week', CAST(x AS BIGINT), CAST(y AS TIMESTAMP_NTZ))
dateadd('month', CAST(x AS BIGINT), CAST(y AS TIMESTAMP_NTZ))
dateadd('quarter', CAST(x AS BIGINT), CAST(y AS TIMESTAMP_NTZ))
dateadd('year', CAST(x AS BIGINT), CAST(y AS TIMESTAMP_NTZ))
CAST(x AS DATE)
CAST(x AS DOUBLE), CAST(y AS DOUBLE)
x, ', ') WITHIN GROUP (ORDER BY x ASC NULLS LAST, y DESC NULLS FIRST
(x LIKE y ESCAPE '!')
TRY_CAST(CAST(x AS VARCHAR) AS BIGINT)
TRY_CAST(CAST(x AS VARCHAR) AS DATE)
(dayofweekiso(CAST(x AS TIMESTAMP_NTZ)) % 7)
dayofweekiso(CAST(x AS TIMESTAMP_NTZ))
dayofyear(CAST(x AS TIMESTAMP_NTZ))
yearofweekiso(CAST(x AS TIMESTAMP_NTZ))
count(CASE WHEN c THEN 1 END)
count(CASE WHEN c THEN x END)
sum(CASE WHEN c THEN x END)
min(CASE WHEN c THEN x END)
max(CASE WHEN c THEN x END)
avg(CAST(CASE WHEN c THEN x END AS DOUBLE))
count(DISTINCT CASE WHEN c THEN x END)
sum(DISTINCT CASE WHEN c THEN x END)
avg(DISTINCT CAST(CASE WHEN c THEN x END AS DOUBLE))
percentile_cont(0.5) WITHIN GROUP (ORDER BY CAST(CASE WHEN c THEN x END AS DOUBLE))
percentile_cont(0.9) WITHIN GROUP (ORDER BY CAST(CASE WHEN c THEN x END AS DOUBLE))
percentile_disc(0.9) WITHIN GROUP (ORDER BY CASE WHEN c THEN x END)
stddev_samp(CAST(CASE WHEN c THEN x END AS DOUBLE))
stddev_pop(CAST(CASE WHEN c THEN x END AS DOUBLE))
var_samp(CAST(CASE WHEN c THEN x END AS DOUBLE))
var_pop(CAST(CASE WHEN c THEN x END AS DOUBLE))
corr(CAST(x AS DOUBLE), CAST(y AS DOUBLE))
covar_pop(CAST(x AS DOUBLE), CAST(y AS DOUBLE))
covar_samp(CAST(x AS DOUBLE), CAST(y AS DOUBLE))
listagg(x, ', ') WITHIN GROUP (ORDER BY x ASC NULLS LAST, y DESC NULLS FIRST)
listagg(DISTINCT x, ', ') WITHIN GROUP (ORDER BY x ASC NULLS LAST)
x ASC NULLS LAST / x DESC NULLS FIRST

WITH
-- items by day
"s1_items" AS (
  SELECT
    date_trunc('day', "items"."sold_at") AS "bucket",
    "customers"."plan" AS "d1",
    sum(("items"."quantity" * "items"."price")) AS "a0",
    sum(CASE WHEN ("items"."quantity" > 0) THEN "items"."quantity" END) AS "a1"
  FROM src.items AS "items"
  LEFT JOIN src.orders AS "orders"
    ON "items"."order_id" = "orders"."id" AND ("orders"."ordered_at" < '2026-11-15 00:00:00'::TIMESTAMP_NTZ OR "orders"."ordered_at" IS NULL)
  LEFT JOIN src.customers AS "customers"
    ON "orders"."customer_id" = "customers"."id"
  WHERE "items"."sold_at" >= '2026-09-01 00:00:00'::TIMESTAMP_NTZ
    AND "items"."sold_at" < '2026-11-15 00:00:00'::TIMESTAMP_NTZ
  GROUP BY 1, 2
),
-- the windows of time that are asked for
"windows" AS (
  SELECT 0 AS "window", DATE '2026-10-01' AS "period", 0 AS "comparison", '2026-10-01 00:00:00'::TIMESTAMP_NTZ AS "start", '2026-11-01 00:00:00'::TIMESTAMP_NTZ AS "end"
  UNION ALL
  SELECT 0 AS "window", DATE '2026-10-01' AS "period", 1 AS "comparison", '2026-09-01 00:00:00'::TIMESTAMP_NTZ AS "start", '2026-10-01 00:00:00'::TIMESTAMP_NTZ AS "end"
  UNION ALL
  SELECT 2 AS "window", DATE '2026-11-01' AS "period", 0 AS "comparison", '2026-11-01 00:00:00'::TIMESTAMP_NTZ AS "start", '2026-11-15 00:00:00'::TIMESTAMP_NTZ AS "end"
  UNION ALL
  SELECT 2 AS "window", DATE '2026-11-01' AS "period", 1 AS "comparison", '2026-10-01 00:00:00'::TIMESTAMP_NTZ AS "start", '2026-10-15 00:00:00'::TIMESTAMP_NTZ AS "end"
),
-- items: each period beside what it is compared with
"w2_items" AS (
  SELECT
    w."period" AS "window",
    x."d1",
    sum(CASE WHEN w."comparison" = 0 THEN x."a0" END) AS "a0",
    sum(CASE WHEN w."comparison" = 1 THEN x."a0" END) AS "a0_1",
    sum(CASE WHEN w."comparison" = 0 THEN x."a1" END) AS "a1",
    sum(CASE WHEN w."comparison" = 1 THEN x."a1" END) AS "a1_1"
  FROM "windows" AS w
  JOIN "s1_items" AS x
    ON x."bucket" >= w."start" AND x."bucket" < w."end"
  GROUP BY w."period", x."d1"
),
-- tickets by day
"s3_tickets" AS (
  SELECT
    date_trunc('day', convert_timezone('Europe/Berlin', "tickets"."opened_at")::TIMESTAMP_NTZ) AS "bucket",
    "customers"."plan" AS "d1",
    count("tickets"."id") AS "a2"
  FROM src.tickets AS "tickets"
  LEFT JOIN src.customers AS "customers"
    ON "tickets"."customer_id" = "customers"."id"
  WHERE "tickets"."opened_at" >= '2026-08-31 22:00:00 +00:00'::TIMESTAMP_TZ
    AND "tickets"."opened_at" < '2026-11-14 23:00:00 +00:00'::TIMESTAMP_TZ
  GROUP BY 1, 2
),
-- tickets: each period beside what it is compared with
"w4_tickets" AS (
  SELECT
    w."period" AS "window",
    x."d1",
    coalesce(sum(CASE WHEN w."comparison" = 0 THEN x."a2" END), 0) AS "a2",
    coalesce(sum(CASE WHEN w."comparison" = 1 THEN x."a2" END), 0) AS "a2_1"
  FROM "windows" AS w
  JOIN "s3_tickets" AS x
    ON x."bucket" >= w."start" AND x."bucket" < w."end"
  GROUP BY w."period", x."d1"
),
-- all facts side by side
"x5_together" AS (
  SELECT "window", "d1", max("a0") AS "a0", max("a0_1") AS "a0_1", max("a1") AS "a1", max("a1_1") AS "a1_1", max("a2") AS "a2", max("a2_1") AS "a2_1"
  FROM (
    SELECT "window", "d1", "a0", "a0_1", "a1", "a1_1", NULL AS "a2", NULL AS "a2_1" FROM "w2_items"
    UNION ALL
    SELECT "window", "d1", NULL AS "a0", NULL AS "a0_1", NULL AS "a1", NULL AS "a1_1", "a2", "a2_1" FROM "w4_tickets"
  ) AS side_by_side
  GROUP BY "window", "d1"
)
-- the answer
SELECT
  "window" AS "time.month",
  "d1" AS "customers.plan",
  "a0" AS "revenue",
  "a0_1" AS "revenue_previous",
  "a1" AS "items_sold",
  "a1_1" AS "items_sold_previous",
  coalesce("a2", 0) AS "tickets",
  coalesce("a2_1", 0) AS "tickets_previous"
FROM "x5_together"
ORDER BY "revenue" DESC NULLS FIRST
LIMIT 10
