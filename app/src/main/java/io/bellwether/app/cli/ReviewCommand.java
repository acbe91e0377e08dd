package io.bellwether.app.cli;

import io.bellwether.app.cli.text.Json;
import io.bellwether.app.people.Action;
import io.bellwether.app.people.Author;
import io.bellwether.app.review.Deciding;
import io.bellwether.app.review.Meeting;
import io.bellwether.app.review.Minutes;
import io.bellwether.app.review.MinutesHtml;
import io.bellwether.app.review.MinutesPdf;
import io.bellwether.app.review.MinutesText;
import io.bellwether.app.review.Review;
import io.bellwether.app.review.Reviews;
import io.bellwether.app.review.ReviewsDue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "review",
        description = "A meeting over an objective, KPI by KPI, worst and heaviest first; it ends as minutes.",
        mixinStandardHelpOptions = true)
final class ReviewCommand {
    private final Terminal terminal;

    ReviewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            name = "start",
            description = "Begins a review, or joins the one that goes on.",
            mixinStandardHelpOptions = true)
    int start(@Mixin Telling telling, @Parameters(paramLabel = "OBJECTIVE") String objective) {
        return telling.as(terminal, session -> {
            Reviews reviews = new Reviews(session.people());
            Review review = reviews.start(session.author(), objective);
            terminal.out()
                    .println("Review " + review.id() + " of " + objective + ", with the numbers of " + review.day());
            for (Meeting.Item item : reviews.meeting(review.id()).items()) {
                var standing = item.standing();
                var status = standing.status();
                terminal.out()
                        .println("  " + (status == null ? "·" : status.glyph()) + " " + standing.kpi() + "  "
                                + standing.valueText() + ", target " + standing.targetText());
            }
            return Exit.FINE;
        });
    }

    @Command(name = "record", description = "What is said and decided about a KPI.", mixinStandardHelpOptions = true)
    int record(
            @Mixin Telling telling,
            @Parameters(paramLabel = "N", index = "0", description = "The review's number.") long id,
            @Parameters(paramLabel = "KPI", index = "1") String kpi,
            @Option(names = "--comment", paramLabel = "TEXT", description = "How it is doing.") @Nullable
                    String comment,
            @Option(names = "--confidence", paramLabel = "0-10", description = "How sure you are.") @Nullable
                    Integer confidence,
            @Option(names = "--note", paramLabel = "TEXT", description = "What is behind the number.") @Nullable
                    String note,
            @Option(names = "--decision", paramLabel = "WORD", description = "keep, act, retarget, demote or retire.")
                    @Nullable
                    String decision) {
        return telling.as(terminal, session -> {
            String word = decision == null ? null : decision.toLowerCase(Locale.ROOT);
            var said = new Reviews.Said(kpi, comment, confidence, note, word);
            new Reviews(session.people()).record(session.author(), id, said);
            if (word != null) {
                terminal.out()
                        .println("Chosen. To carry it out: bellwether review decide " + id + " " + kpi + " " + word);
            }
            terminal.out().println("Recorded in review " + id);
            return Exit.FINE;
        });
    }

    @Command(
            name = "decide",
            description = {
                "Decides about a KPI and carries it out: keep, act, retarget, demote or retire.",
                "It is kept with its reason and evidence; what it promises is changed in its file."
            },
            mixinStandardHelpOptions = true)
    int decide(
            @Mixin Telling telling,
            @Parameters(paramLabel = "N", index = "0", description = "The review's number.") long id,
            @Parameters(paramLabel = "KPI", index = "1") String kpi,
            @Parameters(paramLabel = "WORD", index = "2", description = "keep, act, retarget, demote or retire.")
                    String decision,
            @Option(names = "--reason", required = true, paramLabel = "WHY", description = "Why; it is kept.")
                    String reason,
            @Mixin NewPromise promise,
            @Mixin NewAction todo) {
        return telling.as(terminal, session -> {
            Author author = session.author();
            Deciding deciding = deciding(session);
            String word = decision.toLowerCase(Locale.ROOT);
            var wanted = new Deciding.Wanted(kpi, word, reason, promise.to, promise.by, todo.wanted(author.by()), null);
            deciding.shown(author, wanted)
                    .ifPresent(dossier -> terminal.out().print(DecisionOptions.text(kpi, dossier)));
            Minutes.of(deciding.decide(author, id, wanted), session.catalog()).lines().stream()
                    .filter(line -> line.kpi().equals(kpi))
                    .forEach(line -> terminal.out().println(line.decision() + ": " + line.done()));
            return Exit.FINE;
        });
    }

    /** The other promise that a decision is for. */
    static final class NewPromise {
        @Option(names = "--to", paramLabel = "KEYS", description = "For retarget: the target, as reach: 80.")
        @Nullable
        String to;

        @Option(names = "--by", paramLabel = "WHEN", description = "For retarget: a day, or a period.")
        @Nullable
        String by;
    }

    /** The action that a decision is for. */
    static final class NewAction {
        @Option(names = "--title", paramLabel = "TEXT", description = "For act: what is to be done.")
        @Nullable
        String title;

        @Option(names = "--due", paramLabel = "DATE", description = "For act: until when.")
        @Nullable
        String due;

        @Option(names = "--owner", paramLabel = "EMAIL", description = "For act: who does it; default: you.")
        @Nullable
        String owner;

        Deciding.@Nullable Todo wanted(String me) {
            return title == null || due == null
                    ? null
                    : new Deciding.Todo(title, owner == null ? me : owner, Telling.day("--due", due));
        }
    }

    private static Deciding deciding(Telling.Session session) {
        return new Deciding(session.people(), session.bellwether().goalposts(session.catalog()));
    }

    @Command(name = "act", description = "Opens an action out of a review.", mixinStandardHelpOptions = true)
    int act(
            @Mixin Telling telling,
            @Parameters(paramLabel = "N", index = "0", description = "The review's number.") long id,
            @Parameters(paramLabel = "KPI", index = "1") String kpi,
            @Option(names = "--title", required = true, paramLabel = "TEXT", description = "What is to be done.")
                    String title,
            @Option(names = "--due", required = true, paramLabel = "DATE", description = "Until when.") String due,
            @Option(names = "--owner", paramLabel = "EMAIL", description = "Who does it; default: you.") @Nullable
                    String owner) {
        return telling.as(terminal, session -> {
            String who = owner == null ? session.author().by() : owner;
            var wanted = new Action.New(kpi, title, who, Telling.day("--due", due), Action.From.REVIEW, id);
            Action action = new Reviews(session.people()).act(session.author(), id, wanted);
            terminal.out()
                    .println("Action " + action.id() + " from review " + id + ": " + action.owner() + ", until " + due);
            return Exit.FINE;
        });
    }

    @Command(
            name = "end",
            description = "Ends a review; what was said become check-ins.",
            mixinStandardHelpOptions = true)
    int end(
            @Mixin Telling telling,
            @Parameters(paramLabel = "N", description = "The review's number.") long id,
            @Option(names = "--summary", paramLabel = "TEXT", description = "What it came to.") @Nullable
                    String summary) {
        return telling.as(terminal, session -> {
            Meeting meeting = deciding(session).end(session.author(), id, summary);
            terminal.out().print(MinutesText.of(Minutes.of(meeting, session.catalog())));
            return Exit.FINE;
        });
    }

    @Command(
            name = "send",
            description = "Mails the minutes to who took part, owns a KPI, or has an action; once to each.",
            mixinStandardHelpOptions = true)
    int send(@Mixin Telling telling, @Parameters(paramLabel = "N", description = "The review's number.") long id) {
        return telling.as(terminal, session -> {
            List<String> to = new Reviews(session.people()).send(session.author(), id);
            terminal.out().println("On their way to " + String.join(", ", to));
            return Exit.FINE;
        });
    }

    /** What minutes are written as. */
    enum MinutesFormat {
        TEXT,
        HTML,
        PDF,
        JSON
    }

    @Command(name = "minutes", description = "The minutes of a review.", mixinStandardHelpOptions = true)
    int minutes(
            @Mixin Telling telling,
            @Parameters(paramLabel = "N", description = "The review's number.") long id,
            @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default: text.")
                    MinutesFormat format,
            @Option(names = "--out", paramLabel = "FILE", description = "Where to write them; a PDF needs one.")
                    @Nullable
                    Path file) {
        if (file == null && format == MinutesFormat.PDF) {
            throw new UsageException("a PDF is no text for a terminal", "say --out minutes.pdf");
        }
        return telling.reading(terminal, session -> {
            Minutes minutes = Minutes.of(new Reviews(session.people()).meeting(id), session.catalog());
            byte[] bytes = switch (format) {
                case TEXT -> MinutesText.of(minutes).getBytes(StandardCharsets.UTF_8);
                case HTML -> MinutesHtml.of(minutes).getBytes(StandardCharsets.UTF_8);
                case PDF -> MinutesPdf.of(minutes);
                case JSON -> Json.pretty(MinutesJson.of(minutes)).getBytes(StandardCharsets.UTF_8);
            };
            write(bytes, file);
            return Exit.FINE;
        });
    }

    private void write(byte[] bytes, @Nullable Path file) {
        try {
            if (file == null) {
                terminal.data().write(bytes);
            } else {
                Files.write(terminal.folder().resolve(file), bytes);
                terminal.out().println("Wrote " + file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Command(name = "list", description = "What is to be reviewed, and what was.", mixinStandardHelpOptions = true)
    int list(
            @Mixin Telling telling,
            @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default: text.")
                    ListFormat format) {
        return telling.reading(terminal, session -> {
            Reviews reviews = new Reviews(session.people());
            var due = ReviewsDue.of(
                            session.catalog(),
                            reviews.lastDays(),
                            session.author().day())
                    .stream()
                    .map(ReviewCommand::row)
                    .toList();
            var held = reviews.list().stream().map(ReviewCommand::row).toList();
            if (format == ListFormat.JSON) {
                Map<String, @Nullable Object> both = new LinkedHashMap<>();
                both.put("due", due);
                both.put("reviews", held);
                terminal.out().print(Json.pretty(both));
                return Exit.FINE;
            }
            var columns = List.of("objective", "cadence", "state", "about", "last");
            terminal.out().print(Rows.text(due, columns, "There is nothing to review.", format));
            terminal.out().println();
            var past = List.of("id", "objective", "day", "by", "ended");
            terminal.out().print(Rows.text(held, past, "There was no review yet.", format));
            return Exit.FINE;
        });
    }

    private static Map<String, @Nullable Object> row(ReviewsDue.Reminder reminder) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("objective", reminder.objective().name());
        row.put("cadence", reminder.cadence().word());
        row.put("state", reminder.due().state().name().toLowerCase(Locale.ROOT));
        row.put("about", reminder.due().about().label());
        row.put("last", reminder.last());
        row.put("next", reminder.due().next());
        return row;
    }

    private static Map<String, @Nullable Object> row(Review review) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", review.id());
        row.put("objective", review.objective());
        row.put("day", review.day());
        row.put("by", review.person());
        row.put("ended", review.endedDay());
        row.put("summary", review.summary());
        return row;
    }
}
