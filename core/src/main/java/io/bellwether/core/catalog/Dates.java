package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Where a text is compared with a time, the text is a date: {@code invoiced_at >= '2011-01-01'}. */
final class Dates {
    private Dates() {}

    static List<Typed> read(List<Typed> compared) {
        boolean time = compared.stream().anyMatch(one -> one.type().isTemporal());
        return time ? compared.stream().map(Dates::read).toList() : compared;
    }

    private static Typed read(Typed one) {
        if (!(one.expr() instanceof Expr.TextLiteral text)) {
            return one;
        }
        try {
            return text.value().length() == 10
                    ? new Typed(new Expr.DateLiteral(LocalDate.parse(text.value()), text.span()), Type.DATE)
                    : new Typed(
                            new Expr.TimestampLiteral(
                                    LocalDateTime.parse(text.value().replace(' ', 'T')), text.span()),
                            Type.TIMESTAMP);
        } catch (DateTimeException e) {
            return one;
        }
    }
}
