-- What a person would write for the same numbers as online-retail.yml's scorecard, as of 2011-11-30: the file is read
-- once, with the columns that count and their types; sums go over days; each number is worked out in the same windows.
WITH sales AS MATERIALIZED (
  SELECT InvoiceNo, StockCode, Quantity, UnitPrice, CustomerID, Country, InvoiceDate, InvoiceDate::DATE AS day
  FROM read_csv('${DATA}', header = true, columns = {
    'InvoiceNo': 'VARCHAR', 'StockCode': 'VARCHAR', 'Description': 'VARCHAR', 'Quantity': 'BIGINT',
    'InvoiceDate': 'TIMESTAMP', 'UnitPrice': 'DOUBLE', 'CustomerID': 'DOUBLE', 'Country': 'VARCHAR'})
  WHERE InvoiceDate < DATE '2011-12-01'
),
health AS (
  SELECT min(InvoiceDate) AS first_row, max(InvoiceDate) AS last_row,
    count(*) FILTER (Quantity * UnitPrice IS NULL) AS no_amount, count(*) FILTER ((UnitPrice >= 0) IS NOT TRUE) AS below_zero
  FROM sales
),
windows(first, next, money, detail, orders, customers) AS (
  VALUES
    (DATE '2011-01-01', DATE '2011-12-01', true, false, false, false),
    (DATE '2011-01-01', DATE '2011-09-08', true, false, false, false),
    (DATE '2011-01-01', DATE '2011-09-15', true, false, false, false),
    (DATE '2011-01-01', DATE '2011-09-22', true, false, false, false),
    (DATE '2011-01-01', DATE '2011-09-29', true, false, false, false),
    (DATE '2011-01-01', DATE '2011-10-06', true, false, false, false),
    (DATE '2011-01-01', DATE '2011-10-13', true, false, false, false),
    (DATE '2011-01-01', DATE '2011-10-20', true, false, false, false),
    (DATE '2011-01-01', DATE '2011-10-27', true, false, false, false),
    (DATE '2011-01-01', DATE '2011-11-03', true, false, false, false),
    (DATE '2011-01-01', DATE '2011-11-10', true, false, false, false),
    (DATE '2011-01-01', DATE '2011-11-17', true, false, false, false),
    (DATE '2011-01-01', DATE '2011-11-24', true, false, false, false),
    (DATE '2011-11-28', DATE '2011-12-01', true, false, false, true),
    (DATE '2011-11-21', DATE '2011-11-24', true, false, false, true),
    (DATE '2010-01-01', DATE '2010-12-01', true, false, false, false),
    (DATE '2011-09-05', DATE '2011-09-08', true, false, false, true),
    (DATE '2011-09-12', DATE '2011-09-15', true, false, false, true),
    (DATE '2011-09-19', DATE '2011-09-22', true, false, false, true),
    (DATE '2011-09-26', DATE '2011-09-29', true, false, false, true),
    (DATE '2011-10-03', DATE '2011-10-06', true, false, false, true),
    (DATE '2011-10-10', DATE '2011-10-13', true, false, false, true),
    (DATE '2011-10-17', DATE '2011-10-20', true, false, false, true),
    (DATE '2011-10-24', DATE '2011-10-27', true, false, false, true),
    (DATE '2011-10-31', DATE '2011-11-03', true, false, false, true),
    (DATE '2011-11-07', DATE '2011-11-10', true, false, false, true),
    (DATE '2011-11-14', DATE '2011-11-17', true, false, false, true),
    (DATE '2010-11-29', DATE '2010-12-02', true, false, false, true),
    (DATE '2011-11-01', DATE '2011-12-01', true, true, true, true),
    (DATE '2011-01-01', DATE '2011-04-01', true, false, false, false),
    (DATE '2011-09-01', DATE '2011-09-08', true, true, true, false),
    (DATE '2011-09-01', DATE '2011-09-15', true, true, true, false),
    (DATE '2011-09-01', DATE '2011-09-22', true, true, true, false),
    (DATE '2011-09-01', DATE '2011-09-29', true, true, true, false),
    (DATE '2011-10-01', DATE '2011-10-06', true, true, true, false),
    (DATE '2011-10-01', DATE '2011-10-13', true, true, true, false),
    (DATE '2011-10-01', DATE '2011-10-20', true, true, true, false),
    (DATE '2011-10-01', DATE '2011-10-27', true, true, true, false),
    (DATE '2011-11-01', DATE '2011-11-03', true, true, true, false),
    (DATE '2011-11-01', DATE '2011-11-10', true, true, true, false),
    (DATE '2011-11-01', DATE '2011-11-17', true, true, true, false),
    (DATE '2011-11-01', DATE '2011-11-24', true, true, true, false),
    (DATE '2011-10-01', DATE '2011-11-01', true, true, true, true),
    (DATE '2010-11-01', DATE '2010-12-01', true, true, true, true),
    (DATE '2011-07-01', DATE '2011-10-01', true, false, true, false),
    (DATE '2011-09-01', DATE '2011-12-01', false, false, true, false),
    (DATE '2011-06-08', DATE '2011-09-08', false, false, true, false),
    (DATE '2011-06-15', DATE '2011-09-15', false, false, true, false),
    (DATE '2011-06-22', DATE '2011-09-22', false, false, true, false),
    (DATE '2011-06-29', DATE '2011-09-29', false, false, true, false),
    (DATE '2011-07-06', DATE '2011-10-06', false, false, true, false),
    (DATE '2011-07-13', DATE '2011-10-13', false, false, true, false),
    (DATE '2011-07-20', DATE '2011-10-20', false, false, true, false),
    (DATE '2011-07-27', DATE '2011-10-27', false, false, true, false),
    (DATE '2011-08-03', DATE '2011-11-03', false, false, true, false),
    (DATE '2011-08-10', DATE '2011-11-10', false, false, true, false),
    (DATE '2011-08-17', DATE '2011-11-17', false, false, true, false),
    (DATE '2011-08-24', DATE '2011-11-24', false, false, true, false),
    (DATE '2011-06-01', DATE '2011-09-01', false, false, true, false),
    (DATE '2010-09-01', DATE '2010-12-01', false, false, true, false),
    (DATE '2011-01-01', DATE '2011-02-01', false, false, false, true),
    (DATE '2011-02-01', DATE '2011-03-01', false, false, false, true),
    (DATE '2011-03-01', DATE '2011-04-01', false, false, false, true),
    (DATE '2011-04-01', DATE '2011-05-01', false, false, false, true),
    (DATE '2011-05-01', DATE '2011-06-01', false, false, false, true),
    (DATE '2011-06-01', DATE '2011-07-01', false, false, false, true),
    (DATE '2011-07-01', DATE '2011-08-01', false, false, false, true),
    (DATE '2011-08-01', DATE '2011-09-01', false, false, false, true),
    (DATE '2011-09-01', DATE '2011-10-01', false, false, false, true)
),
days AS (
  SELECT day,
    sum(Quantity * UnitPrice) AS revenue,
    sum(Quantity * UnitPrice) FILTER (Quantity > 0) AS sold,
    -sum(Quantity * UnitPrice) FILTER (Quantity < 0) AS returned,
    sum(Quantity) AS units,
    sum(Quantity * UnitPrice) FILTER (Country <> 'United Kingdom') AS revenue_abroad,
    count(StockCode) AS lines,
    count(StockCode) FILTER (CustomerID IS NULL) AS guest_lines
  FROM sales
  GROUP BY day
),
sums AS (
  SELECT w.first, w.next, sum(revenue) AS revenue, sum(sold) AS sold, sum(returned) AS returned, sum(units) AS units,
    sum(revenue_abroad) AS revenue_abroad, sum(lines) AS lines, sum(guest_lines) AS guest_lines
  FROM windows w LEFT JOIN days d ON d.day >= w.first AND d.day < w.next
  WHERE w.money
  GROUP BY ALL
),
order_counts AS (
  SELECT w.first, w.next, count(DISTINCT x.k) AS n
  FROM windows w LEFT JOIN (SELECT DISTINCT day, InvoiceNo AS k FROM sales WHERE Quantity > 0) x ON x.day >= w.first AND x.day < w.next
  WHERE w.orders
  GROUP BY ALL
),
cancellation_counts AS (
  SELECT w.first, w.next, count(DISTINCT x.k) AS n
  FROM windows w LEFT JOIN (SELECT DISTINCT day, InvoiceNo AS k FROM sales WHERE InvoiceNo LIKE 'C%') x ON x.day >= w.first AND x.day < w.next
  WHERE w.detail
  GROUP BY ALL
),
product_counts AS (
  SELECT w.first, w.next, count(DISTINCT x.k) AS n
  FROM windows w LEFT JOIN (SELECT DISTINCT day, StockCode AS k FROM sales) x ON x.day >= w.first AND x.day < w.next
  WHERE w.detail
  GROUP BY ALL
),
customer_counts AS (
  SELECT w.first, w.next, count(DISTINCT x.k) AS n
  FROM windows w LEFT JOIN (SELECT DISTINCT day, CustomerID AS k FROM sales) x ON x.day >= w.first AND x.day < w.next
  WHERE w.customers
  GROUP BY ALL
),
country_counts AS (
  SELECT w.first, w.next, count(DISTINCT x.k) AS n
  FROM windows w LEFT JOIN (SELECT DISTINCT day, Country AS k FROM sales) x ON x.day >= w.first AND x.day < w.next
  WHERE w.detail
  GROUP BY ALL
)
SELECT w.first, w.next, revenue, sold, returned, units, revenue_abroad, revenue_abroad / nullif(revenue, 0) AS share_abroad,
  returned / nullif(sold, 0) AS return_rate, o.n AS orders, c.n AS cancellations, c.n / nullif(o.n, 0) AS cancellation_rate,
  revenue / nullif(o.n, 0) AS average_order_value, units / nullif(o.n, 0) AS units_per_order,
  lines / nullif(o.n, 0) AS lines_per_order, p.n AS products, k.n AS customers,
  revenue / nullif(k.n, 0) AS revenue_per_customer, lines, guest_lines, guest_lines / nullif(lines, 0) AS guest_share,
  l.n AS countries, first_row, last_row, no_amount, below_zero
FROM windows w
LEFT JOIN sums USING (first, next)
LEFT JOIN order_counts o USING (first, next)
LEFT JOIN cancellation_counts c USING (first, next)
LEFT JOIN product_counts p USING (first, next)
LEFT JOIN customer_counts k USING (first, next)
LEFT JOIN country_counts l USING (first, next)
CROSS JOIN health
ORDER BY w.first, w.next
