package io.kouan.ceb.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.spec.SpecFile;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DxpEnvelopeTest {

    private static final String VECTOR = new SpecFile("vectors/dxpmsg-ceb513.xml").text();
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 1, 10, 15);
    private static final Limits SMALL = new Limits(4096, 8, 2048, 6, 5);

    @Test
    void opensTheVectorAndFindsTheSignedMessageInside() {
        var message = opened(VECTOR);

        assertThat(message.copMsgId()).isEqualTo("7F3B0C52-6A1D-4E88-9B40-2D5C1E0A9F11");
        assertThat(message.senderId()).isEqualTo("DXPENT0000009903");
        assertThat(message.receiverIds()).containsExactly("DXPEDCCEB0000002");
        assertThat(message.createTime()).isEqualTo(TIME);
        assertThat(message.msgType()).isEqualTo("CEB513Message");
        assertThat(message.fileName()).contains("CEB513Message_7F3B0C52-6A1D-4E88-9B40-2D5C1E0A9F11.xml");
        assertThat(message.data().utf8())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + new SpecFile("vectors/ceb513-sm2-signed.xml").text());
    }

    @Test
    void whatIsWrappedIsOpenedUnchanged() {
        var everything = new DxpMessage(
                new TransInfo("A&<\">'\r\n\t中🚢", "DXPENT0000009903", List.of("R1", "R2", "R3", "R4", "R5"), TIME, ""),
                Bytes.of(new byte[] {0, 1, 2, (byte) 0xFF}),
                new DxpMessage.AddInfo(
                        Optional.of("珠海.xml"),
                        Optional.of("1"),
                        List.of(
                                new DxpMessage.BizKey(Optional.of("Deal\"Flag"), "1"),
                                new DxpMessage.BizKey(Optional.empty(), "2")),
                        Optional.of("UTF-8"),
                        Optional.of("")),
                false);
        var usual = DxpMessage.of("ID", "S", "R", TIME, "CEB311Message", Bytes.utf8("<x/>"));

        assertThat(DxpEnvelope.open(DxpEnvelope.wrap(everything))).isEqualTo(new Opened.Message(everything));
        assertThat(DxpEnvelope.open(DxpEnvelope.wrap(usual))).isEqualTo(new Opened.Message(usual));
        assertThat(usual.fileName()).contains("CEB311Message_ID.xml");
    }

    @Test
    void opensTheMessageOfATransportNode() {
        var inner = VECTOR.substring(VECTOR.indexOf("<DxpMsg"));

        var message = opened(transport(inner));

        assertThat(message).isEqualTo(opened(VECTOR));
    }

    @Test
    void toleratesAnyPrefixLineBreaksInBase64AndASignatureOfTheEnvelope() {
        var broken = VECTOR.replace("PD94bWwg", "\r\n PD94\n bWwg\n");
        var prefixed = VECTOR.replaceAll("<(/?)(\\w)", "<$1dxp:$2").replace("xmlns=", "xmlns:dxp=");
        var signed = VECTOR.replace(
                "</DxpMsg>",
                "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo>x</SignedInfo></Signature></DxpMsg>");

        assertThat(opened(broken)).isEqualTo(opened(VECTOR));
        assertThat(opened(prefixed)).isEqualTo(opened(VECTOR));
        assertThat(opened(signed).isSigned()).isTrue();
        assertThat(opened(signed).data()).isEqualTo(opened(VECTOR).data());
    }

    @Test
    void readsTimesWithAZoneOnTheClockInShanghai() {
        assertThat(opened(VECTOR.replace("10:15:00<", "02:15:00Z<")).createTime())
                .isEqualTo(TIME);
        assertThat(opened(VECTOR.replace("10:15:00<", "10:15:00.123+08:00<")).createTime())
                .isEqualTo(TIME);
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                breach(EnvelopeCode.ENVELOPE_NOT_XML, "", "/"),
                breach(EnvelopeCode.ENVELOPE_NOT_XML, VECTOR.substring(0, 900), "/"),
                breach(EnvelopeCode.ENVELOPE_NOT_XML, VECTOR + "<x/>", "/"),
                breach(EnvelopeCode.ENVELOPE_NOT_XML, VECTOR.replace("UTF-8", "GBK"), "/"),
                breach(EnvelopeCode.ENVELOPE_FORBIDDEN, "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "/"),
                breach(EnvelopeCode.NOT_AN_ENVELOPE, "<DxpMsg ver=\"1.0\"/>", "/"),
                breach(EnvelopeCode.NOT_AN_ENVELOPE, "<CEB311Message xmlns=\"http://www.chinaport.gov.cn/ceb\"/>", "/"),
                breach("<CopMsgId>", "<New/><CopMsgId>", EnvelopeCode.ENVELOPE_UNKNOWN_ELEMENT, "/TransInfo/New"),
                breach("CreatTime>", "CreateTime>", EnvelopeCode.ENVELOPE_MISSING_ELEMENT, "/TransInfo/CreatTime"),
                breach(
                        "<ReceiverIds>",
                        "<ReceiverIds>" + "<ReceiverId>R</ReceiverId>".repeat(5),
                        EnvelopeCode.ENVELOPE_TOO_MANY,
                        "/TransInfo/ReceiverIds/ReceiverId[6]"),
                breach(
                        "</AddInfo>",
                        "<IcCard>1</IcCard><FileName>f</FileName></AddInfo>",
                        EnvelopeCode.ENVELOPE_OUT_OF_ORDER,
                        "/AddInfo/FileName"),
                breach("<AddInfo>", "<AddInfo>x", EnvelopeCode.ENVELOPE_TEXT_NOT_ALLOWED, "/AddInfo"),
                breach("ver=\"1.0\"", "ver=\"1.0\" id=\"A\"", EnvelopeCode.ENVELOPE_UNKNOWN_ATTRIBUTE, "/@id"),
                breach(" ver=\"1.0\"", "", EnvelopeCode.ENVELOPE_MISSING_ATTRIBUTE, "/@ver"),
                breach("ver=\"1.0\"", "ver=\"1.1\"", EnvelopeCode.ENVELOPE_NOT_THE_FIXED_VALUE, "/@ver"),
                breach("ver=\"1.0\"", "ver=\"1.0\" Id=\"123\"", EnvelopeCode.ENVELOPE_NOT_AN_ID, "/@Id"),
                breach("DXPENT0000009903", "DXPENT00000099031", EnvelopeCode.ENVELOPE_LENGTH, "/TransInfo/SenderId"),
                breach(
                        "2026-03-01T10:15:00<",
                        "20260301101500<",
                        EnvelopeCode.ENVELOPE_NOT_A_TIME,
                        "/TransInfo/CreatTime"),
                breach(
                        "2026-03-01T10:15:00<",
                        "2026-02-30T10:15:00<",
                        EnvelopeCode.ENVELOPE_NOT_A_TIME,
                        "/TransInfo/CreatTime"),
                breach("PD94", "PD9*", EnvelopeCode.ENVELOPE_NOT_BASE64, "/Data"),
                breach("PD94", "PD9", EnvelopeCode.ENVELOPE_NOT_BASE64, "/Data"),
                breach("PD94", "珠海94", EnvelopeCode.ENVELOPE_NOT_BASE64, "/Data"));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void namesEachBreachAndItsPlace(EnvelopeCode code, String envelope, String path) {
        var findings = findings(envelope);

        assertThat(findings).extracting(Finding::code).contains(code);
        var finding =
                findings.stream().filter(it -> it.code() == code).findFirst().orElseThrow();
        assertThat(finding.place().path()).isEqualTo(path);
    }

    @Test
    void countsLinesAndColumnsFromOne() {
        var finding = findings(VECTOR.replace("DXPENT0000009903", "DXPENT00000099031"))
                .getFirst();

        assertThat(finding.place().line()).isEqualTo(5);
        assertThat(finding.values()).containsEntry("length", "17").containsEntry("max", "16");
    }

    @Test
    void reportsAllBreachesAtOnceInTheOrderOfTheDocument() {
        var many = VECTOR.replace("ver=\"1.0\"", "ver=\"2\"")
                .replace("DXPENT0000009903", "")
                .replace("<FileName>", "<IcCard>12345678901234</IcCard><FileName>");

        assertThat(findings(many))
                .extracting(Finding::code)
                .containsExactly(
                        EnvelopeCode.ENVELOPE_NOT_THE_FIXED_VALUE,
                        EnvelopeCode.ENVELOPE_LENGTH,
                        EnvelopeCode.ENVELOPE_LENGTH,
                        EnvelopeCode.ENVELOPE_OUT_OF_ORDER);
    }

    @Test
    void checksTheNodeNumbersOfATransportNode() {
        var inner = VECTOR.substring(VECTOR.indexOf("<DxpMsg"));

        assertThat(codes(transport(inner).replace("46000002", "4600A002")))
                .containsExactly(EnvelopeCode.ENVELOPE_NOT_DIGITS);
        assertThat(codes(transport(inner).replace("Ver=", "ver=")))
                .containsExactlyInAnyOrder(
                        EnvelopeCode.ENVELOPE_MISSING_ATTRIBUTE, EnvelopeCode.ENVELOPE_UNKNOWN_ATTRIBUTE);
    }

    @Test
    void keepsEveryBound() {
        assertThat(codes("<a>".repeat(5000), SMALL)).containsExactly(EnvelopeCode.NOT_AN_ENVELOPE);
        assertThat(codes(VECTOR.replace("<AddInfo>", "<AddInfo>" + "<a>".repeat(50)), SMALL))
                .contains(EnvelopeCode.ENVELOPE_OUT_OF_BOUNDS);
        assertThat(codes(VECTOR.replace("<CopMsgId>", "<CopMsgId>" + "x".repeat(3000)), SMALL))
                .containsExactly(EnvelopeCode.ENVELOPE_OUT_OF_BOUNDS);
        assertThat(codes(VECTOR.replace("<AddInfo>", "<AddInfo a='' b='' c='' d='' e='' f='' g=''>"), SMALL))
                .containsExactly(EnvelopeCode.ENVELOPE_OUT_OF_BOUNDS);
        assertThat(codes(data(4097), SMALL)).containsExactly(EnvelopeCode.ENVELOPE_TOO_LARGE);
        assertThat(DxpEnvelope.open(Bytes.utf8(data(4096)), SMALL)).isInstanceOf(Opened.Message.class);
        assertThat(codes(data(400_000), SMALL)).containsExactly(EnvelopeCode.ENVELOPE_TOO_LARGE);
        assertThat(codes(VECTOR.replace("<AddInfo>", "<AddInfo>" + "<a/>".repeat(50)), SMALL))
                .hasSize(SMALL.maxFindings());
    }

    @Test
    void anEnvelopeWithoutDataSaysNothing() {
        assertThat(codes(VECTOR.replaceAll("<Data>[^<]*", "<Data> \n"))).containsExactly(EnvelopeCode.ENVELOPE_NO_DATA);
    }

    @Test
    void dataThatHoldsAnElementIsNotJoinedAroundIt() {
        assertThat(codes(VECTOR.replace("PD94", "PD<x>AAAA</x>94")))
                .containsExactly(EnvelopeCode.ENVELOPE_UNKNOWN_ELEMENT);
    }

    @Test
    void tellsAnEnvelopeFromABareMessage() {
        assertThat(DxpEnvelope.isEnvelope(Bytes.utf8(VECTOR))).isTrue();
        assertThat(DxpEnvelope.isEnvelope(Bytes.utf8("<!-- <a> --><d:DxpMsgSv xmlns:d='x'>")))
                .isTrue();
        assertThat(DxpEnvelope.isEnvelope(Bytes.utf8("<DxpMsgs/>"))).isFalse();
        assertThat(DxpEnvelope.isEnvelope(Bytes.utf8("<ceb:CEB311Message><DxpMsg>")))
                .isFalse();
        assertThat(DxpEnvelope.isEnvelope(Bytes.EMPTY)).isFalse();
        assertThat(DxpEnvelope.isEnvelope(Bytes.utf8("<"))).isFalse();
    }

    @Test
    void anImpossibleMessageCannotBeBuilt() {
        assertThatThrownBy(() -> DxpMessage.of("", "S", "R", TIME, "", Bytes.utf8("x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DxpMessage.of("ID", "S", "R".repeat(17), TIME, "", Bytes.utf8("x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DxpMessage.of("ID\u0001", "S", "R", TIME, "", Bytes.utf8("x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DxpMessage.of("ID", "S", "R", TIME, "", Bytes.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TransInfo("ID", "S", List.of(), TIME, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String data(int size) {
        return VECTOR.replaceAll(
                "<Data>[^<]*", "<Data>" + Base64.getMimeEncoder().encodeToString(new byte[size]));
    }

    private static String transport(String inner) {
        return "<DxpMsgSv xmlns=\"http://www.chinaport.gov.cn/dxp\" ver=\"1.0\"><SvNo Ver=\"1.0\">"
                + "<MsgId>00000002201906281054520057087669</MsgId><SendTime>2019-06-28T10:54:52Z</SendTime>"
                + "<EndNode>46000002</EndNode><StaNode>00000002</StaNode></SvNo>" + inner + "</DxpMsgSv>";
    }

    private static Arguments breach(EnvelopeCode code, String envelope, String path) {
        return Arguments.of(code, envelope, path);
    }

    private static Arguments breach(String from, String to, EnvelopeCode code, String path) {
        assertThat(VECTOR).contains(from);
        return Arguments.of(code, VECTOR.replace(from, to), "/DxpMsg" + path);
    }

    private static DxpMessage opened(String envelope) {
        return switch (DxpEnvelope.open(Bytes.utf8(envelope))) {
            case Opened.Message(var message) -> message;
            case Opened.Malformed(var findings) -> throw new AssertionError(findings.toString());
        };
    }

    private static List<Finding> findings(String envelope) {
        return ((Opened.Malformed) DxpEnvelope.open(Bytes.utf8(envelope))).findings();
    }

    private static List<FindingCode> codes(String envelope) {
        return codes(envelope, Limits.STANDARD);
    }

    private static List<FindingCode> codes(String envelope, Limits limits) {
        return ((Opened.Malformed) DxpEnvelope.open(Bytes.utf8(envelope), limits))
                .findings().stream().map(Finding::code).toList();
    }
}
