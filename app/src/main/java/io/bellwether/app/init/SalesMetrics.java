package io.bellwether.app.init;

import io.bellwether.app.init.MetricDraft.Promise;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a shop asks of its sales: revenue, orders, customers, the average order, returns. */
final class SalesMetrics {
    private static final Set<String> REVENUE =
            Set.of("amount", "revenue", "sales", "total", "paid", "income", "turnover", "price", "payment", "subtotal");

    private final Drafter drafter;
    private final Columns columns;
    private @Nullable String amount;
    private @Nullable String sold;
    private @Nullable String returned;

    SalesMetrics(Drafter drafter, Columns columns) {
        this.drafter = drafter;
        this.columns = columns;
    }

    /** Whether there is money that comes in. */
    boolean found() {
        return amount != null;
    }

    void add() {
        var quantity = columns.first(Role.QUANTITY);
        amount = amount(quantity).orElse(null);
        signs(quantity);
        revenue();
        String documents = documents();
        people();
        averages(documents);
        quantity.ifPresent(this::units);
        returns();
    }

    private Optional<String> amount(Optional<ColumnProfile> quantity) {
        var whole = columns.all(Role.AMOUNT).stream()
                .filter(c -> Words.of(c.name()).any(REVENUE))
                .filter(c -> !Words.of(c.name()).any(Role.COSTS))
                .findFirst();
        var price = columns.first(Role.PRICE);
        if (whole.isPresent()) {
            return whole.map(drafter::field);
        }
        if (price.isEmpty()) {
            return Optional.empty();
        }
        String factor = quantity.map(q -> drafter.quoted(q.name()) + " * ").orElse("");
        return Optional.of(drafter.computed(
                "amount",
                factor + drafter.money(price.get()),
                quantity.isPresent() ? "Quantity times price" : "Price"));
    }

    /** Rows below zero are returns: by the quantity where there is one, else by the amount. */
    private void signs(Optional<ColumnProfile> quantity) {
        boolean quantities = quantity.map(q -> q.negative() > 0).orElse(false);
        boolean amounts = columns.all(Role.AMOUNT).stream()
                .anyMatch(c -> c.negative() > 0 && drafter.field(c).equals(amount));
        String by = null;
        if (quantities) {
            by = drafter.ref(quantity.orElseThrow());
        } else if (amounts && amount != null) {
            by = drafter.ref(amount);
        }
        if (by != null) {
            sold = " filter (where " + by + " > 0)";
            returned = " filter (where " + by + " < 0)";
        }
    }

    private void revenue() {
        if (amount != null) {
            String what = "Value of what was sold" + (returned == null ? "" : ", returns taken off");
            drafter.metric(new MetricDraft(
                    "revenue", "Revenue", what, sum(amount), "currency", "up", "financial", Promise.TOTAL));
        }
    }

    /** Counts orders, or tickets, or sessions: the name of the metric, or null where rows have no such key. */
    private @Nullable String documents() {
        var document = columns.document().orElse(null);
        if (document == null) {
            return null;
        }
        var words = Words.of(document.name());
        boolean sale = words.any(Role.SALES);
        String name = sale ? "orders" : Words.plural(words.first(Role.DOCUMENTS));
        String expression = "count(distinct " + drafter.ref(document) + ")" + (sold == null ? "" : sold);
        String note = "How many different " + name + (sold == null ? "" : ", returns not counted");
        String good = Set.of("incidents", "issues", "claims", "tickets").contains(name) ? "down" : "up";
        drafter.metric(new MetricDraft(
                name,
                Words.of(name).label(),
                note,
                expression,
                "count",
                good,
                "operational",
                good.equals("up") ? Promise.TOTAL : Promise.AT_MOST));
        return name;
    }

    private void people() {
        columns.person().ifPresent(person -> {
            var words = Words.of(person.name());
            String one = words.any(Role.BUYERS) ? "customer" : words.first(Role.PEOPLE);
            String name = one.equals("person") ? "people" : Words.plural(one);
            String missing = person.filled() < drafter.rows() ? "; rows without one are not counted" : "";
            drafter.metric(new MetricDraft(
                    name,
                    Words.of(name).label(),
                    "Different " + name + " in the period" + missing,
                    "count(distinct " + drafter.ref(person) + ")" + (sold == null ? "" : sold),
                    "count",
                    "up",
                    "customer",
                    Promise.AT_LEAST));
        });
    }

    private void averages(@Nullable String documents) {
        if (amount == null || documents == null) {
            return;
        }
        boolean orders = documents.equals("orders");
        String name = orders ? "average_order_value" : "revenue_per_" + documents.replaceAll("s$", "");
        drafter.metric(new MetricDraft(
                name,
                Words.of(name).label(),
                "Revenue divided by " + documents,
                "revenue / nullif(" + documents + ", 0)",
                "currency",
                "up",
                "financial",
                Promise.REACH));
    }

    private void units(ColumnProfile quantity) {
        drafter.metric(new MetricDraft(
                "units_sold",
                "Units sold",
                "Pieces sold" + (sold == null ? "" : ", returns not counted"),
                "sum(" + drafter.ref(quantity) + ")" + (sold == null ? "" : sold),
                "count",
                "up",
                "operational",
                Promise.NONE));
    }

    private void returns() {
        if (amount == null || returned == null || sold == null) {
            return;
        }
        drafter.metric(new MetricDraft(
                "gross_sales",
                "Gross sales",
                "Value of what was sold, before returns",
                sum(amount) + sold,
                "currency",
                "up",
                "financial",
                Promise.NONE));
        drafter.metric(new MetricDraft(
                "returned_value",
                "Returned value",
                "Value of what came back or was cancelled",
                "-" + sum(amount) + returned,
                "currency",
                "down",
                "financial",
                Promise.NONE));
        drafter.metric(new MetricDraft(
                "return_rate",
                "Return rate",
                "Share of gross sales that came back",
                "coalesce(returned_value, 0) / nullif(gross_sales, 0)",
                "percent",
                "down",
                "operational",
                Promise.AT_MOST));
    }

    private String sum(String field) {
        return "sum(" + drafter.ref(field) + ")";
    }
}
