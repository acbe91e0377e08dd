package io.bellwether.core.expression;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.OssieCodes;
import io.bellwether.core.source.Problems;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImpl;
import org.apache.calcite.sql.validate.SqlConformanceEnum;

/**
 * Text to {@link Expr}: our own scan refuses what no expression may hold and keeps the depth sane, Calcite's parser knows
 * the grammar, and a converter lets through only what the allow-list names.
 */
public final class ExpressionParser {
    private static final SqlParser.Config CONFIG = SqlParser.config()
            .withParserFactory(SqlBabelParserImpl.FACTORY)
            .withConformance(SqlConformanceEnum.BABEL)
            .withQuoting(Quoting.DOUBLE_QUOTE)
            .withUnquotedCasing(Casing.UNCHANGED)
            .withQuotedCasing(Casing.UNCHANGED)
            .withCaseSensitive(true)
            .withIdentifierMaxLength(256);

    /** Most fields are a column under another name: they need no parser. */
    private static final Pattern NAME = Pattern.compile("(?:([A-Za-z_]\\w*)\\.)?([A-Za-z_]\\w*)");

    /** A frame of groups, or with an end that a parameter says. */
    private static final Pattern LATER_FRAMES = Pattern.compile(
            "(?is)\\bover\\s*\\(.*(\\bgroups\\s+(between|unbounded|current|\\d)|[:?$@]\\s*\\w*\\s+(preceding|following))");

    private static final Set<String> NO_NAMES = noNames();

    private ExpressionParser() {}

    private static Set<String> noNames() {
        Set<String> words = new HashSet<>(Clock.BARE);
        words.addAll(Set.of("true", "false", "null", "unknown"));
        return words;
    }

    /** What Ossie keeps for later versions is told as such; the parser knows it as little as we do. */
    static Diagnostic ofOssie(Diagnostic problem, String text) {
        return LATER_FRAMES.matcher(text).find() ? problem.asOssie(OssieCodes.DEFERRED_FRAME_MODE) : problem;
    }

    /** Whether the grammar takes the word for its own, so that a name of this form stands in double quotes. */
    public static boolean isReserved(String word) {
        return NO_NAMES.contains(word.toLowerCase(Locale.ROOT))
                || SqlParser.create("", CONFIG).getMetadata().isReservedWord(word.toUpperCase(Locale.ROOT));
    }

    /** The tree with unresolved {@link Expr.Name}s, or empty with a problem. */
    public static Optional<Expr> parse(Excerpt text, Problems problems) {
        Excerpt scanned = Scan.check(text, problems).orElse(null);
        if (scanned == null) {
            return Optional.empty();
        }
        Matcher name = NAME.matcher(text.text().strip());
        if (name.matches() && !NO_NAMES.contains(name.group(2).toLowerCase(Locale.ROOT))) {
            return Optional.of(new Expr.Name(name.group(1), name.group(2), text.span()));
        }
        try {
            SqlNode node = SqlParser.create(scanned.text(), CONFIG).parseExpression();
            return Optional.ofNullable(new Converter(new Positions(scanned), problems).convert(node));
        } catch (SqlParseException e) {
            problems.add(ofOssie(ParserWords.explain(e, new Positions(scanned)), scanned.text()));
        } catch (StackOverflowError e) {
            problems.add(Code.TOO_DEEP, text.span(), "the expression is nested too deeply", "split it into metrics");
        }
        return Optional.empty();
    }
}
