package io.bellwether.app.server;

import io.bellwether.app.manual.Entry;
import io.bellwether.app.manual.ManualMetric;
import io.bellwether.app.manual.Previews;
import io.bellwether.app.manual.Upload;
import io.bellwether.app.manual.Values;
import io.bellwether.app.page.ValuesText;
import io.bellwether.app.page.ValuesView;
import io.bellwether.app.page.ValuesView.GivenValuesView;
import io.bellwether.app.page.ValuesView.ValueGridView;
import io.bellwether.app.page.ValuesView.ValuePreviewView;
import io.bellwether.core.catalog.Catalog;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values of metrics that people type in, send or upload. */
public final class ValuesFeature implements Feature {
    private static final String PATH = "/api/metrics/{name}/values";

    /** A year of a hundred members in one request. */
    private static final int LARGEST = 4 << 20;

    private static final int MOST_VALUES = 20_000;
    private static final int PERIODS = 12;
    private static final int MOST_PERIODS = 60;
    private static final int HISTORY = 500;

    private final Supplier<Catalog> catalog;
    private final Values values;
    private final Previews previews;
    private final Clock clock;

    /** @param clock read once for each request */
    public ValuesFeature(Supplier<Catalog> catalog, Values values, Clock clock) {
        this.catalog = catalog;
        this.values = values;
        this.previews = new Previews(values);
        this.clock = clock;
    }

    /**
     * Values to be written, all or none.
     *
     * @param reason why values that are there are corrected, where they do not say so themselves
     * @param key under which the same may be sent again
     */
    public record ValuesBody(
            List<ValueBody> values,
            @Nullable String reason,
            @Nullable String key) {}

    /**
     * @param where the member of each dimension
     * @param value as text or number; missing to take back what is there
     */
    public record ValueBody(
            String period,
            @Nullable Map<String, String> where,
            @Nullable String value,
            @Nullable String reason) {}

    @Override
    public Routes routes() {
        return new Routes(List.of(all(), grid()), List.of(give(), preview(), upload()));
    }

    private Endpoint all() {
        return new Endpoint(
                "/api/values",
                "typed_metrics",
                "The metrics that people type in.",
                List.of(),
                ValuesView.class,
                false,
                ask -> overview(catalog.get()));
    }

    private ValuesView overview(Catalog now) {
        return new ValuesView(
                ManualMetric.all(now).stream()
                        .map(metric -> ValuesText.metric(metric, values.latest(now, metric.name()), now(metric)))
                        .toList(),
                values.orphans(now));
    }

    private LocalDateTime now(ManualMetric metric) {
        return LocalDateTime.ofInstant(clock.instant(), metric.calendar().zone());
    }

    private Endpoint grid() {
        return new Endpoint(
                PATH,
                "values",
                "The values of a metric that people type in: the last periods, and all that was ever given.",
                List.of(Parameter.optional("periods", "How many periods; default: 12.", "24")),
                ValueGridView.class,
                false,
                ask -> grid(catalog.get(), ask.variable("name"), ask.number("periods")));
    }

    private ValueGridView grid(Catalog now, String name, @Nullable Long periods) {
        ManualMetric metric = values.metric(now, name);
        int shown = periods == null ? PERIODS : (int) Math.clamp(periods, 1, MOST_PERIODS);
        return ValuesText.grid(
                metric, values.latest(now, name), values.history(name, Optional.empty(), HISTORY), now(metric), shown);
    }

    private Command<ValuesBody> give() {
        return new Command<>(
                PATH,
                "give_values",
                "Gives or corrects values, all or none. Under a key, the same again gets the first answer.",
                ValuesBody.class,
                LARGEST,
                GivenValuesView.class,
                this::given);
    }

    private GivenValuesView given(Told<ValuesBody> told) {
        ValuesBody body = told.body();
        if (body.values().size() > MOST_VALUES) {
            throw new RequestProblem(Problems.badBody(
                    "\"values\" has " + body.values().size() + " items", "at most " + MOST_VALUES + " at once"));
        }
        if (body.key() != null && (body.key().isBlank() || body.key().length() > 200)) {
            throw new RequestProblem(Problems.badBody("\"key\" is not 1 to 200 characters", "shorten it"));
        }
        List<Entry> entries = new ArrayList<>();
        for (ValueBody value : body.values()) {
            entries.add(entry("values[" + entries.size() + "]", value));
        }
        var batch = new Values.Batch(entries, body.reason(), body.key(), null);
        return ValuesText.given(values.give(giving(told, body.key() == null ? "typed" : "sent"), batch));
    }

    private static Entry entry(String place, ValueBody value) {
        return new Entry(
                part -> part.isEmpty() ? place : place + "." + part,
                value.period(),
                value.where() == null ? Map.of() : value.where(),
                value.value(),
                value.reason());
    }

    private static Values.Giving giving(Told<?> told, String origin) {
        return new Values.Giving(told.catalog(), told.variable("name"), told.by(), told.at(), origin);
    }

    private Command<byte[]> preview() {
        return new Command<>(
                PATH + "/preview",
                "preview_values",
                "What a CSV or Excel file of values would change; writes nothing.",
                byte[].class,
                Upload.LARGEST,
                ValuePreviewView.class,
                told -> ValuesText.preview(
                        previews.look(told.catalog(), told.variable("name"), told.body(), told.at())));
    }

    private Command<byte[]> upload() {
        return new Command<>(
                PATH + "/upload",
                "upload_values",
                "Writes the file that a preview showed: its token, and a reason where values are corrected, in the query.",
                byte[].class,
                Upload.LARGEST,
                GivenValuesView.class,
                this::uploaded);
    }

    private GivenValuesView uploaded(Told<byte[]> told) {
        String token = told.value("token");
        if (token == null) {
            throw new RequestProblem(Problems.missingParameter("token", "what the preview gave"));
        }
        return ValuesText.given(previews.confirm(giving(told, "uploaded"), told.body(), token, told.value("reason")));
    }
}
