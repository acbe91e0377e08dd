package io.bellwether.app.server;

import io.bellwether.core.source.Nearest;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * A request whose parameters are known ones, each given once and with a value that it may have.
 *
 * @param variables the parts of the path that vary
 * @param person the address of the one who asks, or null where the request does not say
 */
record Ask(
        Map<String, String> variables,
        Map<String, String> values,
        @Nullable String person) {
    private static final int LONGEST = 4_000;
    /** A year and a day later there must still be a date that every engine can write. */
    private static final int LAST_YEAR = 9_998;

    static Ask of(ServerRequest request, Endpoint endpoint) {
        Map<String, String> values = request.params().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> checked(e.getKey(), e.getValue(), endpoint)));
        for (Parameter parameter : endpoint.parameters()) {
            if (parameter.required()
                    && values.getOrDefault(parameter.name(), "").isBlank()) {
                throw new RequestProblem(Problems.missingParameter(parameter.name(), parameter.example()));
            }
        }
        return new Ask(request.pathVariables(), values, Requester.named(request));
    }

    private static String checked(String name, List<String> values, Endpoint endpoint) {
        Parameter parameter = endpoint.parameter(name).orElseThrow(() -> unknown(name, endpoint));
        if (values.size() > 1) {
            throw bad(name, "is given " + values.size() + " times", "give it once; separate several values by commas");
        }
        String value = values.getFirst();
        if (value.length() > LONGEST) {
            throw bad(name, "has " + value.length() + " characters", "at most " + LONGEST + " are read");
        }
        if (!value.isEmpty()
                && !parameter.words().isEmpty()
                && !parameter.words().contains(value)) {
            throw bad(
                    name,
                    "cannot be \"" + shortened(value) + "\"",
                    Nearest.fix(value, parameter.words()).orElse(null));
        }
        return value;
    }

    /**
     * A day or an instant as {@code as_of} has it; the beginning of the minute that runs where there is none, and for today, so
     * that what is kept serves all who ask in that minute. Below here nobody reads the clock.
     */
    static AsOf asOf(@Nullable String text, Calendar calendar, Clock clock) {
        Instant now = minute(clock);
        if (text == null) {
            return AsOf.instant(now, calendar);
        }
        return AsOf.parse(text, calendar, now)
                .filter(asOf -> isOfOurs(asOf.day()))
                .orElseThrow(() -> bad(
                        "as_of",
                        "is no day: \"" + shortened(text) + "\"",
                        "write 2026-11-14, or 2026-11-14T10:30:00Z"));
    }

    /** A day that calendars and engines can go on from. */
    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(Ask::isOfOurs);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static boolean isOfOurs(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= LAST_YEAR;
    }

    /** The beginning of the minute that runs. */
    static Instant minute(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /** The text as given, or null where it is missing or blank. */
    @Nullable
    String text(String name) {
        String value = values.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    boolean is(String name) {
        return "true".equals(text(name));
    }

    List<String> list(String name) {
        return Arrays.stream(values.getOrDefault(name, "").split(","))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    /** A whole number of at least 0, or null where it is missing. */
    @Nullable
    Long number(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            throw bad(name, "is no whole number: \"" + shortened(text) + "\"", "for example " + name + "=100");
        }
        return Long.valueOf(text);
    }

    String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    private static RequestProblem unknown(String name, Endpoint endpoint) {
        String fix = endpoint.parameters().isEmpty()
                ? "this address takes no parameters"
                : Nearest.fix(name, endpoint.parameterNames()).orElse(null);
        return new RequestProblem(Problems.unknownParameter(shortened(name), fix));
    }

    static RequestProblem bad(String name, String what, @Nullable String fix) {
        return new RequestProblem(Problems.badParameter(name, what, fix));
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
