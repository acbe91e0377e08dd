package io.bellwether.app.demo;

/**
 * One visit to the web shop.
 *
 * @param second epoch second on the shop's own clock
 * @param customer the customer's number, or {@link Table#NULL} for a stranger
 */
record Visit(long id, long second, long customer, int device, int source, int pages, boolean converted) {
    static final String DEVICES = "['phone', 'desktop', 'tablet']";
    static final String SOURCES = "['search', 'newsletter', 'direct', 'social', 'ads']";

    Visit by(long buyer) {
        return new Visit(id, second, buyer, device, source, pages, converted);
    }
}
