package io.bellwether.app.server;

import io.bellwether.app.advice.AdviceBoard;
import io.bellwether.app.page.AdviceFilter;
import io.bellwether.app.page.AdviceText;
import io.bellwether.app.page.AdviceView;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.core.lint.RuleCode;
import io.bellwether.core.time.AsOf;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

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
        AsOf asOf = Ask.asOf(ask.text("as_of"), snapshot.last().workspace().calendar(), clock);
        Long sheet = ask.number("sheet");
        var filter = new AdviceFilter(
                ask.text("severity"),
                ask.text("code"),
                ask.text("owner"),
                "waived".equals(ask.text("show")),
                sheet == null ? 1 : (int) Math.clamp(sheet, 1, 1_000_000));
        return AdviceText.view(board.look(snapshot, asOf, clock.instant()), filter, asOf);
    }
}
