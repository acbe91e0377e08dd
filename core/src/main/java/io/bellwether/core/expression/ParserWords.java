package io.bellwether.core.expression;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParserPos;

/** The parser's complaints in plain words: where it stopped, and at what. */
final class ParserWords {
    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");
    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|\\w+|\\S");

    private ParserWords() {}

    static Diagnostic explain(SqlParseException e, Positions positions) {
        int at = place(e, positions);
        String text = positions.excerpt().text();
        Matcher token = TOKEN.matcher(text);
        boolean ended =
                String.valueOf(e.getMessage()).lines().findFirst().orElse("").contains("<EOF>");
        if (ended || at >= text.length() || !token.find(at)) {
            Span end = positions.excerpt().span(text.stripTrailing().length() - 1, text.length());
            return Code.SYNTAX.at(end, "the expression ends too early", "something belongs after this");
        }
        Span span = positions.excerpt().span(token.start(), token.end());
        String word = token.group();
        if (word.equals(",") || word.equals(")")) {
            return Code.SYNTAX.at(span, "\"" + word + "\" comes too early", "something belongs before it");
        }
        String fix = word.matches("[A-Za-z]\\w*") ? "if it is a name, write it in double quotes" : null;
        return Code.SYNTAX.at(span, "\"" + word + "\" makes no sense here", fix);
    }

    private static int place(SqlParseException e, Positions positions) {
        SqlParserPos position = e.getPos();
        if (position != null && position.getLineNum() > 0) {
            return positions.offset(position.getLineNum(), position.getColumnNum());
        }
        Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
        return place.find() ? positions.offset(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2))) : 0;
    }
}
