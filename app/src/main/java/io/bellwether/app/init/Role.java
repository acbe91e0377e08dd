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
    /** A rating, a temperature: averaged, never summed. */
    LEVEL,
    /** A share or a rate of each row: neither summed nor averaged where rows weigh differently. */
    RATIO,
    /** What is there at a moment, like a balance: neither summed nor averaged over rows. */
    STATE,
    DURATION,
    /** Counts of things, summed. */
    TALLY,
    /** Yes or no. */
    FLAG,
    /** Few values to group by. */
    DIMENSION,
    /** Which currency the row's money is of. */
    CURRENCY,
    /** A code, a part of a date, a long text: nothing is computed of it. */
    OTHER,
    /** Whole numbers that no word says anything of: codes as likely as amounts. */
    UNKNOWN;

    static final Set<String> CURRENCIES =
            Set.of("currency", "waehrung", "währung", "ccy", "curr", "devise", "moneda", "valuta", "cur", "iso");

    /** Words that money and other things are described with. */
    private static final Set<String> WEAK =
            Set.of("net", "gross", "total", "credit", "debit", "sale", "sales", "order", "shipping", "charge", "bill");

    static Role of(ColumnProfile column, long rows) {
        var meaning = Meaning.of(column.name());
        if (column.filled() == 0) {
            return OTHER;
        }
        if (column.type().isTemporal()) {
            return TIME;
        }
        if (column.type() == Type.BOOLEAN) {
            return FLAG;
        }
        if (isCurrency(column, meaning)) {
            return CURRENCY;
        }
        // Not its plural: "minutes" were counted, a "minute" is a part of a time.
        if (Vocabulary.MOMENTS.contains(meaning.subject()) && !isText(column, rows)) {
            return OTHER;
        }
        if (isPerson(column, meaning, rows)) {
            return PERSON;
        }
        if (isDocument(column, meaning, rows)) {
            return DOCUMENT;
        }
        if (column.isNumeric()) {
            return meaning.key() ? OTHER : number(column, meaning);
        }
        boolean few = column.distinct() >= 2 && column.distinct() <= Math.max(12, Math.min(300, rows / 20));
        return column.type() == Type.TEXT && few ? DIMENSION : OTHER;
    }

    private static boolean isCurrency(ColumnProfile column, Meaning meaning) {
        return column.type() == Type.TEXT
                && meaning.any(CURRENCIES)
                && !column.common().isEmpty()
                && column.common().stream().allMatch(v -> Currencies.code(v).isPresent());
    }

    private static boolean isPerson(ColumnProfile column, Meaning meaning, long rows) {
        if (column.distinct() < 2 || meaning.any(Set.of("type", "group", "count", "total", "city", "country"))) {
            return false;
        }
        boolean text = column.type() == Type.TEXT && column.distinct() > rows / 1000 + 20;
        if (meaning.key()) {
            // A ledger's accounts have numbers and codes, an account of somebody has an id.
            boolean ledger = meaning.subject().equals("account")
                    && !Set.of("id", "uuid", "guid")
                            .contains(meaning.words().words().getLast());
            return meaning.isOf(Vocabulary.PEOPLE) && !ledger;
        }
        boolean named = meaning.isOf(Vocabulary.PEOPLE)
                || meaning.any(Vocabulary.PEOPLE) && meaning.isOf(Set.of("name", "email", "address"));
        boolean program = meaning.subject().equals("agent") && meaning.any(Set.of("user"));
        return named && text && !program;
    }

    private static boolean isDocument(ColumnProfile column, Meaning meaning, long rows) {
        if (isNumbered(column, meaning)) {
            return true;
        }
        if (!meaning.isOf(Vocabulary.DOCUMENTS) || !meaning.isOwn() || meaning.counted()) {
            return false;
        }
        boolean codes = column.type() == Type.TEXT
                && (column.distinct() > rows / 100 + 20 || isCode(column.low()) && isCode(column.high()));
        boolean singular = !Vocabulary.TALLIES.contains(meaning.subject());
        boolean numbers = column.isNumeric() && column.fractional() == 0 && column.negative() == 0;
        boolean alone = meaning.words().words().size() == 1 && isCode(column.low()) && isCode(column.high());
        return meaning.key() && (numbers || column.type() == Type.TEXT) || singular && (codes || numbers && alone);
    }

    /** {@code #1001} under a name that says no more than that. */
    private static boolean isNumbered(ColumnProfile column, Meaning meaning) {
        boolean bare = meaning.words().words().size() == 1
                && meaning.any(Set.of("name", "number", "no", "nr", "num", "id", "reference"));
        return bare
                && column.type() == Type.TEXT
                && column.low() != null
                && column.low().startsWith("#")
                && isCode(column.low())
                && isCode(column.high());
    }

    private static boolean isText(ColumnProfile column, long rows) {
        return column.type() == Type.TEXT && column.distinct() > rows / 100 + 20;
    }

    /** Whether it looks like the number of something: {@code SO-1004}, {@code #1001}. */
    static boolean isCode(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("[#\\p{L}]{0,5}[-_/ ]?\\d{2,}[-\\p{L}\\d]*");
    }

    private static Role number(ColumnProfile column, Meaning meaning) {
        boolean money = isMoney(column, meaning);
        boolean tally = meaning.counted() || meaning.isOf(Vocabulary.TALLIES);
        if (isFlag(column) && !money && !tally) {
            return FLAG;
        }
        if (meaning.any(Vocabulary.STATES)) {
            return STATE;
        }
        if (meaning.any(Vocabulary.RATIOS) || isQuotient(column.name(), meaning)) {
            return RATIO;
        }
        if (tally) {
            return TALLY;
        }
        if (meaning.isOf(Vocabulary.CODES)) {
            return OTHER;
        }
        if (meaning.isOf(Vocabulary.QUANTITIES) && !meaning.any(Vocabulary.COSTS)) {
            return QUANTITY;
        }
        if (meaning.any(Vocabulary.PRICES) && !meaning.any(Set.of("total")) || meaning.any(Set.of("unit")) && money) {
            return PRICE;
        }
        return meaning.any(Vocabulary.DURATIONS) ? DURATION : money ? AMOUNT : level(column, meaning);
    }

    /** {@code Cost / conv.}: made of two numbers. */
    private static boolean isQuotient(String name, Meaning meaning) {
        return name.contains("/") && !meaning.any(Set.of("debit", "credit", "soll", "haben", "date", "time"));
    }

    private static boolean isMoney(ColumnProfile column, Meaning meaning) {
        if (meaning.isOf(Vocabulary.MONEY) || meaning.isOf(Vocabulary.COSTS) || isWorth(column, meaning)) {
            return true;
        }
        boolean other = meaning.isOf(Vocabulary.LEVELS)
                || meaning.isOf(Vocabulary.CODES)
                || meaning.isOf(Vocabulary.TALLIES)
                || meaning.any(Vocabulary.DURATIONS);
        return !other
                && meaning.words().words().stream()
                        .filter(word -> !WEAK.contains(word))
                        .anyMatch(word -> Vocabulary.MONEY.contains(word) || Vocabulary.COSTS.contains(word));
    }

    /** A value of something that has a price, or in a currency. */
    private static boolean isWorth(ColumnProfile column, Meaning meaning) {
        boolean value = meaning.isOf(Set.of("value", "wert", "worth"));
        return value
                && (meaning.any(Vocabulary.DOCUMENTS)
                        || meaning.any(Set.of("conversion", "conv", "cart", "transaction"))
                        || Words.of(column.name()).words().stream()
                                .anyMatch(w -> Currencies.word(w).isPresent()));
    }

    private static Role level(ColumnProfile column, Meaning meaning) {
        if (column.isShare()) {
            return RATIO;
        }
        return meaning.any(Vocabulary.LEVELS) || column.fractional() > 0 ? LEVEL : UNKNOWN;
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
