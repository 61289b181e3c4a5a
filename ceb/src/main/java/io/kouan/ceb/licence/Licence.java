package io.kouan.ceb.licence;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.SignedPaper;
import io.kouan.ceb.signature.SoftwareKey;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * A licence (客户端许可证, DOC-12) as the file {@code .lic} says it.
 *
 * @param computers on how many the client may be activated
 * @param until last day on which it counts
 */
public record Licence(
        String number, Holder holder, String dxpId, int computers, LocalDate from, LocalDate until, LocalDate issued) {

    private static final String KIND = "licence";

    /** Whose licence it is. */
    public record Holder(String name, String creditCode, String customsCode) {}

    /** The file, signed by the operating company. */
    public SignedPaper sign(SoftwareKey key) {
        var values = new LinkedHashMap<String, String>();
        values.put("licence_no", number);
        values.put("enterprise", holder.name());
        values.put("uscc", holder.creditCode());
        values.put("customs_code", holder.customsCode());
        values.put("dxp_id", dxpId);
        values.put("max_computers", Integer.toString(computers));
        values.put("valid_from", from.toString());
        values.put("valid_to", until.toString());
        values.put("issued_at", issued.toString());
        return SignedPaper.sign(KIND, values, key);
    }

    /** The licence in a file that this issuer has signed; empty where it is none, or was changed. */
    public static Optional<Licence> read(Bytes file, X509Certificate issuer) {
        return SignedPaper.read(file, KIND)
                .filter(paper -> paper.isSignedBy(issuer))
                .flatMap(paper -> PaperValues.read(() -> new Licence(
                        PaperValues.text(paper, "licence_no"),
                        new Holder(
                                PaperValues.text(paper, "enterprise"),
                                PaperValues.text(paper, "uscc"),
                                PaperValues.text(paper, "customs_code")),
                        PaperValues.text(paper, "dxp_id"),
                        Integer.parseInt(paper.value("max_computers")),
                        LocalDate.parse(paper.value("valid_from")),
                        LocalDate.parse(paper.value("valid_to")),
                        LocalDate.parse(paper.value("issued_at")))));
    }

    /** Whether it counts on that day. */
    public boolean counts(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
