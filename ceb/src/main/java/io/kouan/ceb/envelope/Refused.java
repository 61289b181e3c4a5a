package io.kouan.ceb.envelope;

import io.kouan.ceb.finding.Finding;

/** Ends a reading at once; never leaves this package, where it becomes a value. */
final class Refused extends RuntimeException {

    private final transient Finding finding;

    Refused(Finding finding) {
        super(finding.code().code(), null, false, false);
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
