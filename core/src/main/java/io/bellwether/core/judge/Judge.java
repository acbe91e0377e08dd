package io.bellwether.core.judge;

/**
 * Judges a case by its public formulas. Pure: the same case gives the same judgement. A better actual never gives a
 * worse status.
 */
public final class Judge {
    private Judge() {}

    public static Judgement judge(Case given) {
        return switch (given.facts()) {
            case Case.Way way -> new WayJudge(given, way).judge();
            case Case.Checks checks -> new CheckJudge(given, checks).judge();
        };
    }
}
