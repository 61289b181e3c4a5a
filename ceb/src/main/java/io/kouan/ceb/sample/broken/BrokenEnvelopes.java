package io.kouan.ceb.sample.broken;

import static io.kouan.ceb.sample.broken.Draft.fill;
import static io.kouan.ceb.sample.broken.Draft.remove;
import static io.kouan.ceb.sample.broken.Draft.swap;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.envelope.DxpEnvelope;
import io.kouan.ceb.envelope.DxpMessage;
import io.kouan.ceb.envelope.EnvelopeCode;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Good messages in envelopes that are none, or break the schema of the terminal node (CEB-6001 and on). */
final class BrokenEnvelopes {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String VERSION = "ver=\"1.0\"";

    private final Material material;

    BrokenEnvelopes(Material material) {
        this.material = material;
    }

    void into(Map<String, Supplier<Bytes>> all) {
        put(all, EnvelopeCode.NOT_AN_ENVELOPE, text -> text.replace("DxpMsg", "DxpMessage"));
        put(all, EnvelopeCode.ENVELOPE_NOT_XML, text -> text.substring(0, text.length() / 2));
        put(all, EnvelopeCode.ENVELOPE_FORBIDDEN, swap("<DxpMsg", "<!DOCTYPE DxpMsg><DxpMsg"));
        put(
                all,
                EnvelopeCode.ENVELOPE_TOO_LARGE,
                text -> fill("Data", tooMuch()).apply(text));
        put(all, EnvelopeCode.ENVELOPE_OUT_OF_BOUNDS, swap(VERSION, VERSION + attributes()));
        put(all, EnvelopeCode.ENVELOPE_UNKNOWN_ELEMENT, swap("<AddInfo>", "<AddInfo><New></New>"));
        put(all, EnvelopeCode.ENVELOPE_MISSING_ELEMENT, remove("CreatTime"));
        put(
                all,
                EnvelopeCode.ENVELOPE_TOO_MANY,
                swap("<ReceiverIds>", "<ReceiverIds>" + "<ReceiverId>R</ReceiverId>".repeat(5)));
        put(all, EnvelopeCode.ENVELOPE_OUT_OF_ORDER, swap("<FileName>", "<IcCard>1</IcCard><FileName>"));
        put(all, EnvelopeCode.ENVELOPE_TEXT_NOT_ALLOWED, swap("<AddInfo>", "<AddInfo>x"));
        put(all, EnvelopeCode.ENVELOPE_UNKNOWN_ATTRIBUTE, swap(VERSION, VERSION + " id=\"A1\""));
        put(all, EnvelopeCode.ENVELOPE_MISSING_ATTRIBUTE, swap(" " + VERSION, ""));
        put(all, EnvelopeCode.ENVELOPE_NOT_THE_FIXED_VALUE, swap(VERSION, "ver=\"1.1\""));
        put(all, EnvelopeCode.ENVELOPE_LENGTH, swap("</SenderId>", "7</SenderId>"));
        put(all, EnvelopeCode.ENVELOPE_NOT_DIGITS, BrokenEnvelopes::transport);
        put(all, EnvelopeCode.ENVELOPE_NOT_A_TIME, fill("CreatTime", "20260301101500"));
        put(all, EnvelopeCode.ENVELOPE_NOT_BASE64, swap("<Data>", "<Data>*"));
        put(all, EnvelopeCode.ENVELOPE_NO_DATA, fill("Data", ""));
        put(all, EnvelopeCode.ENVELOPE_NOT_AN_ID, swap(VERSION, VERSION + " Id=\"123\""));
    }

    private void put(Map<String, Supplier<Bytes>> all, EnvelopeCode code, UnaryOperator<String> edit) {
        BrokenSamples.put(all, code, _ -> Bytes.utf8(edit.apply(envelope(code).utf8())));
    }

    private Bytes envelope(EnvelopeCode code) {
        var draft = material.direct(code, "CEB311");
        return DxpEnvelope.wrap(DxpMessage.of(
                draft.guid(),
                draft.sender().dxpId(),
                Catalogue.standard().type(draft.type()).receiver(),
                LocalDateTime.ofInstant(material.at(), CHINA).withNano(0),
                "CEB311Message",
                draft.signed()));
    }

    private static String attributes() {
        return IntStream.rangeClosed(0, Limits.STANDARD.maxAttributes())
                .mapToObj(i -> " a" + i + "=\"\"")
                .collect(Collectors.joining());
    }

    private static String tooMuch() {
        return Base64.getEncoder().encodeToString(new byte[Limits.STANDARD.maxBytes() + 1]);
    }

    /** As a transport node passes it on, with a letter in the number of the station it goes to. */
    private static String transport(String text) {
        return "<DxpMsgSv xmlns=\"http://www.chinaport.gov.cn/dxp\" ver=\"1.0\"><SvNo Ver=\"1.0\">"
                + "<MsgId>00000002201906281054520057087669</MsgId><SendTime>2019-06-28T10:54:52Z</SendTime>"
                + "<EndNode>4600A002</EndNode><StaNode>00000002</StaNode></SvNo>"
                + text.substring(text.indexOf("<DxpMsg")) + "</DxpMsgSv>";
    }
}
