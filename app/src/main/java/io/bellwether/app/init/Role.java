package io.bellwether.app.init;

import io.bellwether.core.expression.Type;
import java.util.Set;

/** What a column is for, guessed from its name, its type and its values. */
enum Role {
    /** When it happened. */
    TIME,
    /** Names what happened: an order, a ticket; many rows may share one. */
    DOCUMENT,
    /** Names who it happened with. */
    PERSON,
    QUANTITY,
    /** Money for one piece. */
    PRICE,
    /** Money. */
    AMOUNT,
    /** A rating, a share, a temperature: averaged, never summed. */
    LEVEL,
    DURATION,
    /** Counts of things, summed. */
    TALLY,
    /** Yes or no. */
    FLAG,
    /** Few values to group by. */
    DIMENSION,
    OTHER;

    static final Set<String> SALES =
            Set.of("invoice", "order", "transaction", "receipt", "purchase", "basket", "sale", "payment");
    static final Set<String> DOCUMENTS = Set.of(
            "invoice",
            "order",
            "transaction",
            "receipt",
            "purchase",
            "basket",
            "sale",
            "payment",
            "ticket",
            "case",
            "booking",
            "reservation",
            "session",
            "visit",
            "trip",
            "ride",
            "shipment",
            "delivery",
            "claim",
            "incident",
            "request",
            "call",
            "issue",
            "appointment",
            "event",
            "lead",
            "deal",
            "contract",
            "run",
            "build");
    static final Set<String> BUYERS = Set.of("customer", "client", "buyer");
    static final Set<String> PEOPLE = Set.of(
            "customer",
            "client",
            "buyer",
            "user",
            "account",
            "member",
            "patient",
            "student",
            "employee",
            "subscriber",
            "visitor",
            "person",
            "email",
            "guest",
            "driver",
            "agent",
            "supplier",
            "company");
    static final Set<String> COSTS =
            Set.of("cost", "expense", "spend", "spending", "fee", "tax", "discount", "refund", "salary", "loss");
    static final Set<String> DURATIONS =
            Set.of("seconds", "minutes", "hours", "days", "duration", "latency", "elapsed", "ms", "milliseconds");
    /** A moment as a number, or a part of one: neither summed nor averaged. */
    private static final Set<String> MOMENTS =
            Set.of("timestamp", "time", "date", "epoch", "year", "month", "week", "weekday", "hour", "version");

    private static final Set<String> KEYS =
            Set.of("id", "no", "nr", "num", "number", "code", "key", "uuid", "guid", "sku", "zip", "postcode", "phone");
    private static final Set<String> QUANTITIES = Set.of("quantity", "qty", "pieces", "units");
    private static final Set<String> PRICES = Set.of("price", "unitprice", "rate");
    private static final Set<String> MONEY = Set.of(
            "amount",
            "revenue",
            "sales",
            "total",
            "paid",
            "income",
            "profit",
            "turnover",
            "charge",
            "budget",
            "net",
            "gross",
            "subtotal",
            "earnings",
            "price",
            "payment");
    private static final Set<String> LEVELS = Set.of(
            "score",
            "rating",
            "nps",
            "satisfaction",
            "percent",
            "pct",
            "rate",
            "ratio",
            "share",
            "temperature",
            "age",
            "lat",
            "lon",
            "latitude",
            "longitude",
            "level",
            "index",
            "speed",
            "weight",
            "height",
            "average",
            "avg");
    private static final Set<String> TALLIES = Set.of(
            "count",
            "click",
            "impression",
            "view",
            "signup",
            "conversion",
            "download",
            "install",
            "lead",
            "visit",
            "session",
            "order",
            "item",
            "error",
            "passenger",
            "guest",
            "hit",
            "return");

    static Role of(ColumnProfile column, long rows) {
        var words = Words.of(column.name());
        if (column.filled() == 0) {
            return OTHER;
        }
        if (column.type().isTemporal()) {
            return TIME;
        }
        if (column.type() == Type.BOOLEAN) {
            return FLAG;
        }
        boolean key = words.endsWith(KEYS);
        if (words.any(PEOPLE) && (key || isText(column, rows / 1000 + 20))) {
            return PERSON;
        }
        if (words.any(DOCUMENTS) && (key || isText(column, rows / 100 + 20))) {
            return DOCUMENT;
        }
        if (column.isNumeric()) {
            return key || words.any(MOMENTS) ? OTHER : number(column, words);
        }
        boolean few = column.distinct() >= 2 && column.distinct() <= Math.max(12, Math.min(300, rows / 20));
        return column.type() == Type.TEXT && few ? DIMENSION : OTHER;
    }

    private static boolean isText(ColumnProfile column, long moreThan) {
        return column.type() == Type.TEXT && column.distinct() > moreThan;
    }

    private static Role number(ColumnProfile column, Words words) {
        if (isFlag(column)) {
            return FLAG;
        }
        if (words.any(QUANTITIES)) {
            return QUANTITY;
        }
        if (words.any(PRICES) && !column.isShare() && !words.any(Set.of("total"))) {
            return PRICE;
        }
        if (words.any(DURATIONS)) {
            return DURATION;
        }
        if (words.any(LEVELS) || column.isShare()) {
            return LEVEL;
        }
        if (words.any(MONEY) || words.any(COSTS)) {
            return AMOUNT;
        }
        if (words.any(TALLIES) && column.fractional() == 0) {
            return TALLY;
        }
        return LEVEL;
    }

    /** Whole numbers 0 and 1 and nothing else. */
    private static boolean isFlag(ColumnProfile column) {
        return column.fractional() == 0
                && column.negative() == 0
                && column.distinct() <= 2
                && column.low() != null
                && column.high() != null
                && column.low().matches("0(\\.0*)?")
                && column.high().matches("1(\\.0*)?");
    }
}
