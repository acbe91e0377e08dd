package io.bellwether.core.catalog;

import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.DatePart;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
import io.bellwether.core.time.TimeStep;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a time is cut: grains, parts of a date, and the grains of the workspace's calendar tables.
 *
 * @param broken grains whose table has a problem of its own, so that who uses them is not blamed
 */
record TimeWords(List<CalendarTable> tables, Set<String> broken, Map<String, Dataset> datasets) {
    /** What a word makes of a time, and the type of that. */
    record Cut(TimeCut cut, Type type) {}

    /** Null, with a problem, for a word that nobody knows. */
    @Nullable
    Cut cut(String word, Span place, Known known) {
        TimeCut.At at = Grain.of(word).map(TimeCut.At::new).orElse(null);
        if (at != null) {
            return new Cut(at, at.grain().compareTo(Grain.DAY) < 0 ? Type.TIMESTAMP : Type.DATE);
        }
        Type type = type(word);
        if (type != null) {
            return new Cut(new TimeCut.Named(word), type);
        }
        DatePart part = DatePart.of(word).orElse(null);
        if (part != null) {
            return new Cut(new TimeCut.Part(part), Type.INTEGER);
        }
        Set<String> words = grains();
        Arrays.stream(DatePart.values()).map(DatePart::word).forEach(words::add);
        unknown(word, words, place, known);
        return null;
    }

    /** The grain's word, or null with a problem. */
    @Nullable
    String grain(String word, Span place, Known known) {
        if (Grain.of(word).isPresent() || type(word) != null) {
            return word;
        }
        unknown(word, grains(), place, known);
        return null;
    }

    /** The length in a unit that there is, or null with a problem. */
    @Nullable
    TimeStep step(Located<TimeStep> written, Known known) {
        TimeStep step = written.value();
        String unit = step.unit();
        String one = unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
        String found = type(unit) == null && type(one) != null ? one : grain(unit, written.span(), known);
        return found == null ? null : new TimeStep(step.count(), found, step.dayByDay());
    }

    private void unknown(String word, Set<String> words, Span place, Known known) {
        if (broken.contains(word)) {
            return;
        }
        String fix = Nearest.of(word, words)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("one of " + String.join(", ", words));
        known.problems().add(Code.UNKNOWN_WORD, Parts.of(place, word), "no grain \"" + word + "\"", fix);
    }

    private Set<String> grains() {
        Set<String> words = new LinkedHashSet<>();
        Arrays.stream(Grain.values()).map(Grain::word).forEach(words::add);
        tables.forEach(table -> words.addAll(table.grains().keySet()));
        return words;
    }

    /** Of the field that defines a grain; null where no table has the grain. */
    private @Nullable Type type(String grain) {
        for (CalendarTable table : tables) {
            String field = table.grains().get(grain);
            Dataset dataset = field == null ? null : datasets.get(table.dataset());
            if (field != null) {
                return dataset == null
                        ? Type.OTHER
                        : dataset.field(field).map(Field::type).orElse(Type.OTHER);
            }
        }
        return null;
    }
}
