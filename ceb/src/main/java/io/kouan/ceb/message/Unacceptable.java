package io.kouan.ceb.message;

import io.kouan.ceb.finding.Finding;

/** Ends a reading at once; never leaves this package, where it becomes {@link Reading.Unreadable}. */
final class Unacceptable extends RuntimeException {

    private final transient Finding finding;

    Unacceptable(Finding finding) {
        super(finding.code().code(), null, false, false);
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
