package io.bellwether.app.cli;

import io.bellwether.app.wiring.AppCodes;
import io.bellwether.core.judge.JudgeCodes;
import io.bellwether.core.lint.RuleCode;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.CodeEntry;
import io.bellwether.core.source.Severity;
import io.bellwether.engine.EngineCodes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the reference knows of a code, whoever raises it. */
record Codes(String title, String meaning, String mend, Severity severity) {
    static Optional<Codes> of(String id) {
        return Stream.of(ofRules(id), ofDefinitions(id), ofOthers(id))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Codes> ofRules(String id) {
        return RuleCode.of(id).map(rule -> new Codes(rule.title(), rule.meaning(), rule.mend(), rule.severity()));
    }

    private static Optional<Codes> ofDefinitions(String id) {
        return Arrays.stream(Code.values())
                .filter(code -> code.id().equals(id))
                .findFirst()
                .map(code -> new Codes(code.title(), code.meaning(), "", code.severity()));
    }

    private static Optional<Codes> ofOthers(String id) {
        return Stream.of(PlanCodes.ALL, JudgeCodes.ALL, EngineCodes.ALL, AppCodes.ALL)
                .flatMap(List::stream)
                .filter(entry -> entry.code().equals(id))
                .findFirst()
                .map(Codes::of);
    }

    private static Codes of(CodeEntry entry) {
        return new Codes(entry.title(), entry.meaning(), entry.fix(), Severity.ERROR);
    }
}
