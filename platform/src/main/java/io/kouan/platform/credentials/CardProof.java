package io.kouan.platform.credentials;

import io.kouan.ceb.certificate.CertificateCheck;
import io.kouan.ceb.certificate.CertificateCode;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.signature.CardAnswer;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an answer proves by itself, before anybody looks whose card it is: a key that this session has challenged, under a root of the port. */
@Component
class CardProof {

    private final CardChallenges challenges;
    private final CardAuthorities authorities;
    private final Clock clock;

    CardProof(CardChallenges challenges, CardAuthorities authorities, Clock clock) {
        this.challenges = challenges;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** The challenge is taken first, so that no answer is looked at twice, whatever is wrong with it. */
    Optional<String> refusal(CardAnswer answer, String session) {
        if (!challenges.redeem(answer.challenge(), session) || !answer.isSigned()) {
            return Optional.of("ERR_CERT_CHAIN");
        }
        return refusal(answer.certificate());
    }

    /** Whether the certificate is one of the port's roots' and in force. */
    Optional<String> refusal(X509Certificate certificate) {
        var findings = new CertificateCheck(authorities.roots(), List.of())
                .check(certificate, clock.instant(), Place.WHOLE).stream()
                        .map(Finding::code)
                        .toList();
        if (findings.isEmpty()) {
            return Optional.empty();
        }
        boolean ranOut = findings.equals(List.of(CertificateCode.CERTIFICATE_NO_LONGER_IN_FORCE));
        return Optional.of(ranOut ? "ERR_CARD_REVOKED" : "ERR_CERT_CHAIN");
    }
}
