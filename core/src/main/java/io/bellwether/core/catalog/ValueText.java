package io.bellwether.core.catalog;

import io.bellwether.core.definition.Quantity;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value as people write it, in the unit of its metric, by the rules of targets: {@code 81%} of a percentage is 0.81,
 * {@code 4h} of minutes is 240, {@code 1_200} is 1200.
 */
public final class ValueText {
    private ValueText() {}

    /**
     * The number, or what is wrong with the text and how to write it.
     *
     * @param number null where there is a problem
     */
    public record Read(
            @Nullable BigDecimal number,
            @Nullable String problem,
            @Nullable String fix) {}

    /** Never throws. */
    public static Read read(String text, Unit unit) {
        Optional<Quantity> quantity = Quantity.parse(text);
        if (quantity.isEmpty()) {
            String shown = text.length() <= 40 ? text : text.substring(0, 40) + "…";
            return new Read(null, "\"" + shown + "\" is not a number", "write 1_000, 2.5, 25% or 4h");
        }
        Problems problems = new Problems();
        var place = new SourceFile("value", text).span(0, text.length());
        BigDecimal number = new Amount(unit, problems).read(new Located<>(quantity.get(), place));
        if (number == null) {
            Diagnostic first = problems.all().getFirst();
            return new Read(null, first.message(), first.fix());
        }
        return new Read(number, null, null);
    }
}
