package io.kouan.platform.credentials;

import io.kouan.ceb.certificate.EnterpriseCertificate;
import io.kouan.ceb.signature.CardAnswer;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.People;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing in with a card (卡介质登录, handbook S1, screen 1.1).
 *
 * <p>Security guarantees: nobody comes in without the private key of a certificate that this port has issued, has on file for a card
 * that counts, and has challenged in this session within two minutes. What is revoked between challenge and answer does not come in.
 */
@Service
class CardSignIn {

    private final CardProof proof;
    private final KnownCertificates certificates;
    private final Cards cards;
    private final EnterpriseProfiles enterprises;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    CardSignIn(
            CardProof proof,
            KnownCertificates certificates,
            Cards cards,
            EnterpriseProfiles enterprises,
            People people,
            AuditLog audit,
            Clock clock) {
        this.proof = proof;
        this.certificates = certificates;
        this.cards = cards;
        this.enterprises = enterprises;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Result {

        /** In, as this person. */
        record In(String login, CardKind kind) implements Result {

            /** As the session says it. */
            String card() {
                return kind == CardKind.LEGAL ? "legal_person" : "operator";
            }
        }

        /** Out, with the message that says why. */
        record Out(String message) implements Result {}
    }

    /** Looks at an answer that came in a session. */
    @Transactional
    public Result signIn(String text, String session) {
        var parsed = CardAnswer.parse(text);
        if (parsed.isEmpty()) {
            return refuse("", "", "ERR_CARD_UNREADABLE");
        }
        var answer = parsed.get();
        var serial = new EnterpriseCertificate(answer.certificate()).serial();
        var refusal = refusal(answer, session);
        var card = cards.withCertificate(serial);
        if (refusal.isPresent()) {
            return refuse(
                    card.map(Card::login).orElse(""), card.map(Card::number).orElse(serial), refusal.get());
        }
        return let(card.orElseThrow());
    }

    private Result let(Card card) {
        boolean legal = card.kind() == CardKind.LEGAL;
        if (legal && !enterprises.of(card.enterprise()).codeVerified()) {
            enterprises.verifyCustomsCode(card.enterprise(), card.serial());
        }
        audit.write(AuditEntry.done(
                card.login(),
                card.holder().name(),
                legal ? "ENT_LEGAL" : "ENT_OPERATOR",
                "card",
                card.number(),
                "sign-in"));
        return new Result.In(card.login(), card.kind());
    }

    private Result refuse(String login, String object, String message) {
        audit.write(AuditEntry.refused(login, "", "", "card", object, "sign-in", message));
        return new Result.Out(message);
    }

    private Optional<String> refusal(CardAnswer answer, String session) {
        return proof.refusal(answer, session).or(() -> ofCard(answer.certificate()));
    }

    private Optional<String> ofCard(X509Certificate certificate) {
        var view = new EnterpriseCertificate(certificate);
        if (view.organisationCode().filter(enterprises::hasOrganisation).isEmpty()) {
            return Optional.of("ERR_CARD_ENTERPRISE");
        }
        // by the whole certificate, not by its number: of another root the number may be the same
        var known = certificates.find(certificate);
        var card = cards.withCertificate(view.serial());
        if (known.isEmpty() || card.isEmpty() || !card.get().kind().isCard()) {
            return Optional.of("ERR_CERT_CHAIN");
        }
        var now = clock.instant();
        boolean current = card.get().serial().equals(view.serial());
        if (!current || !card.get().counts(now) || known.get().isRevokedAt(now)) {
            return Optional.of("ERR_CARD_REVOKED");
        }
        boolean holderKnown = people.find(card.get().login())
                .flatMap(person -> person.enterprise())
                .filter(employer -> employer.id() == card.get().enterprise() && view.belongsTo(employer.creditCode()))
                .isPresent();
        return holderKnown ? Optional.empty() : Optional.of("ERR_CARD_ENTERPRISE");
    }
}
