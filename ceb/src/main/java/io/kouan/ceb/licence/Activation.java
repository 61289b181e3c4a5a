package io.kouan.ceb.licence;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.SignedPaper;
import io.kouan.ceb.signature.SoftwareKey;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * A computer is activated (激活文件, {@code .act}, DOC-13): one licence on one computer with one card.
 *
 * @param fingerprint of the computer (机器码)
 * @param certificate serial number of the card's certificate
 * @param until last day on which it counts
 */
public record Activation(String licence, String fingerprint, String certificate, LocalDate until, LocalDate issued) {

    private static final String KIND = "activation";

    /** The file, signed by the operating company. */
    public SignedPaper sign(SoftwareKey key) {
        var values = new LinkedHashMap<String, String>();
        values.put("licence_no", licence);
        values.put("machine_fingerprint", fingerprint);
        values.put("cert_serial", certificate);
        values.put("valid_to", until.toString());
        values.put("issued_at", issued.toString());
        return SignedPaper.sign(KIND, values, key);
    }

    /** The activation in a file that this issuer has signed; empty where it is none, or was changed. */
    public static Optional<Activation> read(Bytes file, X509Certificate issuer) {
        return SignedPaper.read(file, KIND)
                .filter(paper -> paper.isSignedBy(issuer))
                .flatMap(paper -> PaperValues.read(() -> new Activation(
                        PaperValues.text(paper, "licence_no"),
                        PaperValues.text(paper, "machine_fingerprint"),
                        PaperValues.text(paper, "cert_serial"),
                        LocalDate.parse(paper.value("valid_to")),
                        LocalDate.parse(paper.value("issued_at")))));
    }

    /** What keeps an activation from counting on a computer (H-161). */
    public enum Obstacle {
        OTHER_LICENCE,
        OTHER_COMPUTER,
        RUN_OUT
    }

    /** What keeps it from counting for this licence on that computer today; empty where it counts. */
    public Optional<Obstacle> obstacle(Licence held, String computer, LocalDate today) {
        if (!licence.equals(held.number())) {
            return Optional.of(Obstacle.OTHER_LICENCE);
        }
        if (!fingerprint.equals(computer)) {
            return Optional.of(Obstacle.OTHER_COMPUTER);
        }
        return today.isAfter(until) || !held.counts(today) ? Optional.of(Obstacle.RUN_OUT) : Optional.empty();
    }
}
