package io.bellwether.core.dbt;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.time.DatePart;
import io.bellwether.core.time.Grain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * dbt's filters to conditions of ours: {@code {{ Dimension('listing__country') }} = 'us'} is
 * {@code listing.country = 'us'}. Plain names with {@code __} mean the same as templates.
 */
final class Template {
    /** Texts first, so that nothing in them is taken for a name; notes last, for they say nothing. */
    private static final Pattern PIECE = Pattern.compile(
            "'(?:[^']|'')*'|\\{\\{(.*?)}}|(?<![\\w.\"'])([A-Za-z]\\w*)(?![\\w(])|(--[^\\n]*|/\\*.*?\\*/|\\{#.*?#})",
            Pattern.DOTALL);

    private final Set<String> grains;
    private final UnaryOperator<DbtName> paths;
    private final String timeGrain;

    /**
     * @param grains that calendar tables define
     * @param paths writes out the way to an element where dbt lets one write only its end
     * @param timeGrain of {@code metric_time} without a grain
     */
    Template(Set<String> grains, UnaryOperator<DbtName> paths, String timeGrain) {
        this.grains = grains;
        this.paths = paths;
        this.timeGrain = timeGrain;
    }

    /**
     * @throws DiagnosticException where a template is none of dbt's
     */
    String translate(SourceFile file) {
        String text = file.text();
        Matcher piece = PIECE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (piece.find()) {
            String written = piece.group();
            if (piece.group(1) != null) {
                written = call(piece.group(1), file, piece.start(), piece.end());
            } else if (piece.group(2) != null) {
                written = plain(piece.group(2));
            } else if (piece.group(3) != null) {
                written = " ";
            }
            piece.appendReplacement(out, Matcher.quoteReplacement(written));
        }
        return piece.appendTail(out).toString().strip();
    }

    /** A name that a question groups by, as a name or as a template without braces. */
    DbtName name(String text) {
        return text.contains("(")
                ? TemplateCall.parse(text.strip()).map(this::name).orElseGet(() -> DbtName.parse(text, grains))
                : DbtName.parse(text.strip(), grains);
    }

    private String plain(String word) {
        boolean dunder = word.contains(DbtName.JOIN) || word.equals(DbtName.METRIC_TIME);
        return dunder ? text(DbtName.parse(word, grains)) : word;
    }

    private String call(String inside, SourceFile file, int start, int end) {
        TemplateCall call = TemplateCall.parse(inside.strip()).orElse(null);
        if (call != null && call.object().equals("Metric")) {
            return per(call);
        }
        if (call == null || !Set.of("Dimension", "TimeDimension", "Entity").contains(call.object())) {
            String message = "the template is none of dbt's filters";
            String fix = "Dimension('…'), TimeDimension('…', '…'), Entity('…') or Metric('…', group_by=['…'])";
            throw new DiagnosticException(Code.SYNTAX.at(file.span(start, end), message, fix));
        }
        return text(name(call));
    }

    private DbtName name(TemplateCall call) {
        DbtName name = DbtName.parse(named(call), grains);
        boolean isTime = call.object().equals("TimeDimension");
        String grain = first(call.argument("time_granularity_name", isTime ? 1 : -1), null);
        String part = first(call.argument("date_part_name", -1), null);
        List<String> path = new ArrayList<>(call.argument("entity_path", isTime ? 2 : 1));
        path.addAll(name.path());
        String cut = first(call.methods().getOrDefault("grain", List.of()), grain);
        String extracted = first(call.methods().getOrDefault("date_part", List.of()), part);
        return name.at(path)
                .cut(
                        cut == null ? null : cut.toLowerCase(java.util.Locale.ROOT),
                        extracted == null
                                ? null
                                : DatePart.of(DbtName.EXTRACT + extracted.toLowerCase(java.util.Locale.ROOT))
                                        .orElse(null));
    }

    private String per(TemplateCall call) {
        StringBuilder text = new StringBuilder("per(").append(Names.quoted(named(call)));
        for (String by : call.argument("group_by", 1)) {
            // Both sides have the entity itself; what stands before it says only where it is looked for.
            DbtName name = DbtName.parse(by, grains);
            text.append(", ").append(text(name.path().size() < 2 ? name.at(List.of()) : name));
        }
        return text.append(')').toString();
    }

    private String text(DbtName name) {
        if (name.isMetricTime()) {
            return name.part() == null
                    ? "time." + Names.quoted(name.grain() == null ? timeGrain : name.grain())
                    : extract(name.part(), "time.day");
        }
        String field = Names.field(paths.apply(name));
        if (name.part() != null) {
            return extract(name.part(), field);
        }
        if (name.grain() == null) {
            return field;
        }
        return Grain.of(name.grain()).isPresent()
                ? "date_trunc('" + name.grain() + "', " + field + ")"
                : "calendar(" + field + ", '" + name.grain() + "')";
    }

    private static String extract(DatePart part, String of) {
        // SQL's own day of the week counts from Sunday; dbt's, as ours, from Monday.
        String word = part == DatePart.DAY_OF_WEEK ? "isodow" : part.sql();
        return "extract(" + word + " from " + of + ")";
    }

    private static String named(TemplateCall call) {
        List<String> names = call.argument("name", 0);
        return names.isEmpty() ? "" : names.getFirst();
    }

    private static @Nullable String first(List<String> texts, @Nullable String otherwise) {
        return texts.isEmpty() ? otherwise : texts.getFirst();
    }
}
