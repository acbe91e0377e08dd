"a ""b"" `c`"
'O''Hara \ Co'
DATE '2026-03-29'
TIMESTAMP '2026-03-29 12:30:00'
TIMESTAMPTZ '2026-03-29 10:30:00+00'
INTERVAL '14' DAY
t
t
(t AT TIME ZONE 'Europe/Berlin')
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
date_trunc('year', t - INTERVAL '3' MONTH) + INTERVAL '3' MONTH
(base + (to - from))
WITH RECURSIVE steps (step) AS (
  SELECT TIMESTAMP '2026-03-29 12:30:00' UNION ALL SELECT step + INTERVAL '1' HOUR FROM steps WHERE step + INTERVAL '1' HOUR <= TIMESTAMP '2026-03-30 12:30:00'
)
SELECT step AS c FROM steps
CAST(x AS BOOLEAN)
CAST(x AS BIGINT)
CAST(x AS NUMERIC(12, 2))
CAST(x AS DOUBLE PRECISION)
CAST(x AS VARCHAR(65535))
CAST(x AS DATE)
CAST(x AS TIMESTAMP)
CAST(x AS TIMESTAMPTZ)
CAST(x AS TIME)
CAST(x AS INTERVAL)
CAST(x AS VARCHAR(65535))
(x + y)
(x - y)
(x * y)
(CAST(x AS DOUBLE PRECISION) / nullif(y, 0))
mod(CAST(x AS DECIMAL(38, 10)), nullif(CAST(y AS DECIMAL(38, 10)), 0))
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
(NOT coalesce(x = y, x IS NULL AND y IS NULL))
coalesce(x = y, x IS NULL AND y IS NULL)
(x BETWEEN y AND z)
(x LIKE replace(y, '\\', '\\\\'))
(x NOT LIKE replace(y, '\\', '\\\\'))
(CAST(x AS VARCHAR(65535)) || CAST(y AS VARCHAR(65535)))
coalesce(x, y)
nullif(x, y)
greatest(x, y)
least(x, y)
abs(x)
sign(x)
round(CAST(x AS DECIMAL(38, 10)), y)
floor(x)
ceil(x)
sqrt(CAST(x AS DOUBLE PRECISION))
power(CAST(x AS DOUBLE PRECISION), CAST(y AS DOUBLE PRECISION))
exp(CAST(x AS DOUBLE PRECISION))
ln(CAST(x AS DOUBLE PRECISION))
log10(CAST(x AS DOUBLE PRECISION))
sin(CAST(x AS DOUBLE PRECISION))
cos(CAST(x AS DOUBLE PRECISION))
tan(CAST(x AS DOUBLE PRECISION))
asin(CAST(x AS DOUBLE PRECISION))
acos(CAST(x AS DOUBLE PRECISION))
atan(CAST(x AS DOUBLE PRECISION))
atan2(CAST(x AS DOUBLE PRECISION), CAST(y AS DOUBLE PRECISION))
radians(CAST(x AS DOUBLE PRECISION))
degrees(CAST(x AS DOUBLE PRECISION))
lower(x)
upper(x)
trim(x)
trim(LEADING 'y' FROM x)
trim(TRAILING 'y' FROM x)
length(x)
substring(x, CAST(CASE WHEN y < 1 THEN 1 ELSE y END AS INTEGER), CAST(CASE WHEN CASE WHEN y < 1 THEN z + y - 1 ELSE z END < 0 THEN 0 ELSE CASE WHEN y < 1 THEN z + y - 1 ELSE z END END AS INTEGER))
replace(x, y, z)
strpos(y, x)
left(x, CAST(y AS INTEGER))
right(x, CAST(y AS INTEGER))
(left(x, len(y)) = y)
split_part(x, y, CAST(z AS INTEGER))
(x ~ y)
regexp_replace(x, y, z)
repeat(x, CAST(y AS INTEGER))
reverse(x)
lpad(x, 7, ' ')
rpad(x, 7, ' ')
date_trunc('hour', CAST(x AS TIMESTAMP))
date_trunc('day', CAST(x AS TIMESTAMP))
date_trunc('week', CAST(x AS TIMESTAMP))
date_trunc('month', CAST(x AS TIMESTAMP))
date_trunc('quarter', CAST(x AS TIMESTAMP))
date_trunc('year', CAST(x AS TIMESTAMP))
CAST(floor(date_part('hour', CAST(x AS TIMESTAMP))) AS BIGINT)
CAST(floor(date_part('day', CAST(x AS TIMESTAMP))) AS BIGINT)
CAST(floor(date_part('week', CAST(x AS TIMESTAMP))) AS BIGINT)
CAST(floor(date_part('month', CAST(x AS TIMESTAMP))) AS BIGINT)
CAST(floor(date_part('quarter', CAST(x AS TIMESTAMP))) AS BIGINT)
CAST(floor(date_part('year', CAST(x AS TIMESTAMP))) AS BIGINT)
datediff(hour, date_trunc('hour', CAST(x AS TIMESTAMP)), date_trunc('hour', CAST(y AS TIMESTAMP)))
datediff(day, date_trunc('day', CAST(x AS TIMESTAMP)), date_trunc('day', CAST(y AS TIMESTAMP)))
datediff(week, date_trunc('week', CAST(x AS TIMESTAMP)), date_trunc('week', CAST(y AS TIMESTAMP)))
datediff(month, date_trunc('month', CAST(x AS TIMESTAMP)), date_trunc('month', CAST(y AS TIMESTAMP)))
datediff(quarter, date_trunc('quarter', CAST(x AS TIMESTAMP)), date_trunc('quarter', CAST(y AS TIMESTAMP)))
datediff(year, date_trunc('year', CAST(x AS TIMESTAMP)), date_trunc('year', CAST(y AS TIMESTAMP)))
dateadd(hour, CAST(x AS BIGINT), CAST(y AS TIMESTAMP))
dateadd(day, CAST(x AS BIGINT), CAST(y AS TIMESTAMP))
dateadd(week, CAST(x AS BIGINT), CAST(y AS TIMESTAMP))
dateadd(month, CAST(x AS BIGINT), CAST(y AS TIMESTAMP))
dateadd(quarter, CAST(x AS BIGINT), CAST(y AS TIMESTAMP))
dateadd(year, CAST(x AS BIGINT), CAST(y AS TIMESTAMP))
CAST(x AS DATE)
CAST(x AS DOUBLE PRECISION), CAST(y AS DOUBLE PRECISION)
x, ', ') WITHIN GROUP (ORDER BY x ASC NULLS LAST, y DESC NULLS FIRST
(x LIKE y ESCAPE '!')
TRY_CAST(x AS BIGINT)
TRY_CAST(x AS DATE)
CAST(floor(date_part('dow', CAST(x AS TIMESTAMP))) AS BIGINT)
((CAST(floor(date_part('dow', CAST(x AS TIMESTAMP))) AS BIGINT) + 6) % 7 + 1)
CAST(floor(date_part('doy', CAST(x AS TIMESTAMP))) AS BIGINT)
CAST(floor(date_part('year', CAST(date_trunc('week', x) + INTERVAL '3' DAY AS TIMESTAMP))) AS BIGINT)
count(CASE WHEN c THEN 1 END)
count(CASE WHEN c THEN x END)
sum(CASE WHEN c THEN x END)
min(CASE WHEN c THEN x END)
max(CASE WHEN c THEN x END)
avg(CAST(CASE WHEN c THEN x END AS DOUBLE PRECISION))
count(DISTINCT CASE WHEN c THEN x END)
sum(DISTINCT CASE WHEN c THEN x END)
avg(DISTINCT CAST(CASE WHEN c THEN x END AS DOUBLE PRECISION))
percentile_cont(0.5) WITHIN GROUP (ORDER BY CAST(CASE WHEN c THEN x END AS DOUBLE PRECISION))
percentile_cont(0.9) WITHIN GROUP (ORDER BY CAST(CASE WHEN c THEN x END AS DOUBLE PRECISION))
-- has no PERCENTILE_DISCRETE
stddev_samp(CAST(CASE WHEN c THEN x END AS DOUBLE PRECISION))
stddev_pop(CAST(CASE WHEN c THEN x END AS DOUBLE PRECISION))
var_samp(CAST(CASE WHEN c THEN x END AS DOUBLE PRECISION))
var_pop(CAST(CASE WHEN c THEN x END AS DOUBLE PRECISION))
-- has no CORRELATION
-- has no COVARIANCE_POPULATION
-- has no COVARIANCE_SAMPLE
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
    ON "items"."order_id" = "orders"."id" AND ("orders"."ordered_at" < TIMESTAMP '2026-11-15 00:00:00' OR "orders"."ordered_at" IS NULL)
  LEFT JOIN src.customers AS "customers"
    ON "orders"."customer_id" = "customers"."id"
  WHERE "items"."sold_at" >= TIMESTAMP '2026-09-01 00:00:00'
    AND "items"."sold_at" < TIMESTAMP '2026-11-15 00:00:00'
  GROUP BY 1, 2
),
-- the windows of time that are asked for
"windows" AS (
  SELECT 0 AS "window", DATE '2026-10-01' AS "period", 0 AS "comparison", TIMESTAMP '2026-10-01 00:00:00' AS "start", TIMESTAMP '2026-11-01 00:00:00' AS "end"
  UNION ALL
  SELECT 0 AS "window", DATE '2026-10-01' AS "period", 1 AS "comparison", TIMESTAMP '2026-09-01 00:00:00' AS "start", TIMESTAMP '2026-10-01 00:00:00' AS "end"
  UNION ALL
  SELECT 2 AS "window", DATE '2026-11-01' AS "period", 0 AS "comparison", TIMESTAMP '2026-11-01 00:00:00' AS "start", TIMESTAMP '2026-11-15 00:00:00' AS "end"
  UNION ALL
  SELECT 2 AS "window", DATE '2026-11-01' AS "period", 1 AS "comparison", TIMESTAMP '2026-10-01 00:00:00' AS "start", TIMESTAMP '2026-10-15 00:00:00' AS "end"
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
    date_trunc('day', ("tickets"."opened_at" AT TIME ZONE 'Europe/Berlin')) AS "bucket",
    "customers"."plan" AS "d1",
    count("tickets"."id") AS "a2"
  FROM src.tickets AS "tickets"
  LEFT JOIN src.customers AS "customers"
    ON "tickets"."customer_id" = "customers"."id"
  WHERE "tickets"."opened_at" >= TIMESTAMPTZ '2026-08-31 22:00:00+00'
    AND "tickets"."opened_at" < TIMESTAMPTZ '2026-11-14 23:00:00+00'
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
    SELECT "window", "d1", "a0", "a0_1", "a1", "a1_1", (SELECT "a2" FROM "w4_tickets" WHERE FALSE) AS "a2", (SELECT "a2_1" FROM "w4_tickets" WHERE FALSE) AS "a2_1" FROM "w2_items"
    UNION ALL
    SELECT "window", "d1", (SELECT "a0" FROM "w2_items" WHERE FALSE) AS "a0", (SELECT "a0_1" FROM "w2_items" WHERE FALSE) AS "a0_1", (SELECT "a1" FROM "w2_items" WHERE FALSE) AS "a1", (SELECT "a1_1" FROM "w2_items" WHERE FALSE) AS "a1_1", "a2", "a2_1" FROM "w4_tickets"
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
