"a ""b"" `c`"
'O''Hara \ Co'
DATE '2026-03-29'
TIMESTAMP '2026-03-29 12:30:00'
TIMESTAMPTZ '2026-03-29 10:30:00+00'
INTERVAL '14' DAY
t
CAST(t AS TEXT) COLLATE "C"
timezone('Europe/Berlin', t)
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
SELECT generate_series(TIMESTAMP '2026-03-29 12:30:00', TIMESTAMP '2026-03-30 12:30:00', INTERVAL '1' HOUR) AS c
CAST(x AS BOOLEAN)
CAST(x AS BIGINT)
CAST(x AS NUMERIC(12, 2))
CAST(x AS DOUBLE PRECISION)
CAST(x AS TEXT)
CAST(x AS DATE)
CAST(x AS TIMESTAMP)
CAST(x AS TIMESTAMPTZ)
CAST(x AS TIME)
CAST(x AS INTERVAL)
CAST(x AS TEXT)
(x + y)
(x - y)
(x * y)
(CAST(x AS DOUBLE PRECISION) / nullif(y, 0))
mod(CAST(x AS NUMERIC), nullif(CAST(y AS NUMERIC), 0))
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
(x LIKE y ESCAPE '')
(x NOT LIKE y ESCAPE '')
(CAST(x AS TEXT) || CAST(y AS TEXT))
coalesce(x, y)
nullif(x, y)
greatest(x, y)
least(x, y)
abs(x)
sign(x)
round(CAST(x AS NUMERIC), y)
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
starts_with(x, y)
split_part(x, y, CAST(z AS INTEGER))
(x ~ y)
regexp_replace(x, y, z, 'g')
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
CAST(date_part('epoch', date_trunc('hour', CAST(y AS TIMESTAMP)) - date_trunc('hour', CAST(x AS TIMESTAMP))) / 3600 AS BIGINT)
CAST(date_part('epoch', date_trunc('day', CAST(y AS TIMESTAMP)) - date_trunc('day', CAST(x AS TIMESTAMP))) / 86400 AS BIGINT)
CAST(date_part('epoch', date_trunc('week', CAST(y AS TIMESTAMP)) - date_trunc('week', CAST(x AS TIMESTAMP))) / 604800 AS BIGINT)
((12 * CAST(floor(date_part('year', CAST(date_trunc('month', CAST(y AS TIMESTAMP)) AS TIMESTAMP))) AS BIGINT) + CAST(floor(date_part('month', CAST(date_trunc('month', CAST(y AS TIMESTAMP)) AS TIMESTAMP))) AS BIGINT)) - (12 * CAST(floor(date_part('year', CAST(date_trunc('month', CAST(x AS TIMESTAMP)) AS TIMESTAMP))) AS BIGINT) + CAST(floor(date_part('month', CAST(date_trunc('month', CAST(x AS TIMESTAMP)) AS TIMESTAMP))) AS BIGINT)))
((4 * CAST(floor(date_part('year', CAST(date_trunc('quarter', CAST(y AS TIMESTAMP)) AS TIMESTAMP))) AS BIGINT) + CAST(floor(date_part('quarter', CAST(date_trunc('quarter', CAST(y AS TIMESTAMP)) AS TIMESTAMP))) AS BIGINT)) - (4 * CAST(floor(date_part('year', CAST(date_trunc('quarter', CAST(x AS TIMESTAMP)) AS TIMESTAMP))) AS BIGINT) + CAST(floor(date_part('quarter', CAST(date_trunc('quarter', CAST(x AS TIMESTAMP)) AS TIMESTAMP))) AS BIGINT)))
(CAST(floor(date_part('year', CAST(date_trunc('year', CAST(y AS TIMESTAMP)) AS TIMESTAMP))) AS BIGINT) - CAST(floor(date_part('year', CAST(date_trunc('year', CAST(x AS TIMESTAMP)) AS TIMESTAMP))) AS BIGINT))
(CAST(y AS TIMESTAMP) + CAST(x AS BIGINT) * INTERVAL '1' HOUR)
(CAST(y AS TIMESTAMP) + CAST(x AS BIGINT) * INTERVAL '1' DAY)
(CAST(y AS TIMESTAMP) + CAST(x AS BIGINT) * INTERVAL '7' DAY)
(CAST(y AS TIMESTAMP) + CAST(x AS BIGINT) * INTERVAL '1' MONTH)
(CAST(y AS TIMESTAMP) + CAST(x AS BIGINT) * INTERVAL '3' MONTH)
(CAST(y AS TIMESTAMP) + CAST(x AS BIGINT) * INTERVAL '1' YEAR)
CAST(x AS DATE)
CAST(x AS DOUBLE PRECISION), CAST(y AS DOUBLE PRECISION)
CAST(x AS TEXT) COLLATE "C", ', ' ORDER BY CAST(x AS TEXT) COLLATE "C" ASC NULLS LAST, y DESC NULLS FIRST
(x LIKE y ESCAPE '!')
CASE WHEN CAST(x AS TEXT) ~ '^ *[-+]?[0-9]+ *$' THEN CASE WHEN pg_input_is_valid(CAST(x AS TEXT), 'BIGINT') THEN CAST(CAST(x AS TEXT) AS BIGINT) END END
CASE WHEN CAST(x AS TEXT) ~ '^ *[0-9]{4}-(0?[1-9]|1[0-2])-(0?[1-9]|[12][0-9]|3[01])([ T]([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,9})?)?)? *$' THEN CASE WHEN pg_input_is_valid(CAST(x AS TEXT), 'DATE') THEN CAST(CAST(x AS TEXT) AS DATE) END WHEN CAST(x AS TEXT) ~ '^ *[0-9]+[-/.][0-9]' THEN CAST(('no time: ' || CAST(x AS TEXT)) AS DATE) END
CAST(floor(date_part('dow', CAST(x AS TIMESTAMP))) AS BIGINT)
CAST(floor(date_part('isodow', CAST(x AS TIMESTAMP))) AS BIGINT)
CAST(floor(date_part('doy', CAST(x AS TIMESTAMP))) AS BIGINT)
CAST(floor(date_part('isoyear', CAST(x AS TIMESTAMP))) AS BIGINT)
count(*) FILTER (WHERE c)
count(x) FILTER (WHERE c)
sum(x) FILTER (WHERE c)
min(x) FILTER (WHERE c)
max(x) FILTER (WHERE c)
avg(CAST(x AS DOUBLE PRECISION)) FILTER (WHERE c)
count(DISTINCT x) FILTER (WHERE c)
sum(DISTINCT x) FILTER (WHERE c)
avg(DISTINCT CAST(x AS DOUBLE PRECISION)) FILTER (WHERE c)
percentile_cont(0.5) WITHIN GROUP (ORDER BY CAST(x AS DOUBLE PRECISION)) FILTER (WHERE c)
percentile_cont(0.9) WITHIN GROUP (ORDER BY CAST(x AS DOUBLE PRECISION)) FILTER (WHERE c)
percentile_disc(0.9) WITHIN GROUP (ORDER BY x) FILTER (WHERE c)
stddev_samp(CAST(x AS DOUBLE PRECISION)) FILTER (WHERE c)
stddev_pop(CAST(x AS DOUBLE PRECISION)) FILTER (WHERE c)
var_samp(CAST(x AS DOUBLE PRECISION)) FILTER (WHERE c)
var_pop(CAST(x AS DOUBLE PRECISION)) FILTER (WHERE c)
corr(CAST(x AS DOUBLE PRECISION), CAST(y AS DOUBLE PRECISION))
covar_pop(CAST(x AS DOUBLE PRECISION), CAST(y AS DOUBLE PRECISION))
covar_samp(CAST(x AS DOUBLE PRECISION), CAST(y AS DOUBLE PRECISION))
string_agg(CAST(x AS TEXT) COLLATE "C", ', ' ORDER BY CAST(x AS TEXT) COLLATE "C" ASC NULLS LAST, y DESC NULLS FIRST)
string_agg(DISTINCT CAST(x AS TEXT) COLLATE "C", ', ' ORDER BY CAST(x AS TEXT) COLLATE "C" ASC NULLS LAST)
x ASC NULLS LAST / x DESC NULLS FIRST

