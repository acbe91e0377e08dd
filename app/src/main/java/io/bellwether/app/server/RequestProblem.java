package io.bellwether.app.server;

import io.bellwether.app.page.ProblemView;

/** A request that cannot be answered, and what to say. */
final class RequestProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ProblemView problem;

    RequestProblem(ProblemView problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    ProblemView problem() {
        return problem;
    }
}
