package io.bellwether.app.server;

import io.bellwether.app.page.CatalogView;
import io.bellwether.app.page.HealthView;
import io.bellwether.app.page.KpiView;
import io.bellwether.app.page.Pages;
import io.bellwether.app.page.QueryView;
import io.bellwether.app.page.ScorecardFilter;
import io.bellwether.app.page.ScorecardView;
import io.bellwether.core.judge.Status;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.plan.Top;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be asked of the server. */
final class Endpoints {
    static final Parameter AS_OF = Parameter.optional(
            "as_of", "Answer as of the end of this day, or as of an instant; default: today.", "2026-11-14");
    private static final List<String> STATUSES =
            Arrays.stream(Status.values()).map(Status::word).toList();

    private Endpoints() {}

    static List<Endpoint> over(Pages pages) {
        return List.of(scorecard(pages), kpi(pages), query(pages), catalog(pages), health(pages));
    }

    private static Endpoint scorecard(Pages pages) {
        return new Endpoint(
                "/api/scorecard",
                "scorecard",
                "Objectives with their KPIs, judged; the whole page in one answer.",
                List.of(
                        AS_OF,
                        Parameter.optional("owner", "Only KPIs of this owner.", "maria@example.com"),
                        Parameter.oneOf("status", "Only KPIs with this status.", STATUSES),
                        Parameter.optional("objective", "Only this objective and those under it.", "grow")),
                ScorecardView.class,
                false,
                ask -> pages.scorecard(
                        ask.text("as_of"),
                        new ScorecardFilter(ask.text("owner"), status(ask), ask.text("objective")),
                        ask.person(),
                        Json::bytes));
    }

    private static @Nullable Status status(Ask ask) {
        String word = ask.text("status");
        return word == null ? null : Status.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Endpoint kpi(Pages pages) {
        return new Endpoint(
                "/api/kpis/{name}",
                "kpi",
                "One KPI: its chart, how it is judged, what feeds it, its definition and its SQL.",
                List.of(AS_OF),
                KpiView.class,
                false,
                ask -> pages.kpi(ask.variable("name"), ask.text("as_of")));
    }

    private static List<Parameter> ofQueries() {
        return List.of(
                Parameter.optional(
                        "question",
                        "A saved question of the workspace, or a saved query of dbt, to which the rest adds.",
                        "german_months"),
                Parameter.optional(
                        "metrics",
                        "Metrics by name, separated by commas; none for the values of by.",
                        "revenue,orders"),
                Parameter.optional("by", "Fields and times to group by.", "time.month,country"),
                Parameter.optional("where", "Only rows for which this SQL condition is true.", "country <> 'FR'"),
                Parameter.optional("having", "Only rows of the answer for which this is true.", "revenue > 1000"),
                Parameter.optional("window", "Each period with the time before it.", "28d"),
                Parameter.optional("to_date", "From the start of this grain on.", "month"),
                Parameter.oneOf("all_time", "Everything so far.", List.of("true", "false")),
                Parameter.optional("offset", "The values from so much earlier.", "1y"),
                Parameter.optional("fill", "For periods without rows, which then come back too.", "0"),
                Parameter.oneOf("all_rows", "Without metrics: equal rows too.", List.of("true", "false")),
                Parameter.optional("from", "The first day (month, quarter, year), included.", "2026-01-01"),
                Parameter.optional("to", "The last day (month, quarter, year), included.", "2026-09-30"),
                Parameter.optional("compare", "A column per comparison: previous, year_ago, 3_ago.", "previous"),
                Parameter.optional("order", "Columns to order by; -revenue for the greatest first.", "-revenue"),
                Parameter.optional("limit", "At most this many rows.", "100"),
                Parameter.optional(
                        "top",
                        "The members with the most of the first metric; all others together as Other.",
                        "country=5"),
                AS_OF,
                Parameter.oneOf("format", "Instead of the Accept header.", List.of("json", "csv")));
    }

    private static Endpoint query(Pages pages) {
        return new Endpoint(
                "/api/query",
                "query",
                "Any metrics by any dimensions, as JSON or CSV.",
                ofQueries(),
                QueryView.class,
                true,
                ask -> pages.query(question(ask), ask.text("question"), top(ask), ask.text("as_of")));
    }

    private static @Nullable Top top(Ask ask) {
        String text = ask.text("top");
        return text == null ? null : Top.parse(text);
    }

    private static QuestionText question(Ask ask) {
        if (ask.text("question") == null
                && ask.list("metrics").isEmpty()
                && ask.list("by").isEmpty()) {
            throw new RequestProblem(Problems.missingParameter("metrics", "revenue,orders"));
        }
        return new QuestionText(
                ask.list("metrics"),
                ask.list("by"),
                ask.text("where"),
                ask.text("having"),
                ask.text("from"),
                ask.text("to"),
                ask.list("compare"),
                new QuestionText.Through(
                        ask.text("window"),
                        ask.text("to_date"),
                        ask.is("all_time"),
                        ask.text("offset"),
                        ask.text("fill")),
                ask.list("order"),
                ask.number("limit"),
                !ask.is("all_rows"));
    }

    private static Endpoint catalog(Pages pages) {
        return new Endpoint(
                "/api/catalog",
                "catalog",
                "Metrics, KPIs, objectives, datasets and their dimensions.",
                List.of(),
                CatalogView.class,
                false,
                ask -> pages.catalog());
    }

    private static Endpoint health(Pages pages) {
        return new Endpoint(
                "/api/health",
                "health",
                "Whether the server serves the workspace's files as they are.",
                List.of(),
                HealthView.class,
                false,
                ask -> pages.health());
    }
}