WITH
-- items by day
"s1_items" AS (
  SELECT
    date_trunc('day', "items"."sold_at") AS "bucket",
    CAST("customers"."plan" AS TEXT) COLLATE "C" AS "d1",
    nullif(sum(("items"."quantity" * "items"."price")), CASE WHEN (sum(("items"."quantity" * "items"."price")) - sum(("items"."quantity" * "items"."price"))) <> 0 THEN CAST(('not a number: ' || CAST(sum(("items"."quantity" * "items"."price")) AS TEXT)) AS NUMERIC) END) AS "a0",
    sum("items"."quantity") FILTER (WHERE ("items"."quantity" > 0)) AS "a1"
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
  SELECT * FROM (VALUES
    (0, DATE '2026-10-01', 0, TIMESTAMP '2026-10-01 00:00:00', TIMESTAMP '2026-11-01 00:00:00'),
    (0, DATE '2026-10-01', 1, TIMESTAMP '2026-09-01 00:00:00', TIMESTAMP '2026-10-01 00:00:00'),
    (2, DATE '2026-11-01', 0, TIMESTAMP '2026-11-01 00:00:00', TIMESTAMP '2026-11-15 00:00:00'),
    (2, DATE '2026-11-01', 1, TIMESTAMP '2026-10-01 00:00:00', TIMESTAMP '2026-10-15 00:00:00')
  ) AS v("window", "period", "comparison", "start", "end")
),
-- items: each period beside what it is compared with
"w2_items" AS (
  SELECT
    w."period" AS "window",
    x."d1",
    sum(x."a0") FILTER (WHERE w."comparison" = 0) AS "a0",
    sum(x."a0") FILTER (WHERE w."comparison" = 1) AS "a0_1",
    sum(x."a1") FILTER (WHERE w."comparison" = 0) AS "a1",
    sum(x."a1") FILTER (WHERE w."comparison" = 1) AS "a1_1"
  FROM "windows" AS w
  JOIN "s1_items" AS x
    ON x."bucket" >= w."start" AND x."bucket" < w."end"
  GROUP BY w."period", x."d1"
),
-- tickets by day
"s3_tickets" AS (
  SELECT
    date_trunc('day', timezone('Europe/Berlin', "tickets"."opened_at")) AS "bucket",
    CAST("customers"."plan" AS TEXT) COLLATE "C" AS "d1",
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
    coalesce(sum(x."a2") FILTER (WHERE w."comparison" = 0), 0) AS "a2",
    coalesce(sum(x."a2") FILTER (WHERE w."comparison" = 1), 0) AS "a2_1"
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
