package io.bellwether.engine.duckdb;

import io.bellwether.core.catalog.FileReading.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** The ways in which texts may be of a type that a definition tells. */
final class ToldWays {
    private static final String PLAIN = CsvType.matches("[-+]?([0-9]{1,22}(\\.[0-9]{0,15})?|\\.[0-9]{1,15})");
    private static final String TRUTHS = "lower(«») in ('true', 'false', 't', 'f', 'yes', 'no', 'y', 'n', '1', '0')";

    private ToldWays() {}

    /**
     * One of them.
     *
     * @param point what stands before the fraction
     * @param scaled the type for so many digits behind the point
     */
    record Way(char point, IntFunction<CsvType> scaled) {
        /** The condition for a column. */
        String holds(String column) {
            return scaled.apply(0).holds(column);
        }

        boolean isDates() {
            return scaled.apply(0).value().contains("strptime");
        }
    }

    /** At least one. */
    static List<Way> of(Told told, List<String> sample) {
        Way decimal = new Way(
                '.',
                scale -> new CsvType("DECIMAL(38," + scale + ")", PLAIN, "cast(«» as decimal(38, " + scale + "))"));
        Way finite = one(new CsvType("DOUBLE", "isfinite(try_cast(«» as double))", "cast(«» as double)"));
        return switch (told.type()) {
            case BOOLEAN -> List.of(one(new CsvType("BOOLEAN", TRUTHS, "lower(«») in ('true', 't', 'yes', 'y', '1')")));
            case INTEGER, DECIMAL -> all(Stream.of(decimal), amounts(), Stream.of(finite));
            case DOUBLE -> all(Stream.of(finite), amounts(), Stream.of());
            case TIME -> List.of(one(new CsvType("TIME", "try_cast(«» as time) is not null", "cast(«» as time)")));
            case DATE, TIMESTAMP, TIMESTAMP_TZ -> times(told, sample);
            case TEXT, INTERVAL, OTHER -> List.of(one(CsvType.TEXT));
        };
    }

    private static List<Way> all(Stream<Way> first, Stream<Way> second, Stream<Way> third) {
        return Stream.of(first, second, third).flatMap(ways -> ways).toList();
    }

    private static Way one(CsvType type) {
        return new Way('.', scale -> type);
    }

    private static Stream<Way> amounts() {
        List<Way> ways = new ArrayList<>();
        for (boolean share : List.of(false, true)) {
            ways.add(new Way('.', scale -> CsvType.numbers(new CsvType.Way(',', '.', share), scale)));
            ways.add(new Way(',', scale -> CsvType.numbers(new CsvType.Way('.', ',', share), scale)));
        }
        return ways.stream();
    }

    private static List<Way> times(Told told, List<String> sample) {
        if (told.format() != null) {
            return List.of(one(written(told, told.format())));
        }
        Stream<CsvType> others = sample.stream()
                .flatMap(text -> CsvValue.formats(text, true).stream())
                .distinct()
                .map(CsvType::dates);
        return Stream.concat(Stream.of(CsvType.DAY, CsvType.MOMENT, CsvType.INSTANT), others)
                .map(ToldWays::one)
                .toList();
    }

    /** Dates that are written in this way and in no other. */
    private static CsvType written(Told told, String format) {
        String parsed = "try_strptime(«», " + Sql.string(format) + ")";
        String type = switch (told.type()) {
            case DATE -> "DATE";
            case TIMESTAMP_TZ -> "TIMESTAMP WITH TIME ZONE";
            case BOOLEAN, INTEGER, DECIMAL, DOUBLE, TEXT, TIMESTAMP, TIME, INTERVAL, OTHER -> "TIMESTAMP";
        };
        return new CsvType(type, parsed + " is not null", "cast(" + parsed + " as " + type + ")");
    }
}
