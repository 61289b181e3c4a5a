package io.kouan.platform.exchange;

/** Carries a problem out of a controller; the framework knows no other way. */
final class RefusedRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    RefusedRequest(Problem problem) {
        super(problem.findings().getFirst().code().name(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
