WITH
-- items, aggregated
"s1_items" AS (
  SELECT
    CAST(date_trunc('quarter', "items"."sold_at") AS DATE) AS "d0",
    "customers"."plan" AS "d1",
    sum(("items"."quantity" * "items"."price")) AS "a0",
    sum("items"."quantity") FILTER (WHERE ("items"."quantity" > 0)) AS "a1"
  FROM src.items AS "items"
  LEFT JOIN src.orders AS "orders"
    ON "items"."order_id" = "orders"."id" AND ("orders"."ordered_at" < TIMESTAMP '2026-11-15 00:00:00' OR "orders"."ordered_at" IS NULL)
  LEFT JOIN src.customers AS "customers"
    ON "orders"."customer_id" = "customers"."id"
  WHERE "items"."sold_at" >= TIMESTAMP '2026-01-01 00:00:00'
    AND "items"."sold_at" < TIMESTAMP '2026-10-01 00:00:00'
  GROUP BY 1, 2
),
-- tickets, aggregated
"s2_tickets" AS (
  SELECT
    CAST(date_trunc('quarter', make_timestamp(epoch_us("tickets"."opened_at") + CASE WHEN "tickets"."opened_at" < TIMESTAMPTZ '2026-03-29 01:00:00+00' THEN 3600000000 ELSE 7200000000 END)) AS DATE) AS "d0",
    "customers"."plan" AS "d1",
    count("tickets"."id") AS "a2"
  FROM src.tickets AS "tickets"
  LEFT JOIN src.customers AS "customers"
    ON "tickets"."customer_id" = "customers"."id"
  WHERE "tickets"."opened_at" >= TIMESTAMPTZ '2025-12-31 23:00:00+00'
    AND "tickets"."opened_at" < TIMESTAMPTZ '2026-09-30 22:00:00+00'
  GROUP BY 1, 2
),
-- orders, aggregated
"s3_orders" AS (
  SELECT
    CAST(date_trunc('quarter', "orders"."ordered_at") AS DATE) AS "d0",
    "customers"."plan" AS "d1",
    count("orders"."id") AS "a3"
  FROM src.orders AS "orders"
  LEFT JOIN src.customers AS "customers"
    ON "orders"."customer_id" = "customers"."id"
  WHERE "orders"."ordered_at" >= TIMESTAMP '2026-01-01 00:00:00'
    AND "orders"."ordered_at" < TIMESTAMP '2026-10-01 00:00:00'
  GROUP BY 1, 2
),
-- all facts side by side
"x4_together" AS (
  SELECT "d0", "d1", max("a0") AS "a0", max("a1") AS "a1", max("a2") AS "a2", max("a3") AS "a3"
  FROM (
    SELECT "d0", "d1", "a0", "a1", NULL AS "a2", NULL AS "a3" FROM "s1_items"
    UNION ALL
    SELECT "d0", "d1", NULL AS "a0", NULL AS "a1", "a2", NULL AS "a3" FROM "s2_tickets"
    UNION ALL
    SELECT "d0", "d1", NULL AS "a0", NULL AS "a1", NULL AS "a2", "a3" FROM "s3_orders"
  ) AS side_by_side
  GROUP BY "d0", "d1"
)
-- the answer
SELECT
  "d0" AS "time.fiscal_quarter",
  "d1" AS "customers.plan",
  "a0" AS "revenue",
  "a1" AS "items_sold",
  coalesce("a2", 0) AS "tickets",
  ("a0" / nullif(coalesce("a3", 0), 0)) AS "order_value"
FROM "x4_together"
ORDER BY "time.fiscal_quarter" ASC NULLS LAST, "customers.plan" ASC NULLS LAST
