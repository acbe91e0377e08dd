package io.bellwether.engine.file;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.file.JsonColumn.Kind;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * The records of a JSON file, one after the other: an array of objects, or object after object. Numbers keep the digits that
 * they are written with.
 */
final class JsonRecords {
    /** Python writes NaN and Infinity where it has no number; that is told, not called no JSON. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final int LOOKS = 1 << 14;

    private final String label;
    private final Deadline deadline;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private Kind[] kinds = new Kind[16];
    private String[] texts = new String[16];
    private long[] seen = new long[16];
    private long record;

    JsonRecords(String label, Deadline deadline) {
        this.label = label;
        this.deadline = deadline;
    }

    /** Takes what the record has by the numbers of names; of those that it lacks the kind is {@code NOTHING}. */
    @FunctionalInterface
    interface Taker {
        void take(Kind[] kinds, String[] texts, int count) throws IOException;
    }

    /** The names of all keys so far, in the order of their first appearance. */
    List<String> names() {
        return names;
    }

    void name(String name) {
        index(name);
    }

    /** @return false where the file's bytes are no characters of that encoding; then nothing was taken that counts */
    boolean read(Path file, Charset charset, Taker taker) {
        record = 0;
        Arrays.fill(seen, 0);
        try (Reader in = new BufferedReader(TextHead.reader(file, charset), 1 << 16)) {
            in.mark(1);
            if (in.read() != '\uFEFF') {
                in.reset();
            }
            try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), in)) {
                read(json, taker);
            }
            return true;
        } catch (JacksonException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                return false;
            }
            throw problem(e);
        } catch (CharacterCodingException e) {
            return false;
        } catch (IOException e) {
            throw problem(e);
        }
    }

    private void read(JsonParser json, Taker taker) throws IOException {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                for (token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                    one(json, token, taker);
                }
            } else {
                one(json, token, taker);
            }
        }
    }

    private void one(JsonParser json, @Nullable JsonToken token, Taker taker) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            throw notJson(
                    json.currentTokenLocation(), "a record is an object such as {\"name\": 1}, and here stands none");
        }
        record++;
        Arrays.fill(kinds, 0, names.size(), Kind.NOTHING);
        for (token = json.nextToken(); token == JsonToken.PROPERTY_NAME; token = json.nextToken()) {
            String name = json.currentName();
            int index = index(name);
            if (seen[index] == record) {
                throw notJson(json.currentTokenLocation(), "one record has the key \"" + name + "\" twice");
            }
            seen[index] = record;
            value(json, json.nextToken(), index);
        }
        taker.take(kinds, texts, names.size());
        if (record % LOOKS == 0 && deadline.isOver()) {
            throw deadline.exceeded();
        }
    }

    private int index(String name) {
        Integer known = indexes.get(name);
        if (known != null) {
            return known;
        }
        int index = names.size();
        if (index >= TextFiles.MOST_COLUMNS) {
            throw Problems.manyColumns(label);
        }
        indexes.put(name, index);
        names.add(name);
        if (index == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * index);
            texts = Arrays.copyOf(texts, 2 * index);
            seen = Arrays.copyOf(seen, 2 * index);
        }
        kinds[index] = Kind.NOTHING;
        return index;
    }

    private void value(JsonParser json, JsonToken token, int index) {
        kinds[index] = switch (token) {
            case VALUE_STRING -> Kind.TEXT;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Kind.TRUTH;
            case START_OBJECT, START_ARRAY -> Kind.NESTED;
            case VALUE_NULL, NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT -> Kind.NOTHING;
        };
        texts[index] = kinds[index] == Kind.NESTED ? nested(json, token) : json.getString();
    }

    /** A block or a list as JSON without spaces. */
    private static String nested(JsonParser json, JsonToken first) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        boolean comma = false;
        for (JsonToken token = first; ; token = json.nextToken()) {
            boolean end = token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY;
            if (comma && !end) {
                text.append(',');
            }
            if (token == JsonToken.PROPERTY_NAME) {
                quoted(json.currentName(), text);
                text.append(':');
                comma = false;
                continue;
            }
            if (token == JsonToken.VALUE_STRING) {
                quoted(json.getString(), text);
            } else {
                text.append(json.getString());
            }
            boolean start = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
            depth += start ? 1 : end ? -1 : 0;
            comma = !start;
            if (depth == 0) {
                return text.toString();
            }
        }
    }

    private static void quoted(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ') {
                        text.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    private EngineException problem(IOException e) {
        return e instanceof EOFException || e instanceof ZipException
                ? Problems.damaged(label)
                : Problems.unreadable(label);
    }

    private EngineException problem(JacksonException e) {
        return e.getCause() instanceof IOException cause
                ? problem(cause)
                : notJson(e.getLocation(), e.getOriginalMessage());
    }

    private EngineException notJson(@Nullable TokenStreamLocation place, String why) {
        String where = place == null ? "" : ", line " + place.getLineNr() + ", column " + place.getColumnNr();
        String first = why.lines().findFirst().orElse("");
        String text = first.length() > 200 ? first.substring(0, 200) + "…" : first;
        return EngineException.of("S412", label + where + ": not valid JSON: " + text, "mend the file at that place");
    }
}
