package io.bellwether.core.expression;

import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Span;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Turns the parser's lines and columns into spans. */
final class Positions {
    private final Excerpt excerpt;

    Positions(Excerpt excerpt) {
        this.excerpt = excerpt;
    }

    Span span(SqlNode node) {
        return span(node.getParserPosition());
    }

    Span span(SqlParserPos position) {
        if (position.getLineNum() == 0) {
            return excerpt.span();
        }
        int start = offset(position.getLineNum(), position.getColumnNum());
        return excerpt.span(start, offset(position.getEndLineNum(), position.getEndColumnNum()) + 1);
    }

    int offset(int line, int column) {
        String text = excerpt.text();
        int start = 0;
        for (int skipped = 1; skipped < line; skipped++) {
            start = text.indexOf('\n', start) + 1;
        }
        return Math.clamp(start + column - 1, 0, text.length());
    }

    Excerpt excerpt() {
        return excerpt;
    }
}
