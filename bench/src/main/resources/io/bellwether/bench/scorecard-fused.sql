-- One statement for each fact, as a person writes them who wants few readings: days first, then the windows.
with d as (
  select date_trunc('day', sold_at) as day, sum(quantity * unit_price - discount) as revenue, sum(cost) as cost,
    sum(discount) as discounts, sum(quantity) as units
  from ${order_items} where sold_at >= ${FROM} and sold_at < ${BEFORE} group by 1)
select w, sum(revenue) as revenue, sum(cost), sum(discounts), sum(units)
from windows left join d on day >= s and day < e group by w order by w
;
with d as (
  select date_trunc('day', ordered_at) as day, count(id) as orders, count(id) filter (where voucher) as vouchers,
    count(id) filter (where first_order) as first_orders, count(customer_id) as named
  from ${orders} where ordered_at >= ${FROM} and ordered_at < ${BEFORE} group by 1)
select w, sum(orders) as orders, sum(vouchers), sum(first_orders), sum(named)
from windows left join d on day >= s and day < e group by w order by w
;
with d as (
  select distinct date_trunc('day', ordered_at) as day, customer_id
  from ${orders} where ordered_at >= ${FROM} and ordered_at < ${BEFORE} and customer_id is not null)
select w, count(distinct customer_id) as active_customers
from windows left join d on day >= s and day < e where w in (${DISTINCT}) group by w order by w
;
with d as (
  select date_trunc('day', started_at) as day, count(id) as visits, count(id) filter (where converted) as converted,
    count(id) filter (where source = 'newsletter') as newsletter, sum(pages) as pages, count(pages) as paged
  from ${sessions} where started_at >= ${FROM} and started_at < ${BEFORE} group by 1)
select w, sum(visits) as visits, sum(converted), sum(newsletter), sum(pages) / sum(paged)
from windows left join d on day >= s and day < e group by w order by w
;
with d as (
  select promised_on::timestamp as day, count(order_id) as parcels,
    count(order_id) filter (where delivered_on is null or delivered_on > promised_on) as late
  from ${deliveries} where promised_on >= ${FROM} and promised_on < ${BEFORE} group by 1)
select w, sum(parcels) as parcels, sum(late)
from windows left join d on day >= s and day < e group by w order by w
;
with d as (
  select date_trunc('day', answered_at) as day, count(id) as survey_answers, count(id) filter (where score >= 9) as promoters,
    count(id) filter (where score <= 6) as detractors
  from ${survey} where answered_at >= ${FROM} and answered_at < ${BEFORE} group by 1)
select w, sum(survey_answers) as survey_answers, sum(promoters), sum(detractors)
from windows left join d on day >= s and day < e group by w order by w
;
with d as (
  select date_trunc('day', returned_at) as day, sum(refund) as refunds, sum(quantity) as returned
  from ${returned_items} where returned_at >= ${FROM} and returned_at < ${BEFORE} group by 1)
select w, sum(refunds) as refunds, sum(returned)
from windows left join d on day >= s and day < e group by w order by w
