package io.bellwether.core.lint;

import io.bellwether.core.catalog.Operations.Waiver;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A waiver names a rule that can be waived: an error is mended, not waived. */
final class WaiverCodes {
    private WaiverCodes() {}

    static Optional<Diagnostic> check(Waiver waiver) {
        Optional<RuleCode> rule = RuleCode.of(waiver.code());
        if (rule.filter(RuleCode::isWaivable).isPresent()) {
            return Optional.empty();
        }
        boolean known = rule.isPresent()
                || Arrays.stream(Code.values()).anyMatch(code -> code.id().equals(waiver.code()));
        List<String> codes = Arrays.stream(RuleCode.values())
                .filter(RuleCode::isWaivable)
                .map(RuleCode::id)
                .toList();
        return Optional.of(
                known
                        ? Code.UNKNOWN_NAME.at(
                                waiver.span(),
                                waiver.code() + " cannot be waived",
                                "waivers are for rules, K107 to K127 and M201 to M205; mend this one")
                        : Code.UNKNOWN_NAME.at(
                                waiver.span(),
                                "no rule \"" + waiver.code() + "\"",
                                Nearest.fix(waiver.code(), codes).orElse("the reference lists the rules")));
    }
}
