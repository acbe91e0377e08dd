package io.bellwether.core.judge;

import java.util.Locale;

/** How a KPI stands: a word and a shape, never only a colour. Worst first, as an objective takes it over. */
public enum Status {
    OFF_TRACK("Off track", "■", Tone.BAD),
    MISSED("Missed", "✕", Tone.BAD),
    AT_RISK("At risk", "▲", Tone.WARN),
    NO_DATA("No data", "○", Tone.NONE),
    TOO_EARLY("Too early", "◔", Tone.NONE),
    ON_TRACK("On track", "●", Tone.GOOD),
    ACHIEVED("Achieved", "✓", Tone.GOOD),
    NOT_STARTED("Not started", "◌", Tone.NONE);

    private final String label;
    private final String glyph;
    private final Tone tone;

    Status(String label, String glyph, Tone tone) {
        this.label = label;
        this.glyph = glyph;
        this.tone = tone;
    }

    /** What a status says at a glance. */
    public enum Tone {
        GOOD,
        WARN,
        BAD,
        NONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The word in JSON and on the command line: {@code on_track}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    public String glyph() {
        return glyph;
    }

    public Tone tone() {
        return tone;
    }

    /** Whether the number was judged at all. */
    public boolean isJudged() {
        return this != NO_DATA && this != TOO_EARLY && this != NOT_STARTED;
    }
}
