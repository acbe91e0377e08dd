package io.bellwether.app.cli.text;

import io.bellwether.core.unit.Equality;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Maps, lists and values as JSON text. Keys keep the order of their map; decimals are written out in full (no 1E+7); what
 * JSON has no form for (a date) becomes its ISO text.
 */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    /** Indented, one value a line, and a line break at the end. */
    public static String pretty(@Nullable Object tree) {
        return write(tree, new Indented()) + "\n";
    }

    /** On one line, and a line break at the end. */
    public static String compact(@Nullable Object tree) {
        return write(tree, ObjectWriteContext.empty()) + "\n";
    }

    private static String write(@Nullable Object tree, ObjectWriteContext context) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(context, text)) {
            value(json, tree);
        }
        return printable(text.toString());
    }

    /** Characters that order a terminal about stand in texts alone, where JSON has another way to write them. */
    private static String printable(String json) {
        if (json.chars().noneMatch(Screen::isOrder)) {
            return json;
        }
        var text = new StringBuilder(json.length());
        json.chars().forEach(c -> {
            if (Screen.isOrder(c)) {
                text.append("\\u%04x".formatted(c));
            } else {
                text.append((char) c);
            }
        });
        return text.toString();
    }

    private static void value(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Map<?, ?> map -> object(json, map);
            case List<?> list -> array(json, list);
            case BigDecimal number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case Double number -> floating(json, number);
            case Float number -> floating(json, number.doubleValue());
            case Number number -> json.writeNumber(number.longValue());
            case Boolean truth -> json.writeBoolean(truth);
            default -> json.writeString(value.toString());
        }
    }

    private static void object(JsonGenerator json, Map<?, ?> map) {
        json.writeStartObject();
        map.forEach((key, value) -> {
            json.writeName(String.valueOf(key));
            value(json, value);
        });
        json.writeEndObject();
    }

    private static void array(JsonGenerator json, List<?> list) {
        json.writeStartArray();
        list.forEach(value -> value(json, value));
        json.writeEndArray();
    }

    private static void floating(JsonGenerator json, double number) {
        if (Double.isFinite(number)) {
            json.writeNumber(Equality.decimal(number));
        } else {
            json.writeNull(); // JSON has neither infinity nor not-a-number
        }
    }

    private static final class Indented extends ObjectWriteContext.Base {
        private final DefaultPrettyPrinter printer = new DefaultPrettyPrinter();

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
