package io.kouan.platform.credentials;

import io.kouan.ceb.certificate.Certificates;
import io.kouan.ceb.certificate.EnterpriseCertificate;
import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.identity.CardsOfRegistrations;
import io.kouan.platform.identity.RegistrationCard;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cards that an enterprise has already when it registers (有卡用户). Such a card signs in the administrator who brought it, and counts
 * as an operator card: a certificate does not say whose card it is, so the legal person's powers come only with a card from the window
 * (SOD-09).
 */
@Component
class BroughtCards implements CardsOfRegistrations {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_ENCIPHERMENT = 2;

    private final CardProof proof;
    private final KnownCertificates certificates;
    private final Cards cards;
    private final CardRegister register;
    private final Clock clock;

    BroughtCards(CardProof proof, KnownCertificates certificates, Cards cards, CardRegister register, Clock clock) {
        this.proof = proof;
        this.certificates = certificates;
        this.cards = cards;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public Optional<String> refusal(RegistrationCard card, String creditCode) {
        var certificate = certificate(card);
        if (!new EnterpriseCertificate(certificate).belongsTo(creditCode)) {
            return Optional.of("ERR_CARD_OTHER_ENTERPRISE");
        }
        return refusal(certificate);
    }

    /** Why a certificate is none of a card that can be brought along. */
    Optional<String> refusal(X509Certificate certificate) {
        var known = certificates.find(certificate);
        if (known.filter(it -> it.isRevokedAt(clock.instant())).isPresent()) {
            return Optional.of("ERR_CARD_REVOKED");
        }
        boolean onFile = known.isPresent()
                || cards.withCertificate(new EnterpriseCertificate(certificate).serial())
                        .isPresent();
        if (onFile || !isOfCard(certificate)) {
            return Optional.of(onFile ? "ERR_USCC_TAKEN" : "ERR_CERT_CHAIN");
        }
        return proof.refusal(certificate);
    }

    /** Keys of encryption machines sign nobody in. */
    private static boolean isOfCard(X509Certificate certificate) {
        var usage = certificate.getKeyUsage();
        return usage != null && usage[DIGITAL_SIGNATURE] && !usage[KEY_ENCIPHERMENT];
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(RegistrationCard brought, long enterprise, Account administrator) {
        var certified = new Certified(certificate(brought), Optional.empty());
        var details = administrator.details();
        var card = new Card(
                0,
                enterprise,
                cards.softwareNumber(),
                CardKind.OPERATOR,
                "UKEY",
                new Card.Holder(administrator.name(), details.idType(), details.idNumber(), details.mobile()),
                administrator.login(),
                CardState.NORMAL,
                true,
                certified.serial(),
                certified.certificate().getNotBefore().toInstant(),
                certified.certificate().getNotAfter().toInstant(),
                Optional.empty(),
                Optional.empty(),
                administrator.name(),
                Optional.of(clock.instant()),
                Optional.empty(),
                clock.instant(),
                1);
        var actor = new Actor(
                administrator.login(),
                administrator.name(),
                OptionalLong.of(enterprise),
                administrator.roles(),
                "none");
        register.open(card, certified, "", actor);
    }

    private static X509Certificate certificate(RegistrationCard card) {
        return Certificates.parse(card.der()).orElseThrow();
    }
}
