package io.kouan.ceb.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.SignatureCode;
import io.kouan.ceb.spec.SpecFile;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DxpReplyTest {

    private static final String VECTOR = new SpecFile("vectors/dxprep-2001.xml").text();
    private static final LocalDate DATE = LocalDate.of(2026, 3, 1);
    private static final TransInfo ORIGINAL = new TransInfo(
            "7F3B0C52-6A1D-4E88-9B40-2D5C1E0A9F11",
            "DXPENT0000009903",
            List.of("DXPEDCCEB0000099"),
            LocalDateTime.of(2026, 3, 1, 10, 15),
            "CEB513Message");

    @Test
    void readsTheVector() {
        assertThat(DxpReply.read(Bytes.utf8(VECTOR)))
                .isEqualTo(new DxpReply.Parsed.Reply(new DxpReply(
                        "DXPENT0000009903",
                        Optional.empty(),
                        List.of(DxpReply.Response.of("2001", "指定的接收方不存在", DATE, ORIGINAL)))));
    }

    @Test
    void writesTheVectorButForItsWhiteSpace() {
        var reply = ((DxpReply.Parsed.Reply) DxpReply.read(Bytes.utf8(VECTOR))).reply();

        assertThat(reply.write().utf8().replaceAll(">\\s+<", "><"))
                .isEqualTo(VECTOR.strip().replaceAll(">\\s+<", "><"));
    }

    @Test
    void whatIsWrittenIsReadAgainUnchanged() {
        var response = new DxpReply.Response(
                Optional.of("00000002"),
                "4711",
                Optional.of(""),
                List.of(
                        new DxpReply.Result("DXPEDCCEB0000002", "2001", Optional.of("无"), Optional.empty()),
                        new DxpReply.Result("DXPEDCCEB0000003", "2002", Optional.empty(), Optional.of("<&>"))),
                DATE,
                Optional.of("备注"),
                ORIGINAL);
        var reply = new DxpReply("DXPENT0000009903", Optional.of("46000002"), List.of(response, response));

        assertThat(DxpReply.read(reply.write())).isEqualTo(new DxpReply.Parsed.Reply(reply));
    }

    @Test
    void findingsBecomeTheCodesOfTheNetwork() {
        var digest = new Finding(SignatureCode.DIGEST_DIFFERS, Place.WHOLE, Map.of("expected", "a", "found", "b"));
        var value = Finding.of(SignatureCode.VALUE_DOES_NOT_VERIFY, Place.WHOLE);
        var length = Finding.of(EnvelopeCode.ENVELOPE_LENGTH, Place.WHOLE);

        var reply = DxpReply.refusing(ORIGINAL, List.of(digest, value, value, length), DATE);

        assertThat(reply.receiverId()).isEqualTo("DXPENT0000009903");
        assertThat(reply.responses()).extracting(DxpReply.Response::code).containsExactly("1004", "1001", "0002");
        assertThat(reply.responses().getFirst().info().orElseThrow()).startsWith("签名与数据不符：");
        assertThat(DxpReply.read(reply.write())).isEqualTo(new DxpReply.Parsed.Reply(reply));
    }

    @Test
    void aBrokenAnswerIsAValueToo() {
        var broken =
                VECTOR.replace("<NoticeTime>2026-03-01</NoticeTime>", "<NoticeTime>2026-03-01T00:00:00</NoticeTime>");

        assertThat(((DxpReply.Parsed.Malformed) DxpReply.read(Bytes.utf8(broken))).findings())
                .extracting(Finding::code)
                .containsExactly(EnvelopeCode.ENVELOPE_NOT_A_TIME);
        assertThat(DxpReply.read(Bytes.EMPTY)).isInstanceOf(DxpReply.Parsed.Malformed.class);
    }

    @Test
    void textThatTheSchemaCannotHoldIsCut() {
        var response = DxpReply.Response.of("0002", "珠".repeat(400), DATE, ORIGINAL);

        assertThat(response.info().orElseThrow()).hasSize(300).endsWith("…");
        assertThatThrownBy(() -> new DxpReply("R", Optional.empty(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
