package io.kouan.platform.localfiling;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.SoftwareKey;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The client's licence (客户端许可证) as a text that the port has signed: anybody can read it, nobody can change it. Pure. */
final class LicenceText {

    private LicenceText() {}

    /**
     * What the licence says, a line each, and the signature over exactly these lines.
     *
     * @param computers on which the client may run
     */
    static String of(
            String number,
            Issuance.Holder holder,
            String dxpId,
            LocalDate from,
            int years,
            int computers,
            SoftwareKey key) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("licence", number);
        lines.put("enterprise", holder.name());
        lines.put("uscc", holder.creditCode());
        lines.put("customs-code", holder.customsCode());
        lines.put("dxp-id", dxpId);
        lines.put("valid-from", from.toString());
        lines.put("valid-to", from.plusYears(years).minusDays(1).toString());
        lines.put("computers", Integer.toString(computers));
        var text = lines(lines);
        return text
                + "signed-by: " + key.certificate().getSerialNumber().toString(16) + "\n"
                + "signature: "
                + Base64.getEncoder().encodeToString(key.sign(Bytes.utf8(text)).array()) + "\n";
    }

    private static String lines(Map<String, String> values) {
        return values.entrySet().stream()
                .map(line -> line.getKey() + ": " + line.getValue().replaceAll("[\\r\\n]", " ") + "\n")
                .collect(Collectors.joining());
    }
}
