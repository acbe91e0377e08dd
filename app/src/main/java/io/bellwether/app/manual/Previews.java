package io.bellwether.app.manual;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.Digest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Files of values, looked at before they are written. What is confirmed is what was looked at: the token names the file's
 * content and the values that it was held against.
 */
public final class Previews {
    private final Values values;

    public Previews(Values values) {
        this.values = values;
    }

    /** @param token to confirm with; null while a row is wrong */
    public record Preview(Comparing comparing, @Nullable String token) {}

    /** What the file would do; writes nothing. */
    public Preview look(Catalog catalog, String metric, byte[] file, Instant at) {
        Upload.Sheet sheet = Upload.read(values.metric(catalog, metric), file);
        Comparing comparing = values.compare(catalog, metric, at, sheet.entries());
        boolean good = comparing.count(Comparing.State.WRONG) == 0;
        return new Preview(comparing, good ? token(sheet, comparing) : null);
    }

    /** Writes what was looked at. */
    public Values.Given confirm(Values.Giving giving, byte[] file, String token, @Nullable String reason) {
        Upload.Sheet sheet = Upload.read(values.metric(giving.catalog(), giving.metric()), file);
        Comparing now = values.compare(giving.catalog(), giving.metric(), giving.at(), sheet.entries());
        if (!token.equals(token(sheet, now))) {
            throw EntryProblems.changedMeanwhile();
        }
        return values.give(giving, new Values.Batch(sheet.entries(), reason, null, now.version()));
    }

    private static String token(Upload.Sheet sheet, Comparing comparing) {
        String what = sheet.hash() + " " + comparing.version() + " "
                + comparing.metric().source();
        return Digest.of(what);
    }
}
