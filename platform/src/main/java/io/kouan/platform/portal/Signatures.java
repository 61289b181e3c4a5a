package io.kouan.platform.portal;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.signature.SignatureVerifier;
import io.kouan.ceb.signature.Verdict;
import io.kouan.platform.credentials.KnownCertificates;
import io.kouan.platform.port.Profile;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Verifies signatures once more for looking at them, just as the door does. */
@Component
class Signatures {

    private final SignatureVerifier verifier;
    private final KnownCertificates certificates;

    Signatures(Profile profile, KnownCertificates certificates) {
        this.verifier = new SignatureVerifier(profile.strictness(), certificates);
        this.certificates = certificates;
    }

    /** Empty where the message cannot be read or carries no signature. */
    Optional<SignatureView> explain(Inspection inspection, boolean own, Language language) {
        return inspection
                .read()
                .flatMap(read -> SignatureView.of(read, verifier.verify(read), this::isOnFile, own, language));
    }

    private boolean isOnFile(X509Certificate certificate) {
        return certificates.find(certificate).isPresent();
    }

    /** What is wrong with the signature, for the list of findings. */
    List<Finding> findings(Inspection inspection) {
        return inspection
                .read()
                .map(verifier::verify)
                .map(verdict -> switch (verdict) {
                    case Verdict.Valid it -> it.forgiven();
                    case Verdict.Invalid it -> it.findings();
                    case Verdict.Absent _ -> List.<Finding>of();
                })
                .orElse(List.of());
    }
}
