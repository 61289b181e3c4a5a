package io.kouan.platform.credentials;

import io.kouan.ceb.certificate.CardContents;
import io.kouan.ceb.certificate.CertificateRequest;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.SoftwareCard;
import io.kouan.ceb.signature.Suite;
import io.kouan.platform.accounts.EnterpriseProfile;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Makes certificates for cards: from a request, or with a key pair that is made for a card in a file. */
@Component
class CardCertifying {

    /** As on cards of the E-port (signature.md, section 7). */
    private static final Duration LIFETIME = Duration.ofDays(3650);

    /** A client whose clock is behind can use it at once. */
    private static final Duration EARLIER = Duration.ofMinutes(1);

    private static final Pattern PIN = Pattern.compile("[!-~]{6,16}");

    private final CardAuthorities authorities;
    private final Cards cards;
    private final Clock clock;

    CardCertifying(CardAuthorities authorities, Cards cards, Clock clock) {
        this.authorities = authorities;
        this.cards = cards;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Result {

        record Issued(Certified certified) implements Result {}

        /** The message of what is wrong with the key. */
        record Wrong(String place, String message) implements Result {}
    }

    Result certify(
            EnterpriseProfile enterprise,
            Card.Holder holder,
            CardKind kind,
            String number,
            CardOrder.KeySource source) {
        return switch (source) {
            case CardOrder.KeySource.Request(var content) ->
                switch (CertificateRequest.read(content)) {
                    case CertificateRequest.Proven(var key) ->
                        new Result.Issued(
                                new Certified(issue(enterprise, holder, kind, number, key), Optional.empty()));
                    case CertificateRequest.Unproven _ -> new Result.Wrong("request", "REQUEST_UNPROVEN");
                    case CertificateRequest.Unsuitable _ -> new Result.Wrong("request", "REQUEST_UNSUITABLE");
                    case CertificateRequest.Unreadable _ -> new Result.Wrong("request", "REQUEST_UNREADABLE");
                };
            case CardOrder.KeySource.Software(boolean sm2, var pin) ->
                PIN.matcher(pin).matches()
                        ? new Result.Issued(inFile(enterprise, holder, kind, number, sm2, pin))
                        : new Result.Wrong("pin", "PIN_FORM");
        };
    }

    private Certified inFile(
            EnterpriseProfile enterprise, Card.Holder holder, CardKind kind, String number, boolean sm2, String pin) {
        var keys = authorities.of(sm2 ? Suite.SM2_SM3 : Suite.RSA_SHA1).newKeys();
        var certificate = issue(enterprise, holder, kind, number, keys.getPublic());
        Bytes file = SoftwareCard.write(keys.getPrivate(), certificate, pin.toCharArray());
        return new Certified(certificate, Optional.of(file));
    }

    private X509Certificate issue(
            EnterpriseProfile enterprise, Card.Holder holder, CardKind kind, String number, PublicKey key) {
        var contents = new CardContents(
                enterprise.nameZh(),
                enterprise.creditCode(),
                holder.name(),
                holder.idNumber(),
                number,
                authorities.addresses(CardAuthorities.suite(key)));
        var now = clock.instant();
        return authorities
                .of(key)
                .issueCard(
                        contents,
                        key,
                        kind.isCard() ? CardContents.Use.CARD : CardContents.Use.MACHINE,
                        cards.certificateNumber(),
                        now.minus(EARLIER),
                        now.plus(LIFETIME));
    }
}
