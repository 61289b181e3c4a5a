package io.kouan.platform.declaration;

import io.kouan.ceb.envelope.DxpReply;
import io.kouan.ceb.envelope.TransInfo;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingText;
import io.kouan.ceb.finding.FindingTexts;
import io.kouan.ceb.finding.Layer;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.message.Bytes;
import io.kouan.platform.customs.CustomsCode;
import io.kouan.platform.exchange.JournalEntry;
import io.kouan.platform.exchange.OutgoingReceipt;
import io.kouan.platform.port.PortTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer to a message that the door refused: CEB900 where the message cannot be read or breaks the schema, the network's own
 * DxpRep where envelope, signature or sender are wrong (receipts.md, section 5).
 */
final class RefusalAnswer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_ORIGINAL = 512 * 1024;

    private RefusalAnswer() {}

    private record Found(String code, Layer layer, String what, int line, int column, Optional<String> dxp) {}

    static OutgoingReceipt of(JournalEntry entry, Instant now) {
        var findings = findings(entry.findings());
        boolean format = findings.isEmpty()
                || findings.stream().anyMatch(found -> found.layer() == Layer.XML || found.layer() == Layer.SYNTAX);
        var body = format ? formatError(entry, findings, now) : networkError(entry, findings, now);
        return new OutgoingReceipt(
                entry.dxpId(),
                entry.enterpriseId(),
                entry.position(),
                format ? "CEB900" : "DxpRep",
                format ? "-999999" : networkCode(findings),
                1,
                now,
                body);
    }

    /** The answer to a message that the door took and that trips over a fault of ours. */
    static OutgoingReceipt fault(JournalEntry entry, Instant now) {
        var detail = Finding.of(CustomsCode.SYSTEM_ERROR, Place.WHOLE).returnInfo();
        var found = new Found(CustomsCode.SYSTEM_ERROR.code(), Layer.XML, detail, 0, 0, Optional.empty());
        return new OutgoingReceipt(
                entry.dxpId(),
                entry.enterpriseId(),
                entry.position(),
                "CEB900",
                "-999999",
                1,
                now,
                formatError(entry, List.of(found), now));
    }

    private static Bytes formatError(JournalEntry entry, List<Found> findings, Instant now) {
        var detail = findings.stream()
                .map(found -> found.line() + ":" + found.column() + " [" + found.code() + "] " + found.what())
                .collect(Collectors.joining("\n"));
        var original = Unpacking.business(entry).utf8();
        return ReceiptBuilder.formatError(
                entry.messageId(),
                entry.messageType().startsWith("CEB") ? entry.messageType() + "Message" : "Unknown",
                detail,
                readable(original.length() <= LONGEST_ORIGINAL ? original : original.substring(0, LONGEST_ORIGINAL)),
                now);
    }

    private static Bytes networkError(JournalEntry entry, List<Found> findings, Instant now) {
        var original = new TransInfo(
                entry.messageId(),
                entry.dxpId(),
                List.of("DXPEDCCEB0000002"),
                entry.receivedAt().atZone(PortTime.ZONE).toLocalDateTime().withNano(0),
                entry.messageType().startsWith("CEB") ? entry.messageType() + "Message" : "");
        var response = DxpReply.Response.of(
                networkCode(findings), findings.getFirst().what(), LocalDate.ofInstant(now, PortTime.ZONE), original);
        return new DxpReply(entry.dxpId(), Optional.empty(), List.of(response)).write();
    }

    /** codes/dxp-error.csv: 1004 where data were changed, 1001 for other signatures, 1999 for the sender. */
    private static String networkCode(List<Found> findings) {
        var first = findings.getFirst();
        if (first.layer() != Layer.SIGNATURE) {
            return first.layer() == Layer.ENVELOPE ? first.dxp().orElse("0001") : "1999";
        }
        return findings.stream().anyMatch(found -> found.code().equals("CEB-5007")) ? "1004" : "1001";
    }

    private static List<Found> findings(String json) {
        if (json.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Found>();
        for (JsonNode node : JSON.readTree(json)) {
            var code = node.path("code").asString("");
            var text = StreamSupport.stream(FindingTexts.all().spliterator(), false)
                    .filter(known -> known.code().equals(code))
                    .findFirst();
            found.add(new Found(
                    code,
                    text.map(FindingText::layer).orElse(Layer.EXCHANGE),
                    node.path("what").asString(""),
                    node.path("line").asInt(0),
                    node.path("column").asInt(0),
                    text.flatMap(FindingText::dxp)));
        }
        return found;
    }

    /** Without the characters that XML cannot hold, as the original may hold anything. */
    private static String readable(String original) {
        return original.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c < 0xD800)
                        || (c >= 0xE000 && c < 0xFFFE)
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
