package io.bellwether.engine.file;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the values of one key of JSON records have in common. */
public final class JsonColumn {
    /** What a value is. */
    enum Kind {
        NOTHING,
        TEXT,
        NUMBER,
        TRUTH,
        NESTED
    }

    /** How the texts of a column are written. */
    public enum Texts {
        DAYS,
        MOMENTS,
        INSTANTS,
        OTHERS
    }

    private static final int SAMPLE = 1000;
    private static final int MOST_DIGITS = 38;
    private static final int LONGEST = 400;
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?)?(.*)");
    private static final Pattern ZONE = Pattern.compile(" ?(Z|UTC|[-+]\\d{2}(:?\\d{2})?)");

    private boolean texts;
    private boolean numbers;
    private boolean truths;
    private boolean nested;
    private boolean days;
    private boolean moments;
    private boolean instants;
    private boolean others;
    private boolean points;
    private boolean inexact;
    private long infinite;
    private int scale;
    private int whole;
    private int digits;
    private final List<String> sample = new ArrayList<>();

    void add(Kind kind, String text) {
        switch (kind) {
            case NOTHING -> {}
            case TEXT -> text(text);
            case NUMBER -> number(text);
            case TRUTH -> truths = true;
            case NESTED -> nested = true;
        }
        if (kind != Kind.NOTHING && sample.size() < SAMPLE && !text.isBlank()) {
            sample.add(text.strip());
        }
    }

    /** Some of the values, none of them blank. */
    public List<String> sample() {
        return sample;
    }

    /** Whether all values are texts. */
    public boolean isText() {
        return texts && !numbers && !truths && !nested;
    }

    public boolean isNumber() {
        return numbers && !texts && !truths && !nested;
    }

    public boolean isTruth() {
        return truths && !texts && !numbers && !nested;
    }

    /** Whether all values are blocks or lists. */
    public boolean isNested() {
        return nested && !texts && !numbers && !truths;
    }

    public Texts texts() {
        if (others || instants && (days || moments)) {
            return Texts.OTHERS;
        }
        return instants ? Texts.INSTANTS : moments ? Texts.MOMENTS : days ? Texts.DAYS : Texts.OTHERS;
    }

    /** Whether the numbers have no fraction. */
    public boolean isWhole() {
        return !points;
    }

    /** The most digits before the point. */
    public int whole() {
        return whole;
    }

    /** The most digits behind the point. */
    public int scale() {
        return scale;
    }

    /** The most digits of one number. */
    public int digits() {
        return digits;
    }

    /** Whether each number comes back from a double as it was. */
    public boolean fitsDouble() {
        return !inexact;
    }

    /** Whether a decimal of 38 digits holds each number. */
    public boolean fitsDecimal() {
        return whole + scale <= MOST_DIGITS;
    }

    /** How many are infinite or no number. */
    public long infinite() {
        return infinite;
    }

    private void text(String text) {
        texts = true;
        if (others) {
            return;
        }
        var moment = text.length() < 10 || text.length() > 45 ? null : MOMENT.matcher(text);
        if (moment == null || !moment.matches() || !isMoment(text, moment.group(1))) {
            others = true;
        } else if (moment.group(4).isEmpty()) {
            moments |= moment.group(1) != null;
            days |= moment.group(1) == null;
        } else {
            instants |= moment.group(1) != null && ZONE.matcher(moment.group(4)).matches();
            others = !instants;
        }
    }

    private static boolean isMoment(String text, @Nullable String time) {
        try {
            LocalDate.parse(text.substring(0, 10));
            if (time != null) {
                LocalTime.parse(time.substring(1));
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void number(String text) {
        numbers = true;
        char last = text.charAt(text.length() - 1);
        if (last < '0' || last > '9') {
            infinite++;
            points = true;
            return;
        }
        int point = text.indexOf('.');
        int sign = text.charAt(0) == '-' ? 1 : 0;
        if (text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            points = true;
            scientific(text);
        } else {
            points |= point >= 0;
            int behind = point < 0 ? 0 : text.length() - point - 1;
            int before = (point < 0 ? text.length() : point) - sign;
            count(before, behind, text);
        }
    }

    private void scientific(String text) {
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException e) {
            value = null;
        }
        if (value == null || Math.abs((long) value.scale()) > LONGEST) {
            // Zero times anything, or beyond what any column holds.
            inexact = true;
            whole = MOST_DIGITS + 1;
        } else {
            count(Math.max(value.precision() - value.scale(), 1), Math.max(value.scale(), 0), text);
        }
    }

    private void count(int before, int behind, String text) {
        whole = Math.max(whole, before);
        scale = Math.max(scale, behind);
        digits = Math.max(digits, before + behind);
        if (before + behind > 15 && !inexact) {
            double value = Double.parseDouble(text);
            inexact = !Double.isFinite(value)
                    || new BigDecimal(Double.toString(value)).compareTo(new BigDecimal(text)) != 0;
        }
    }
}
