package io.bellwether.core.plan;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A question over one stretch of time whose periods are made of their own rows: every fact is read once. */
final class DirectFacts implements Facts {
    private final Planning planning;
    private final Question question;

    DirectFacts(Planning planning) {
        this.planning = planning;
        this.question = planning.question();
    }

    @Override
    public Presented present(Source source, Lens lens) {
        TimeScope.Range range = (TimeScope.Range) question.time();
        if (range.start() != null || range.end() != null) {
            planning.time(source.group());
        }
        Dims dims = new Dims(planning, source.group());
        if (lens.overTime() != null) {
            return levels(source, lens, dims, range);
        }
        Node node = source.direct(dims.keys(), Exprs.withoutPlaces(question.where()), range);
        Map<String, List<Expr>> values = new LinkedHashMap<>();
        source.parts().forEach(part -> values.put(part, List.of(Exprs.column(part))));
        return new Presented(List.of(node), values);
    }

    /** Of each period the rows of the moments that count. */
    private Presented levels(Source source, Lens lens, Dims dims, TimeScope.Range range) {
        Levels levels = new Levels(planning, lens.overTime());
        Expr.FieldRef time = planning.time(source.group());
        List<Node.Key> keys =
                Stream.concat(dims.keys().stream(), levels.keys().stream()).toList();
        var request = new Feed.Request(
                Exprs.bucket(time, planning.grain(source.group()).orElse(null)),
                "moment",
                keys,
                Exprs.withoutPlaces(question.where()),
                planning.dated(range));
        List<Expr> periods = dims.all().stream()
                .filter(d -> d.cut() != null)
                .map(d -> Exprs.column(d.name()))
                .toList();
        List<Node> nodes = new ArrayList<>();
        Map<String, List<Expr>> values = new LinkedHashMap<>();
        for (Feed feed : source.feeds(request)) {
            Feed level = levels.of(feed, periods, Exprs.column(Node.BUCKET));
            nodes.add(new Node.Combine(
                    planning.name("c", source.group().home()),
                    source.group().home() + ", " + levels.word(),
                    level.node(),
                    null,
                    null,
                    dims.columns(),
                    level.merges(),
                    true));
            level.columns().forEach(column -> values.put(column.part(), List.of(column.value())));
        }
        return new Presented(nodes, values);
    }

    @Override
    public List<String> keys() {
        return Dims.names(question);
    }

    @Override
    public List<Node.Named> keyColumns() {
        return Dims.answer(question);
    }
}
