`a "b" ``c```
'O''Hara \\ Co'
DATE '2026-03-29'
TIMESTAMP '2026-03-29 12:30:00'
TIMESTAMP '2026-03-29 10:30:00'
INTERVAL 2 WEEK
CONVERT(t USING utf8mb4) COLLATE utf8mb4_0900_bin
t
CONVERT_TZ(t, '+00:00', 'Europe/Berlin')
CAST(t - INTERVAL (MICROSECOND(t) % 1000) MICROSECOND AS DATETIME(6))
CAST(DATE_FORMAT(t, '%Y-%m-%d %H:%i:%s') AS DATETIME(6))
CAST(DATE_FORMAT(t, '%Y-%m-%d %H:%i:00') AS DATETIME(6))
CAST(DATE_FORMAT(t, '%Y-%m-%d %H:00:00') AS DATETIME(6))
CAST(CAST(t AS DATE) AS DATETIME(6))
CAST(CAST(t AS DATE) - INTERVAL WEEKDAY(t) DAY AS DATETIME(6))
CAST(DATE_FORMAT(t, '%Y-%m-01') AS DATETIME(6))
CAST(MAKEDATE(YEAR(t), 1) + INTERVAL (QUARTER(t) - 1) QUARTER AS DATETIME(6))
CAST(MAKEDATE(YEAR(t), 1) AS DATETIME(6))
CAST(DATE_FORMAT(t, '%Y-%m-01') AS DATETIME(6))
CAST(MAKEDATE(YEAR(t), 1) + INTERVAL (QUARTER(t) - 1) QUARTER AS DATETIME(6))
(CAST(MAKEDATE(YEAR((t - INTERVAL 3 MONTH)), 1) AS DATETIME(6)) + INTERVAL 3 MONTH)
(base + INTERVAL TIMESTAMPDIFF(MICROSECOND, from, to) MICROSECOND)
WITH RECURSIVE steps (step) AS (
  SELECT TIMESTAMP '2026-03-29 12:30:00' UNION ALL SELECT step + INTERVAL 1 HOUR FROM steps WHERE step + INTERVAL 1 HOUR <= TIMESTAMP '2026-03-30 12:30:00'
)
SELECT step AS c FROM steps
(x <> 0)
CAST(x AS SIGNED)
CAST(x AS DECIMAL(12, 2))
CAST(x AS DOUBLE)
CAST(x AS CHAR) COLLATE utf8mb4_0900_bin
CAST(x AS DATE)
CAST(x AS DATETIME(6))
CAST(x AS DATETIME(6))
CAST(x AS TIME(6))
CAST(x AS CHAR)
CAST(x AS CHAR) COLLATE utf8mb4_0900_bin
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
(NOT x <=> y)
(x <=> y)
(x BETWEEN y AND z)
(x LIKE replace(y, '\\', '\\\\'))
(x NOT LIKE replace(y, '\\', '\\\\'))
concat(x, y)
coalesce(x, y)
nullif(x, y)
greatest(coalesce(x, y), coalesce(y, x))
least(coalesce(x, y), coalesce(y, x))
abs(x)
sign(x)
round(CAST(x AS DECIMAL(60, 15)), y)
floor(x)
ceil(x)
CASE WHEN x < 0 THEN exp(1000 + 0 * char_length(concat('no result for ', x))) ELSE sqrt(x) END
power(x, y)
exp(x)
CASE WHEN x <= 0 THEN exp(1000 + 0 * char_length(concat('no result for ', x))) ELSE ln(x) END
CASE WHEN x <= 0 THEN exp(1000 + 0 * char_length(concat('no result for ', x))) ELSE log10(x) END
sin(x)
cos(x)
tan(x)
CASE WHEN abs(x) > 1 THEN exp(1000 + 0 * char_length(concat('no result for ', x))) ELSE asin(x) END
CASE WHEN abs(x) > 1 THEN exp(1000 + 0 * char_length(concat('no result for ', x))) ELSE acos(x) END
atan(x)
atan2(x, y)
radians(x)
degrees(x)
lower(x)
upper(x)
trim(x)
trim(LEADING 'y' FROM x)
trim(TRAILING 'y' FROM x)
char_length(x)
substring(x, CASE WHEN y < 1 THEN 1 ELSE y END, CASE WHEN CASE WHEN y < 1 THEN z + y - 1 ELSE z END < 0 THEN 0 ELSE CASE WHEN y < 1 THEN z + y - 1 ELSE z END END)
CASE WHEN z IS NOT NULL THEN replace(x, y, z) END
locate(x, y)
CASE WHEN y < 0 THEN left(x, greatest(char_length(x) + y, 0)) ELSE left(x, y) END
CASE WHEN y < 0 THEN right(x, greatest(char_length(x) + y, 0)) ELSE right(x, y) END
(left(x, char_length(y)) = y)
CASE WHEN z > (char_length(x) - char_length(replace(x, y, ''))) / char_length(y) + 1 THEN '' ELSE substring_index(substring_index(x, y, z), y, -1) END
(x REGEXP y)
regexp_replace(x, y, z)
repeat(x, CAST(y AS INTEGER))
reverse(x)
lpad(x, 7, ' ')
rpad(x, 7, ' ')
CAST(DATE_FORMAT(CAST(x AS DATETIME(6)), '%Y-%m-%d %H:00:00') AS DATETIME(6))
CAST(CAST(CAST(x AS DATETIME(6)) AS DATE) AS DATETIME(6))
CAST(CAST(CAST(x AS DATETIME(6)) AS DATE) - INTERVAL WEEKDAY(CAST(x AS DATETIME(6))) DAY AS DATETIME(6))
CAST(DATE_FORMAT(CAST(x AS DATETIME(6)), '%Y-%m-01') AS DATETIME(6))
CAST(MAKEDATE(YEAR(CAST(x AS DATETIME(6))), 1) + INTERVAL (QUARTER(CAST(x AS DATETIME(6))) - 1) QUARTER AS DATETIME(6))
CAST(MAKEDATE(YEAR(CAST(x AS DATETIME(6))), 1) AS DATETIME(6))
HOUR(CAST(x AS DATETIME(6)))
DAY(CAST(x AS DATETIME(6)))
WEEK(x, 3)
MONTH(CAST(x AS DATETIME(6)))
QUARTER(CAST(x AS DATETIME(6)))
YEAR(CAST(x AS DATETIME(6)))
TIMESTAMPDIFF(HOUR, CAST(DATE_FORMAT(CAST(x AS DATETIME(6)), '%Y-%m-%d %H:00:00') AS DATETIME(6)), CAST(DATE_FORMAT(CAST(y AS DATETIME(6)), '%Y-%m-%d %H:00:00') AS DATETIME(6)))
TIMESTAMPDIFF(DAY, CAST(CAST(CAST(x AS DATETIME(6)) AS DATE) AS DATETIME(6)), CAST(CAST(CAST(y AS DATETIME(6)) AS DATE) AS DATETIME(6)))
TIMESTAMPDIFF(WEEK, CAST(CAST(CAST(x AS DATETIME(6)) AS DATE) - INTERVAL WEEKDAY(CAST(x AS DATETIME(6))) DAY AS DATETIME(6)), CAST(CAST(CAST(y AS DATETIME(6)) AS DATE) - INTERVAL WEEKDAY(CAST(y AS DATETIME(6))) DAY AS DATETIME(6)))
TIMESTAMPDIFF(MONTH, CAST(DATE_FORMAT(CAST(x AS DATETIME(6)), '%Y-%m-01') AS DATETIME(6)), CAST(DATE_FORMAT(CAST(y AS DATETIME(6)), '%Y-%m-01') AS DATETIME(6)))
TIMESTAMPDIFF(QUARTER, CAST(MAKEDATE(YEAR(CAST(x AS DATETIME(6))), 1) + INTERVAL (QUARTER(CAST(x AS DATETIME(6))) - 1) QUARTER AS DATETIME(6)), CAST(MAKEDATE(YEAR(CAST(y AS DATETIME(6))), 1) + INTERVAL (QUARTER(CAST(y AS DATETIME(6))) - 1) QUARTER AS DATETIME(6)))
TIMESTAMPDIFF(YEAR, CAST(MAKEDATE(YEAR(CAST(x AS DATETIME(6))), 1) AS DATETIME(6)), CAST(MAKEDATE(YEAR(CAST(y AS DATETIME(6))), 1) AS DATETIME(6)))
(CAST(y AS DATETIME(6)) + INTERVAL CAST(x AS SIGNED) HOUR)
(CAST(y AS DATETIME(6)) + INTERVAL CAST(x AS SIGNED) DAY)
(CAST(y AS DATETIME(6)) + INTERVAL CAST(x AS SIGNED) WEEK)
(CAST(y AS DATETIME(6)) + INTERVAL CAST(x AS SIGNED) MONTH)
(CAST(y AS DATETIME(6)) + INTERVAL CAST(x AS SIGNED) QUARTER)
(CAST(y AS DATETIME(6)) + INTERVAL CAST(x AS SIGNED) YEAR)
CAST(x AS DATE)
CAST(x AS DOUBLE), CAST(y AS DOUBLE)
x ORDER BY x IS NULL, x, y IS NULL DESC, y DESC SEPARATOR ', '
(x LIKE y ESCAPE '!')
CASE WHEN trim(x) REGEXP '^[-+]?[0-9]{1,60}$' THEN CASE WHEN CAST(trim(x) AS DECIMAL(65, 0)) BETWEEN -9223372036854775808 AND 9223372036854775807 THEN CAST(trim(x) AS SIGNED) END END
CASE WHEN trim(x) REGEXP '^ *[0-9]{4}-(0?[1-9]|1[0-2])-(0?[1-9]|[12][0-9]|3[01])([ T]([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,9})?)?)? *$' THEN CASE WHEN CAST(regexp_substr(substring_index(trim(x), '-', -1), '^[0-9]+') AS SIGNED) <= DAY(LAST_DAY(concat(substring_index(trim(x), '-', 2), '-01'))) THEN CAST(trim(x) AS DATE) END END
(DAYOFWEEK(x) - 1)
(WEEKDAY(x) + 1)
DAYOFYEAR(x)
(YEARWEEK(x, 3) DIV 100)
count(CASE WHEN c THEN 1 END)
count(CASE WHEN c THEN x END)
sum(CASE WHEN c THEN x END)
min(CASE WHEN c THEN x END)
max(CASE WHEN c THEN x END)
avg(CAST(CASE WHEN c THEN x END AS DOUBLE))
count(DISTINCT CASE WHEN c THEN x END)
sum(DISTINCT CASE WHEN c THEN x END)
avg(DISTINCT CAST(CASE WHEN c THEN x END AS DOUBLE))
-- has no MEDIAN
-- has no PERCENTILE_CONTINUOUS
-- has no PERCENTILE_DISCRETE
stddev_samp(CAST(CASE WHEN c THEN x END AS DOUBLE))
stddev_pop(CAST(CASE WHEN c THEN x END AS DOUBLE))
var_samp(CAST(CASE WHEN c THEN x END AS DOUBLE))
var_pop(CAST(CASE WHEN c THEN x END AS DOUBLE))
-- has no CORRELATION
-- has no COVARIANCE_POPULATION
-- has no COVARIANCE_SAMPLE
group_concat(x ORDER BY x IS NULL, x, y IS NULL DESC, y DESC SEPARATOR ', ')
group_concat(DISTINCT x ORDER BY x IS NULL, x SEPARATOR ', ')
x IS NULL, x / x IS NULL DESC, x DESC

