package io.kouan.platform.portal;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Everything that can be said about a message by looking at it alone: envelope, schema, content, rules, signature. */
@Component
class Checking {

    private static final Comparator<Finding> IN_ORDER = Comparator.<Finding>comparingInt(
                    finding -> finding.place().line())
            .thenComparingInt(finding -> finding.place().column());

    private final Signatures signatures;

    Checking(Signatures signatures) {
        this.signatures = signatures;
    }

    List<Finding> findings(Inspection inspection) {
        var findings = new ArrayList<>(inspection.findings());
        findings.addAll(signatures.findings(inspection));
        findings.sort(IN_ORDER);
        return findings;
    }

    Optional<SignatureView> signature(Inspection inspection, Language language) {
        return signatures.explain(inspection, true, language);
    }
}
