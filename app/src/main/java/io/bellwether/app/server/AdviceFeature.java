package io.bellwether.app.server;

import io.bellwether.app.advice.AdviceBoard;
import io.bellwether.app.page.AdviceFilter;
import io.bellwether.app.page.AdviceText;
import io.bellwether.app.page.AdviceView;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.core.lint.RuleCode;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the rules of the field find. */
public final class AdviceFeature implements Feature {
    private static final List<String> CODES =
            Arrays.stream(RuleCode.values()).map(RuleCode::id).toList();

    private final Supplier<Snapshot> workspace;
    private final AdviceBoard board;
    private final Clock clock;

    /** @param clock read once for each request */
    public AdviceFeature(Supplier<Snapshot> workspace, AdviceBoard board, Clock clock) {
        this.workspace = workspace;
        this.board = board;
        this.clock = clock;
    }

    @Override
    public Routes routes() {
        return new Routes(
                List.of(new Endpoint(
                        "/api/advice",
                        "advice",
                        "What the rules find in definitions and data, a hundred at a time.",
                        List.of(
                                Parameter.optional("as_of", "As of the end of this day; default: today.", "2026-11-14"),
                                Parameter.oneOf(
                                        "severity", "Only findings of this severity.", List.of("warning", "advice")),
                                Parameter.oneOf("code", "Only findings of this rule.", CODES),
                                Parameter.optional("owner", "Only what this person owns.", "maria@example.com"),
                                Parameter.oneOf("show", "What is open, or what is waived.", List.of("open", "waived")),
                                Parameter.optional("sheet", "Which hundred, from 1.", "1")),
                        AdviceView.class,
                        false,
                        this::advice)),
                List.of());
    }

    private AdviceView advice(Ask ask) {
        Snapshot snapshot = workspace.get();
        AsOf asOf = asOf(ask.text("as_of"), snapshot.last().workspace().calendar());
        Long sheet = ask.number("sheet");
        var filter = new AdviceFilter(
                ask.text("severity"),
                ask.text("code"),
                ask.text("owner"),
                "waived".equals(ask.text("show")),
                sheet == null ? 1 : (int) Math.clamp(sheet, 1, 1_000_000));
        return AdviceText.view(board.look(snapshot, asOf, clock.instant()), filter, asOf);
    }

    private AsOf asOf(@Nullable String text, Calendar calendar) {
        if (text == null) {
            return AsOf.date(LocalDate.now(clock.withZone(calendar.zone())));
        }
        return AsOf.parse(text, calendar)
                .filter(asOf -> asOf.day().getYear() >= 1 && asOf.day().getYear() <= 9_998)
                .orElseThrow(() -> Ask.bad(
                        "as_of",
                        "is no day: \"" + Ask.shortened(text) + "\"",
                        "write 2026-11-14, or 2026-11-14T10:30:00Z"));
    }
}