WITH
-- items by day
`s1_items` AS (
  SELECT
    CAST(CAST(`items`.`sold_at` AS DATE) AS DATETIME(6)) AS `bucket`,
    CONVERT(`customers`.`plan` USING utf8mb4) COLLATE utf8mb4_0900_bin AS `d1`,
    sum((`items`.`quantity` * `items`.`price`)) AS `a0`,
    sum(CASE WHEN (`items`.`quantity` > 0) THEN `items`.`quantity` END) AS `a1`
  FROM src.items AS `items`
  LEFT JOIN src.orders AS `orders`
    ON `items`.`order_id` = `orders`.`id` AND (`orders`.`ordered_at` < TIMESTAMP '2026-11-15 00:00:00' OR `orders`.`ordered_at` IS NULL)
  LEFT JOIN src.customers AS `customers`
    ON `orders`.`customer_id` = `customers`.`id`
  WHERE `items`.`sold_at` >= TIMESTAMP '2026-09-01 00:00:00'
    AND `items`.`sold_at` < TIMESTAMP '2026-11-15 00:00:00'
  GROUP BY 1, 2
),
-- the windows of time that are asked for
`windows` AS (
  SELECT 0 AS `window`, DATE '2026-10-01' AS `period`, 0 AS `comparison`, TIMESTAMP '2026-10-01 00:00:00' AS `start`, TIMESTAMP '2026-11-01 00:00:00' AS `end`
  UNION ALL
  SELECT 0 AS `window`, DATE '2026-10-01' AS `period`, 1 AS `comparison`, TIMESTAMP '2026-09-01 00:00:00' AS `start`, TIMESTAMP '2026-10-01 00:00:00' AS `end`
  UNION ALL
  SELECT 2 AS `window`, DATE '2026-11-01' AS `period`, 0 AS `comparison`, TIMESTAMP '2026-11-01 00:00:00' AS `start`, TIMESTAMP '2026-11-15 00:00:00' AS `end`
  UNION ALL
  SELECT 2 AS `window`, DATE '2026-11-01' AS `period`, 1 AS `comparison`, TIMESTAMP '2026-10-01 00:00:00' AS `start`, TIMESTAMP '2026-10-15 00:00:00' AS `end`
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
    CAST(CAST(CONVERT_TZ(`tickets`.`opened_at`, '+00:00', 'Europe/Berlin') AS DATE) AS DATETIME(6)) AS `bucket`,
    CONVERT(`customers`.`plan` USING utf8mb4) COLLATE utf8mb4_0900_bin AS `d1`,
    count(`tickets`.`id`) AS `a2`
  FROM src.tickets AS `tickets`
  LEFT JOIN src.customers AS `customers`
    ON `tickets`.`customer_id` = `customers`.`id`
  WHERE `tickets`.`opened_at` >= TIMESTAMP '2026-08-31 22:00:00'
    AND `tickets`.`opened_at` < TIMESTAMP '2026-11-14 23:00:00'
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
ORDER BY `revenue` IS NULL DESC, `revenue` DESC
LIMIT 10
