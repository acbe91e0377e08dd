package io.bellwether.core.sql;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Type;
import io.bellwether.core.plan.Node;
import java.util.Optional;

/** What the names before the dots of a scan stand for. */
record Aliases(Node.Scan scan) {
    /** Empty for a step of the plan. */
    Optional<Dataset> dataset(String alias) {
        if (scan.home().name().equals(alias)) {
            return Optional.of(scan.home());
        }
        Node.Target target = scan.joins().stream()
                .filter(join -> join.alias().equals(alias))
                .findFirst()
                .orElseThrow()
                .target();
        return switch (target) {
            case Node.Target.Table(Dataset to) -> Optional.of(to);
            case Node.Target.Step ignored -> Optional.empty();
        };
    }

    /** The type of a key as far as it is known. */
    Type type(Node.Key key) {
        return key.value() instanceof Expr.FieldRef ref
                ? dataset(ref.dataset())
                        .flatMap(dataset -> dataset.field(ref.field()))
                        .map(Field::type)
                        .orElse(ref.type())
                : Type.OTHER;
    }
}
