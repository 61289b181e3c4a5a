package io.kouan.ceb.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouan.ceb.certificate.Certificates;
import io.kouan.ceb.message.Bytes;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;

/**
 * A challenge signed by a card: SM2 with SM3, or RSA with SHA-256. As text it is one line of three parts in Base64, which a person
 * can carry from one window to another.
 *
 * <p>Security guarantee of {@link #isSigned}: whoever made the answer held the certificate's private key and signed exactly this
 * challenge. Not guaranteed: that the certificate counts, or that the challenge was ever given.
 */
public record CardAnswer(CardChallenge challenge, X509Certificate certificate, Bytes signature) {

    private static final int LONGEST = 16 * 1024;

    /** Has the challenge signed. */
    public static CardAnswer sign(CardChallenge challenge, SoftwareKey key) {
        return new CardAnswer(challenge, key.certificate(), key.signText(Bytes.utf8(challenge.text())));
    }

    /** One line. */
    public String text() {
        try {
            var encoder = Base64.getUrlEncoder().withoutPadding();
            return encoder.encodeToString(challenge.text().getBytes(UTF_8))
                    + "." + encoder.encodeToString(certificate.getEncoded())
                    + "." + encoder.encodeToString(signature.array());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without encoding", e);
        }
    }

    /** The answer in a text; empty where it is none. Line breaks that crept in on the way do no harm. */
    public static Optional<CardAnswer> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var parts = text.replaceAll("\\s", "").split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var decoder = Base64.getUrlDecoder();
            var challenge = CardChallenge.parse(new String(decoder.decode(parts[0]), UTF_8));
            var certificate = Certificates.parse(Bytes.of(decoder.decode(parts[1])));
            var signature = Bytes.of(decoder.decode(parts[2]));
            return challenge.flatMap(
                    given -> certificate.map(certified -> new CardAnswer(given, certified, signature)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the certificate's key has signed this challenge. */
    public boolean isSigned() {
        return TextSignatures.verifies(Bytes.utf8(challenge.text()), certificate.getPublicKey(), signature);
    }
}
