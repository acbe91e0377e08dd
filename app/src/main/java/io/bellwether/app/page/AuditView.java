package io.bellwether.app.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done, the newest first.
 *
 * @param whole in sentences: whether the chain of records is whole, and the data as they recorded it
 * @param broken the first record that is not as it was written, or whose rows are not; or null
 */
public record AuditView(String whole, @Nullable Long broken, List<EntryView> entries) {
    /** @param detail what was written, as JSON */
    public record EntryView(
            long sequence, String at, String person, String action, String subject, String detail, String hash) {}
}
