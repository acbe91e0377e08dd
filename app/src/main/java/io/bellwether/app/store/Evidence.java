package io.bellwether.app.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The data held against its records.
 *
 * @param rows how many rows were looked at
 * @param from the first record that holds rows, or null while none does
 * @param differences rows that are not what the records say
 */
public record Evidence(long rows, @Nullable Long from, List<Difference> differences) {
    private static final int TOLD = 10;

    public Evidence {
        differences = List.copyOf(differences);
    }

    /** @param record the one that a row is held against, or where it would have to be */
    public record Difference(String text, long record) {}

    /** One sentence, or one for each difference. */
    public String text() {
        if (from == null) {
            return "No record holds the data yet; the next change records all of it.";
        }
        if (differences.isEmpty()) {
            return "The data is as it was recorded: " + rows + (rows == 1 ? " row" : " rows")
                    + (from == 1 ? "." : ", from record " + from + " on; what is older is held as it was then.");
        }
        List<String> told =
                differences.stream().limit(TOLD).map(Difference::text).toList();
        int more = differences.size() - told.size();
        return "The data is not as it was recorded: " + String.join("; ", told)
                + (more == 0 ? "." : "; and " + more + " more.");
    }

    /** What the records say of rows, collected along the log. */
    static final class Records {
        private final Map<String, Map<Long, Recorded>> rows = new HashMap<>();
        private @Nullable Long from;
        private long last;

        private record Recorded(String hash, long record) {}

        void add(Audit.Entry entry) {
            last = entry.sequence();
            if (entry.data() != null) {
                from = from == null ? last : from;
                Covered.read(entry.data())
                        .forEach((table, hashes) -> ((Map<?, ?>) hashes)
                                .forEach(
                                        (key, hash) -> rows.computeIfAbsent(String.valueOf(table), t -> new HashMap<>())
                                                .put(
                                                        Long.valueOf(String.valueOf(key)),
                                                        new Recorded(String.valueOf(hash), last))));
            }
        }

        /** Reads all rows of all covered tables; the records are used up by it. */
        Evidence against(Handle handle) {
            List<Difference> found = new ArrayList<>();
            long[] count = {0};
            if (from != null) {
                for (Covered.Table table : Covered.tables()) {
                    Map<Long, Recorded> recorded = rows.getOrDefault(table.name(), new HashMap<>());
                    try (var all = handle
                            .createQuery("select * from " + table.name() + " order by " + table.key())
                            .setFetchSize(1_000)
                            .map((row, context) -> Covered.hashed(table, row, context))
                            .stream()) {
                        all.forEach(row -> {
                            count[0]++;
                            compare(table.name(), row, recorded.remove(row.getKey()), found);
                        });
                    }
                    recorded.forEach((key, gone) -> found.add(new Difference(
                            "row " + key + " of " + table.name() + ", which record " + gone.record() + " has, is gone",
                            gone.record())));
                }
            }
            return new Evidence(count[0], from, found);
        }

        private void compare(
                String table, Map.Entry<Long, String> row, @Nullable Recorded recorded, List<Difference> found) {
            String name = "row " + row.getKey() + " of " + table;
            if (recorded == null) {
                found.add(new Difference(name + " is in no record", last));
            } else if (!recorded.hash().equals(row.getValue())) {
                found.add(new Difference(
                        name + " was changed after record " + recorded.record() + " was written", recorded.record()));
            }
        }
    }
}
