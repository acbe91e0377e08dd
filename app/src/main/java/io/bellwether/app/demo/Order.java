package io.bellwether.app.demo;

/**
 * One order.
 *
 * @param id the number on the invoice: the date and a running number
 * @param day the day, counted from the start
 * @param second epoch second on the shop's own clock
 * @param customer the customer's number, or {@link Table#NULL} for somebody who walked in
 * @param visit the visit that led to it, or {@link Table#NULL} outside the web shop
 */
record Order(long id, int day, long second, long customer, long visit, int channel, boolean voucher, boolean first) {
    static final String CHANNELS = "['web', 'store', 'marketplace']";
    static final int WEB = 0;
    static final int STORE = 1;
    static final int MARKETPLACE = 2;

    /** Whether we know who bought. */
    boolean named() {
        return customer != Table.NULL;
    }

    Order numbered(long number) {
        return new Order(number, day, second, customer, visit, channel, voucher, first);
    }

    Order firstOf(long newCustomer) {
        return new Order(id, day, second, newCustomer, visit, channel, voucher, true);
    }

    /** Whether a parcel leaves for it. */
    boolean shipped() {
        return channel != STORE;
    }
}
