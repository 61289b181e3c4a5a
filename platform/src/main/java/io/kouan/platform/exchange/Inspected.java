package io.kouan.platform.exchange;

import io.kouan.ceb.finding.Finding;
import io.kouan.platform.exchange.Submission.Facts;
import java.util.List;

/** What looking at a message came to, before anything is stored. */
sealed interface Inspected {

    Facts facts();

    List<Finding> findings();

    /** May go on; the findings are warnings. */
    record Passed(Facts facts, List<Finding> findings) implements Inspected {}

    /** Must not go on. */
    record Stopped(Facts facts, List<Finding> findings) implements Inspected {}
}
