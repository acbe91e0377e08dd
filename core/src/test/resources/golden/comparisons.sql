WITH
-- tickets by day
"s1_tickets" AS (
  SELECT
    date_trunc('day', make_timestamp(epoch_us("tickets"."opened_at") + CASE WHEN "tickets"."opened_at" < TIMESTAMPTZ '2025-10-26 01:00:00+00' THEN 7200000000 WHEN "tickets"."opened_at" < TIMESTAMPTZ '2026-03-29 01:00:00+00' THEN 3600000000 WHEN "tickets"."opened_at" < TIMESTAMPTZ '2026-10-25 01:00:00+00' THEN 7200000000 ELSE 3600000000 END)) AS "bucket",
    "regions"."continent" AS "d1",
    CASE WHEN NOT isfinite(sum("tickets"."minutes")) THEN error('not a number: ' || sum("tickets"."minutes")) ELSE sum("tickets"."minutes") END AS "a0_sum",
    count(CASE WHEN NOT isfinite("tickets"."minutes") THEN error('not a number: ' || "tickets"."minutes") ELSE "tickets"."minutes" END) AS "a0_n"
  FROM src.tickets AS "tickets"
  LEFT JOIN src.customers AS "customers"
    ON "tickets"."customer_id" = "customers"."id"
  LEFT JOIN src.regions AS "regions"
    ON "customers"."region" = "regions"."id"
  WHERE "tickets"."opened_at" >= TIMESTAMPTZ '2025-09-30 22:00:00+00'
    AND "tickets"."opened_at" < TIMESTAMPTZ '2026-11-14 23:00:00+00'
  GROUP BY 1, 2
),
-- the windows of time that are asked for
"windows" AS (
  SELECT * FROM (VALUES
    (0, DATE '2026-10-01', 0, TIMESTAMP '2026-10-01 00:00:00', TIMESTAMP '2026-11-01 00:00:00'),
    (0, DATE '2026-10-01', 1, TIMESTAMP '2026-09-01 00:00:00', TIMESTAMP '2026-10-01 00:00:00'),
    (0, DATE '2026-10-01', 2, TIMESTAMP '2025-10-01 00:00:00', TIMESTAMP '2025-11-01 00:00:00'),
    (3, DATE '2026-11-01', 0, TIMESTAMP '2026-11-01 00:00:00', TIMESTAMP '2026-11-15 00:00:00'),
    (3, DATE '2026-11-01', 1, TIMESTAMP '2026-10-01 00:00:00', TIMESTAMP '2026-10-15 00:00:00'),
    (3, DATE '2026-11-01', 2, TIMESTAMP '2025-11-01 00:00:00', TIMESTAMP '2025-11-15 00:00:00')
  ) AS v("window", "period", "comparison", "start", "end")
),
-- tickets: each period beside what it is compared with
"w2_tickets" AS (
  SELECT
    w."period" AS "window",
    x."d1",
    sum(x."a0_sum") FILTER (WHERE w."comparison" = 0) AS "a0_sum",
    sum(x."a0_sum") FILTER (WHERE w."comparison" = 1) AS "a0_sum_1",
    sum(x."a0_sum") FILTER (WHERE w."comparison" = 2) AS "a0_sum_2",
    coalesce(sum(x."a0_n") FILTER (WHERE w."comparison" = 0), 0) AS "a0_n",
    coalesce(sum(x."a0_n") FILTER (WHERE w."comparison" = 1), 0) AS "a0_n_1",
    coalesce(sum(x."a0_n") FILTER (WHERE w."comparison" = 2), 0) AS "a0_n_2"
  FROM "windows" AS w
  JOIN "s1_tickets" AS x
    ON x."bucket" >= w."start" AND x."bucket" < w."end"
  GROUP BY w."period", x."d1"
)
-- the answer
SELECT
  "window" AS "time.month",
  "d1" AS "continent",
  ("a0_sum" / nullif("a0_n", 0)) AS "response_time",
  ("a0_sum_1" / nullif("a0_n_1", 0)) AS "response_time_previous",
  ("a0_sum_2" / nullif("a0_n_2", 0)) AS "response_time_year_ago"
FROM "w2_tickets"
ORDER BY "time.month" ASC NULLS LAST, "continent" ASC NULLS LAST
