-- a shop; here's a quote
CREATE TABLE customers (id INTEGER, region VARCHAR, joined DATE);
CREATE TABLE orders (order_id INTEGER, customer_id INTEGER, amount DECIMAL(10,2), status VARCHAR, order_date DATE);
CREATE TABLE returns (return_id INTEGER, customer_id INTEGER, amount DECIMAL(10,2));
CREATE TABLE items (order_id INTEGER, line INTEGER, product VARCHAR, qty INTEGER);
CREATE TABLE weather (day DATE, celsius DOUBLE);
INSERT INTO customers VALUES (1,'EAST','2020-01-01'),(2,'EAST','2020-02-01'),(3,'WEST',NULL),(4,'NORTH','2021-01-01'),(5,NULL,'2021-05-01');
INSERT INTO orders VALUES (1,1,100,'done','2024-01-05'),(2,1,200,'open','2024-01-06'),(3,2,50,'done','2024-02-01'),(4,3,300,'done','2024-02-03'),(5,NULL,70,'open','2024-03-01'),(6,99,30,'done',NULL);
INSERT INTO returns VALUES (1,1,25),(2,4,10);
INSERT INTO items VALUES (1,1,'pen;x',2),(1,2,'ink',1),(2,1,'pen;x',5),(4,1,'ink',7);
INSERT INTO weather VALUES ('2024-01-05', 3.5);
