package io.kouan.ceb.licence;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.SignedPaper;
import io.kouan.ceb.signature.SoftwareKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A computer asks to be activated (激活申请文件, {@code .req}): which licence, which computer, which card; signed by that card.
 *
 * @param medium UKEY or IC, an option of {@code card_medium}
 * @param certificate serial number of the card's certificate
 */
public record ActivationRequest(
        String licence, Computer computer, String medium, String certificate, Instant exportedAt) {

    private static final String KIND = "activation-request";
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-F]{64}");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z-]{1,20}");
    private static final Pattern SERIAL = Pattern.compile("[0-9a-f]{8,40}");
    private static final Pattern MEDIUM = Pattern.compile("UKEY|IC");
    private static final int LONGEST_SYSTEM = 60;
    private static final int LONGEST_VERSION = 20;

    public ActivationRequest {
        must(NUMBER.matcher(licence).matches(), "licence number");
        must(SERIAL.matcher(certificate).matches(), "serial number");
        must(MEDIUM.matcher(medium).matches(), "medium");
        exportedAt = exportedAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * The computer, as far as the port has to know it.
     *
     * @param fingerprint of it (机器码), 64 hex digits in capitals, from which nobody gets back to the machine's own numbers
     * @param system its operating system
     * @param version of the client on it
     */
    public record Computer(String fingerprint, String system, String version) {
        public Computer {
            must(FINGERPRINT.matcher(fingerprint).matches(), "fingerprint");
            must(system.length() <= LONGEST_SYSTEM, "operating system");
            must(version.length() <= LONGEST_VERSION, "version");
        }
    }

    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("no " + what);
        }
    }

    /** A request as it came, before anybody has looked whose card has signed it. */
    public record Unchecked(ActivationRequest request, SignedPaper paper) {

        /** Whether the card with this certificate has signed it. */
        public boolean isSignedBy(X509Certificate certificate) {
            return paper.isSignedBy(certificate);
        }
    }

    /** The file, signed by the card. */
    public SignedPaper sign(SoftwareKey card) {
        var values = new LinkedHashMap<String, String>();
        values.put("licence_no", licence);
        values.put("client_version", computer.version());
        values.put("machine_fingerprint", computer.fingerprint());
        values.put("os_name", computer.system());
        values.put("card_medium", medium);
        values.put("cert_serial", certificate);
        values.put("exported_at", exportedAt.toString());
        return SignedPaper.sign(KIND, values, card);
    }

    /** The request in a file; empty where it is none. */
    public static Optional<Unchecked> read(Bytes file) {
        return SignedPaper.read(file, KIND)
                .flatMap(paper -> PaperValues.read(() -> new ActivationRequest(
                                PaperValues.text(paper, "licence_no"),
                                new Computer(
                                        PaperValues.text(paper, "machine_fingerprint"),
                                        paper.value("os_name"),
                                        PaperValues.text(paper, "client_version")),
                                PaperValues.text(paper, "card_medium"),
                                PaperValues.text(paper, "cert_serial"),
                                Instant.parse(paper.value("exported_at"))))
                        .filter(request -> request.certificate().equals(paper.signer()))
                        .map(request -> new Unchecked(request, paper)));
    }
}
