WITH
-- orders by day
"s1_orders" AS (
  SELECT
    date_trunc('day', "orders"."ordered_at") AS "bucket",
    count("orders"."id") AS "a0"
  FROM src.orders AS "orders"
  WHERE "orders"."ordered_at" >= TIMESTAMP '2026-09-20 00:00:00'
    AND "orders"."ordered_at" < TIMESTAMP '2026-11-15 00:00:00'
  GROUP BY 1
),
-- the windows of time that are asked for
"windows" AS (
  SELECT * FROM (VALUES
    (0, TIMESTAMP '2026-10-18 00:00:00', TIMESTAMP '2026-11-15 00:00:00'),
    (1, TIMESTAMP '2026-09-20 00:00:00', TIMESTAMP '2026-10-18 00:00:00')
  ) AS v("window", "start", "end")
),
-- orders: each window
"w3_orders" AS (
  SELECT
    w."window" AS "window",
    coalesce(sum(x."a0"), 0) AS "a0"
  FROM "windows" AS w
  LEFT JOIN "s1_orders" AS x
    ON x."bucket" >= w."start" AND x."bucket" < w."end"
  GROUP BY w."window"
),
-- orders, each key once a day
"s2_orders" AS (
  SELECT
    date_trunc('day', "orders"."ordered_at") AS "bucket",
    "orders"."customer_id" AS "a1"
  FROM src.orders AS "orders"
  WHERE "orders"."ordered_at" >= TIMESTAMP '2026-09-20 00:00:00'
    AND "orders"."ordered_at" < TIMESTAMP '2026-11-15 00:00:00'
  GROUP BY 1, 2
),
-- orders: each window
"w4_orders" AS (
  SELECT
    w."window" AS "window",
    count(DISTINCT x."a1") AS "a1"
  FROM "windows" AS w
  LEFT JOIN "s2_orders" AS x
    ON x."bucket" >= w."start" AND x."bucket" < w."end"
  WHERE w."window" IN (0)
  GROUP BY w."window"
),
-- tickets
"s5_tickets" AS (
  SELECT
    date_trunc('day', make_timestamp(epoch_us("tickets"."opened_at") + CASE WHEN "tickets"."opened_at" < TIMESTAMPTZ '2026-10-25 01:00:00+00' THEN 7200000000 ELSE 3600000000 END)) AS "bucket",
    CASE WHEN NOT isfinite("tickets"."minutes") THEN error('not a number: ' || "tickets"."minutes") ELSE "tickets"."minutes" END AS "a2"
  FROM src.tickets AS "tickets"
  WHERE "tickets"."opened_at" >= TIMESTAMPTZ '2026-09-19 22:00:00+00'
    AND "tickets"."opened_at" < TIMESTAMPTZ '2026-11-14 23:00:00+00'
),
-- tickets: each window
"w6_tickets" AS (
  SELECT
    w."window" AS "window",
    median(CAST(x."a2" AS DOUBLE)) AS "a2"
  FROM "windows" AS w
  LEFT JOIN "s5_tickets" AS x
    ON x."bucket" >= w."start" AND x."bucket" < w."end"
  GROUP BY w."window"
),
-- all facts side by side
"x7_together" AS (
  SELECT "window", max("a0") AS "a0", max("a1") AS "a1", max("a2") AS "a2"
  FROM (
    SELECT "window", "a0", NULL AS "a1", NULL AS "a2" FROM "w3_orders"
    UNION ALL
    SELECT "window", NULL AS "a0", "a1", NULL AS "a2" FROM "w4_orders"
    UNION ALL
    SELECT "window", NULL AS "a0", NULL AS "a1", "a2" FROM "w6_tickets"
  ) AS side_by_side
  GROUP BY "window"
)
-- the answer
SELECT
  "window" AS "window",
  coalesce("a0", 0) AS "orders",
  coalesce("a1", 0) AS "buyers",
  "a2" AS "median_response"
FROM "x7_together"
ORDER BY "window" ASC NULLS LAST
