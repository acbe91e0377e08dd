package io.bellwether.app.init;

import io.bellwether.app.init.MetricDraft.Promise;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a shop asks of its sales: revenue, orders, customers, the average order, returns. */
final class SalesMetrics {
    /** Words for what a sale comes to, the clearest first. */
    private static final List<String> WORTH = List.of(
            "total",
            "amount",
            "paid",
            "price",
            "payment",
            "gross",
            "net",
            "subtotal",
            "betrag",
            "summe",
            "montant",
            "importe",
            "valor",
            "bedrag",
            "importo");

    /** Documents that are orders, by whatever name. */
    private static final Set<String> OTHERWISE_NAMED = Set.of("transaction", "payment", "charge", "receipt");

    private static final Map<String, String> ENGLISH = Map.of(
            "beleg",
            "document",
            "kunde",
            "customer",
            "kunden",
            "customer",
            "mitarbeiter",
            "employee",
            "benutzer",
            "user");

    private final Drafter drafter;
    private final Columns columns;
    private @Nullable String amount;
    private @Nullable ColumnProfile column;
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

    /** The column that the revenue is the sum of, or null. */
    @Nullable
    ColumnProfile column() {
        return column;
    }

    private Optional<String> amount(Optional<ColumnProfile> quantity) {
        var price = columns.all(Role.PRICE).stream()
                .filter(c -> !Meaning.of(c.name()).any(Set.of("compare", "list", "original", "old", "msrp", "cost")))
                .findFirst();
        boolean sale = quantity.isPresent()
                || price.isPresent()
                || columns.document()
                        .filter(d -> Meaning.of(d.name()).isOf(Vocabulary.SALES))
                        .isPresent();
        var whole = columns.all(Role.AMOUNT).stream()
                .filter(c -> worth(c, sale) < WORTH.size())
                .min(Comparator.comparingInt(c -> worth(c, sale)));
        if (whole.isPresent()) {
            column = whole.get();
            return drafter.isMixed(column) ? mixed(column) : whole.map(drafter::amount);
        }
        if (price.isEmpty() || drafter.isMixed(price.get())) {
            return Optional.empty();
        }
        column = price.get();
        String factor = quantity.map(q -> drafter.quoted(q.name()) + " * ").orElse("");
        return Optional.of(drafter.computed(
                "amount",
                factor + drafter.money(price.get()),
                quantity.isPresent() ? "Quantity times price" : "Price"));
    }

    /** How clearly the column says that it is what a sale comes to: the less the clearer. */
    private static int worth(ColumnProfile column, boolean sale) {
        Meaning meaning = Meaning.of(column.name());
        if (meaning.any(Vocabulary.COSTS)) {
            return WORTH.size();
        }
        if (meaning.isOf(Vocabulary.EARNED)
                || meaning.any(Set.of("revenue", "sales", "umsatz"))
                        && !meaning.any(Set.of("goal", "target", "budget"))) {
            return -1;
        }
        if (meaning.isOf(Set.of("value")) && (meaning.any(Set.of("event")) || sale)) {
            return 1;
        }
        if (meaning.any(Vocabulary.PASSED_ON)) {
            return WORTH.size();
        }
        int word = WORTH.indexOf(meaning.subject());
        return sale && word >= 0 ? word : WORTH.size();
    }

    /** Sums for each currency, and nothing that would need one sum of them all. */
    private Optional<String> mixed(ColumnProfile column) {
        drafter.sum(
                column,
                new MetricDraft(
                        "revenue", "Revenue", "Sum of " + column.name(), "", null, "up", "financial", Promise.TOTAL));
        return Optional.empty();
    }

    /** Rows below zero are returns: by the quantity where there is one, else by the amount. */
    private void signs(Optional<ColumnProfile> quantity) {
        boolean quantities = quantity.map(q -> q.negative() > 0).orElse(false);
        boolean amounts = columns.all(Role.AMOUNT).stream().anyMatch(c -> c.negative() > 0 && c.equals(column));
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
            money(new MetricDraft(
                    "revenue", "Revenue", what, sum(amount), "currency", "up", "financial", Promise.TOTAL));
        }
    }

    /** Counts orders, or tickets, or sessions: the name of the metric, or null where rows have no such key. */
    private @Nullable String documents() {
        var document = columns.document().orElse(null);
        if (document == null) {
            return null;
        }
        var meaning = Meaning.of(document.name());
        boolean sale = meaning.isOf(Vocabulary.SALES) && !meaning.isOf(OTHERWISE_NAMED);
        String name = sale ? "orders" : Words.plural(english(word(meaning)));
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
            var words = Meaning.of(person.name()).words();
            boolean buyer = words.any(Vocabulary.BUYERS) || words.any(Set.of("email", "contact")) && found();
            String one = buyer ? "customer" : english(words.first(Vocabulary.PEOPLE));
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
        money(new MetricDraft(
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
        money(new MetricDraft(
                "gross_sales",
                "Gross sales",
                "Value of what was sold, before returns",
                sum(amount) + sold,
                "currency",
                "up",
                "financial",
                Promise.NONE));
        money(new MetricDraft(
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

    /** What the numbers are of; where the name does not say, of what is sold if anything is. */
    private String word(Meaning meaning) {
        Words subject = new Words(List.of(meaning.subject()));
        if (subject.any(Vocabulary.DOCUMENTS)) {
            return subject.first(Vocabulary.DOCUMENTS);
        }
        return amount == null ? "document" : "order";
    }

    private static String english(String word) {
        return ENGLISH.getOrDefault(word, word);
    }

    /** A metric of money: in the currency that the amount's column names, else in the workspace's. */
    private void money(MetricDraft draft) {
        if (column != null) {
            drafter.money(column, draft);
        }
    }

    private String sum(String field) {
        return "sum(" + drafter.ref(field) + ")";
    }
}
