"a ""b"" `c`"
'O''Hara \ Co'
DATE '2026-03-29'
TIMESTAMP '2026-03-29 12:30:00'
TIMESTAMP '2026-03-29 10:30:00 UTC'
INTERVAL '14' DAY
t
t
CAST(t AT TIME ZONE 'Europe/Berlin' AS TIMESTAMP(6))
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
SELECT t.c
FROM (SELECT sequence(TIMESTAMP '2026-03-29 12:30:00', TIMESTAMP '2026-03-30 12:30:00', INTERVAL '1' HOUR) AS steps) AS s
CROSS JOIN UNNEST(s.steps) AS t(c)
CAST(x AS BOOLEAN)
CAST(x AS BIGINT)
CAST(x AS DECIMAL(12, 2))
CAST(x AS DOUBLE)
CAST(x AS VARCHAR)
CAST(x AS DATE)
CAST(x AS TIMESTAMP(6))
CAST(x AS TIMESTAMP(6) WITH TIME ZONE)
CAST(x AS TIME(6))
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
(CAST(x AS VARCHAR) || CAST(y AS VARCHAR))
coalesce(x, y)
nullif(x, y)
greatest(coalesce(x, y), coalesce(y, x))
least(coalesce(x, y), coalesce(y, x))
abs(x)
sign(x)
round(x, y)
floor(x)
ceil(x)
CASE WHEN NOT is_finite(sqrt(x)) THEN CAST(('not a number: ' || CAST(sqrt(x) AS VARCHAR)) AS DOUBLE) ELSE sqrt(x) END
CASE WHEN NOT is_finite(power(x, y)) THEN CAST(('not a number: ' || CAST(power(x, y) AS VARCHAR)) AS DOUBLE) ELSE power(x, y) END
CASE WHEN NOT is_finite(exp(x)) THEN CAST(('not a number: ' || CAST(exp(x) AS VARCHAR)) AS DOUBLE) ELSE exp(x) END
CASE WHEN NOT is_finite(ln(x)) THEN CAST(('not a number: ' || CAST(ln(x) AS VARCHAR)) AS DOUBLE) ELSE ln(x) END
CASE WHEN NOT is_finite(log10(x)) THEN CAST(('not a number: ' || CAST(log10(x) AS VARCHAR)) AS DOUBLE) ELSE log10(x) END
sin(x)
cos(x)
tan(x)
CASE WHEN NOT is_finite(asin(x)) THEN CAST(('not a number: ' || CAST(asin(x) AS VARCHAR)) AS DOUBLE) ELSE asin(x) END
CASE WHEN NOT is_finite(acos(x)) THEN CAST(('not a number: ' || CAST(acos(x) AS VARCHAR)) AS DOUBLE) ELSE acos(x) END
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
substring(x, CASE WHEN y < 1 THEN 1 ELSE y END, CASE WHEN CASE WHEN y < 1 THEN z + y - 1 ELSE z END < 0 THEN 0 ELSE CASE WHEN y < 1 THEN z + y - 1 ELSE z END END)
replace(x, y, z)
strpos(y, x)
CASE WHEN y < 0 THEN substr(x, 1, greatest(length(x) + y, 0)) ELSE substr(x, 1, y) END
CASE WHEN y < 0 THEN substr(x, greatest(length(x) - greatest(length(x) + y, 0) + 1, 1)) ELSE substr(x, greatest(length(x) - y + 1, 1)) END
starts_with(x, y)
CASE WHEN x IS NOT NULL THEN coalesce(split_part(x, y, z), '') END
regexp_like(x, y)
regexp_replace(x, y, z)
CASE WHEN length(x) = 0 THEN '' ELSE rpad('', length(x) * y, x) END
reverse(x)
lpad(x, 7, ' ')
rpad(x, 7, ' ')
date_trunc('hour', CAST(x AS TIMESTAMP(6)))
date_trunc('day', CAST(x AS TIMESTAMP(6)))
date_trunc('week', CAST(x AS TIMESTAMP(6)))
date_trunc('month', CAST(x AS TIMESTAMP(6)))
date_trunc('quarter', CAST(x AS TIMESTAMP(6)))
date_trunc('year', CAST(x AS TIMESTAMP(6)))
hour(CAST(x AS TIMESTAMP(6)))
day(CAST(x AS TIMESTAMP(6)))
week(CAST(x AS TIMESTAMP(6)))
month(CAST(x AS TIMESTAMP(6)))
quarter(CAST(x AS TIMESTAMP(6)))
year(CAST(x AS TIMESTAMP(6)))
date_diff('hour', date_trunc('hour', CAST(x AS TIMESTAMP(6))), date_trunc('hour', CAST(y AS TIMESTAMP(6))))
date_diff('day', date_trunc('day', CAST(x AS TIMESTAMP(6))), date_trunc('day', CAST(y AS TIMESTAMP(6))))
date_diff('week', date_trunc('week', CAST(x AS TIMESTAMP(6))), date_trunc('week', CAST(y AS TIMESTAMP(6))))
date_diff('month', date_trunc('month', CAST(x AS TIMESTAMP(6))), date_trunc('month', CAST(y AS TIMESTAMP(6))))
date_diff('quarter', date_trunc('quarter', CAST(x AS TIMESTAMP(6))), date_trunc('quarter', CAST(y AS TIMESTAMP(6))))
date_diff('year', date_trunc('year', CAST(x AS TIMESTAMP(6))), date_trunc('year', CAST(y AS TIMESTAMP(6))))
date_add('hour', CAST(x AS BIGINT), CAST(y AS TIMESTAMP(6)))
date_add('day', CAST(x AS BIGINT), CAST(y AS TIMESTAMP(6)))
date_add('week', CAST(x AS BIGINT), CAST(y AS TIMESTAMP(6)))
date_add('month', CAST(x AS BIGINT), CAST(y AS TIMESTAMP(6)))
date_add('quarter', CAST(x AS BIGINT), CAST(y AS TIMESTAMP(6)))
date_add('year', CAST(x AS BIGINT), CAST(y AS TIMESTAMP(6)))
CAST(x AS DATE)
CAST(x AS DOUBLE), CAST(y AS DOUBLE)
CAST(x AS VARCHAR), ', ') WITHIN GROUP (ORDER BY x ASC NULLS LAST, y DESC NULLS FIRST
(x LIKE y ESCAPE '!')
CASE WHEN regexp_like(CAST(x AS VARCHAR), '^ *[-+]?[0-9]+ *$') THEN TRY(CAST(trim(CAST(x AS VARCHAR)) AS BIGINT)) END
CASE WHEN regexp_like(CAST(x AS VARCHAR), '^ *[0-9]{4}-(0?[1-9]|1[0-2])-(0?[1-9]|[12][0-9]|3[01])([ T]([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,9})?)?)? *$') THEN TRY(CAST(CAST(replace(trim(CAST(x AS VARCHAR)), 'T', ' ') AS TIMESTAMP(6)) AS DATE)) END
(day_of_week(CAST(x AS TIMESTAMP(6))) % 7)
day_of_week(CAST(x AS TIMESTAMP(6)))
day_of_year(CAST(x AS TIMESTAMP(6)))
year_of_week(CAST(x AS TIMESTAMP(6)))
count(*) FILTER (WHERE c)
count(x) FILTER (WHERE c)
sum(x) FILTER (WHERE c)
min(x) FILTER (WHERE c)
max(x) FILTER (WHERE c)
avg(CAST(x AS DOUBLE)) FILTER (WHERE c)
count(DISTINCT x) FILTER (WHERE c)
sum(DISTINCT x) FILTER (WHERE c)
avg(DISTINCT CAST(x AS DOUBLE)) FILTER (WHERE c)
element_at(transform(ARRAY[array_sort(array_agg(CAST(x AS DOUBLE)) FILTER (WHERE CAST(x AS DOUBLE) IS NOT NULL AND c))], v -> element_at(v, CAST(floor(0.5 * (cardinality(v) - 1)) AS INTEGER) + 1) + (element_at(v, CAST(ceil(0.5 * (cardinality(v) - 1)) AS INTEGER) + 1) - element_at(v, CAST(floor(0.5 * (cardinality(v) - 1)) AS INTEGER) + 1)) * CAST(0.5 * (cardinality(v) - 1) - floor(0.5 * (cardinality(v) - 1)) AS DOUBLE)), 1)
element_at(transform(ARRAY[array_sort(array_agg(CAST(x AS DOUBLE)) FILTER (WHERE CAST(x AS DOUBLE) IS NOT NULL AND c))], v -> element_at(v, CAST(floor(0.9 * (cardinality(v) - 1)) AS INTEGER) + 1) + (element_at(v, CAST(ceil(0.9 * (cardinality(v) - 1)) AS INTEGER) + 1) - element_at(v, CAST(floor(0.9 * (cardinality(v) - 1)) AS INTEGER) + 1)) * CAST(0.9 * (cardinality(v) - 1) - floor(0.9 * (cardinality(v) - 1)) AS DOUBLE)), 1)
element_at(transform(ARRAY[array_sort(array_agg(x) FILTER (WHERE x IS NOT NULL AND c))], v -> element_at(v, greatest(1, CAST(ceil(0.9 * cardinality(v)) AS INTEGER)))), 1)
stddev_samp(CAST(x AS DOUBLE)) FILTER (WHERE c)
stddev_pop(CAST(x AS DOUBLE)) FILTER (WHERE c)
var_samp(CAST(x AS DOUBLE)) FILTER (WHERE c)
var_pop(CAST(x AS DOUBLE)) FILTER (WHERE c)
corr(CAST(x AS DOUBLE), CAST(y AS DOUBLE))
covar_pop(CAST(x AS DOUBLE), CAST(y AS DOUBLE))
covar_samp(CAST(x AS DOUBLE), CAST(y AS DOUBLE))
listagg(CAST(x AS VARCHAR), ', ') WITHIN GROUP (ORDER BY x ASC NULLS LAST, y DESC NULLS FIRST)
array_join(array_agg(DISTINCT x ORDER BY x ASC NULLS LAST) FILTER (WHERE x IS NOT NULL), ', ')
x ASC NULLS LAST / x DESC NULLS FIRST

WITH
-- items by day
"s1_items" AS (
  SELECT
    date_trunc('day', "items"."sold_at") AS "bucket",
    "customers"."plan" AS "d1",
    sum(("items"."quantity" * "items"."price")) AS "a0",
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
    date_trunc('day', CAST("tickets"."opened_at" AT TIME ZONE 'Europe/Berlin' AS TIMESTAMP(6))) AS "bucket",
    "customers"."plan" AS "d1",
    count("tickets"."id") AS "a2"
  FROM src.tickets AS "tickets"
  LEFT JOIN src.customers AS "customers"
    ON "tickets"."customer_id" = "customers"."id"
  WHERE "tickets"."opened_at" >= TIMESTAMP '2026-08-31 22:00:00 UTC'
    AND "tickets"."opened_at" < TIMESTAMP '2026-11-14 23:00:00 UTC'
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
