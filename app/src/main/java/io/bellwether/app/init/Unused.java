package io.bellwether.app.init;

import io.bellwether.core.catalog.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says which columns nothing was made of, and why: what is not said would be taken for what is not there. */
final class Unused {
    private static final int MOST_NAMES = 8;

    private final Profile profile;
    private final Columns columns;

    Unused(Profile profile, Columns columns) {
        this.profile = profile;
        this.columns = columns;
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>(profile.notes());
        add(notes, columns.all(Role.UNKNOWN), "whole numbers that may be codes, so neither summed nor averaged");
        add(notes, columns.all(Role.STATE), "a level at a moment, so not summed over rows");
        add(notes, columns.ratiosLeft(), "a rate of each row, whose mean is not the rate of all; divide its parts");
        add(notes, columns.repeated(), "repeats in each line of a document, so its sum would count it once per line");
        if (!profile.opened().unread().isEmpty()) {
            notes.add(names(profile.opened().unread().stream().map(Column::name).toList())
                    + ": not read (nested, binary, or of too many)");
        }
        return notes;
    }

    private static void add(List<String> notes, List<ColumnProfile> columns, String why) {
        if (!columns.isEmpty()) {
            notes.add(names(columns.stream().map(ColumnProfile::name).toList()) + ": " + why);
        }
    }

    private static String names(List<String> names) {
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? first : first + " and " + (names.size() - MOST_NAMES) + " more";
    }
}
