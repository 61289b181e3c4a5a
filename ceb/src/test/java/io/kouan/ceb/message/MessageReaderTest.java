package io.kouan.ceb.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.spec.SpecFile;
import java.security.MessageDigest;
import java.util.Base64;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Test;

class MessageReaderTest {

    private final MessageReader reader = new MessageReader(Limits.STANDARD);

    @Test
    void readsTheUnsignedVectorAndDigestsItsCanonicalForm() throws Exception {
        var read = read("vectors/ceb513-unsigned.xml");

        assertThat(read.findings()).isEmpty();
        assertThat(base64(MessageDigest.getInstance("SHA-1")
                        .digest(read.canonical().array())))
                .isEqualTo("9KI6H0kQjCz7LETWcqpNwR79qlM=");
        assertThat(base64(sm3(read.canonical()))).isEqualTo("5wMlUv8gFIEX4+jWOj6BNcOT6f9SLxOxYdhxT/sLXaw=");
        var document = read.message().documents().getFirst();
        assertThat(document.head().text("logisticsNo")).isEqualTo("ZHYL202603010001");
        assertThat(document.head().place("logisticsNo").line()).isEqualTo(9);
        assertThat(document.head().place("logisticsNo").column()).isEqualTo(1);
        assertThat(read.message().transfer().orElseThrow().text("dxpId")).isEqualTo("DXPENT0000009903");
    }

    @Test
    void leavesTheSignatureOutOfTheDigestAndKeepsSignedInfoInItsPlace() {
        var read = read("vectors/ceb513-sm2-signed.xml");

        assertThat(base64(sm3(read.canonical()))).isEqualTo("5wMlUv8gFIEX4+jWOj6BNcOT6f9SLxOxYdhxT/sLXaw=");
        var signature = read.signature().orElseThrow();
        assertThat(signature.objections()).isEmpty();
        assertThat(signature.signedInfo())
                .isEqualTo(Bytes.of(new SpecFile("vectors/ceb513-sm2-signedinfo.c14n.xml").bytes()));
        assertThat(signature.keyName()).contains("0300000000000099");
        assertThat(signature.value().size()).isEqualTo(64);
    }

    @Test
    void countsColumnsInCharactersNotBytes() {
        var read = (Reading.Read) reader.read(Bytes.utf8("""
                <CEB513Message xmlns="http://www.chinaport.gov.cn/ceb" guid="7F3B0C52-6A1D-4E88-9B40-2D5C1E0A9F11" version="1.0">
                <LogisticsStatus><logisticsName>珠海</logisticsName><nonsense/></LogisticsStatus></CEB513Message>"""));

        var unknown = read.findings().stream()
                .filter(finding -> finding.code() == SyntaxCode.UNKNOWN_ELEMENT)
                .findFirst()
                .orElseThrow();
        assertThat(unknown.place().line()).isEqualTo(2);
        assertThat(unknown.place().column())
                .isEqualTo(1 + "<LogisticsStatus><logisticsName>珠海</logisticsName>".length());
    }

    @Test
    void refusesWhatIsNoMessageWithoutThrowing() {
        assertThat(codes("")).containsExactly("EMPTY_INPUT");
        assertThat(codes("hello")).containsExactly("NOT_WELL_FORMED");
        assertThat(codes("<a/>")).containsExactly("UNKNOWN_MESSAGE_TYPE");
        assertThat(codes("<CEB311Message/>")).containsExactly("WRONG_ROOT_NAMESPACE");
        assertThat(codes("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")).containsExactly("DTD_FORBIDDEN");
        assertThat(codes("<?xml version='1.0' encoding='GBK'?><a/>")).containsExactly("NOT_UTF8");
        assertThat(codes("<a>" + "<b>".repeat(20))).containsExactly("UNKNOWN_MESSAGE_TYPE");
    }

    @Test
    void joinsTextThatACommentCutsSoThatWhatWasDigestedIsWhatIsProcessed() {
        var text = new SpecFile("vectors/ceb513-unsigned.xml").text();
        var cut = text.replace("ZHYL202603010001", "ZHYL2026<!-- x -->03010001");

        var read = (Reading.Read) reader.read(Bytes.utf8(cut));

        assertThat(read.message().documents().getFirst().head().text("logisticsNo"))
                .isEqualTo("ZHYL202603010001");
        assertThat(read.canonical())
                .isEqualTo(read("vectors/ceb513-unsigned.xml").canonical());
    }

    private Reading.Read read(String vector) {
        return (Reading.Read) reader.read(Bytes.of(new SpecFile(vector).bytes()));
    }

    private java.util.List<String> codes(String text) {
        return reader.read(Bytes.utf8(text)).findings().stream()
                .map(Finding::code)
                .map(code -> code.name())
                .toList();
    }

    private static byte[] sm3(Bytes bytes) {
        var digest = new SM3Digest();
        digest.update(bytes.array(), 0, bytes.size());
        var out = new byte[32];
        digest.doFinal(out, 0);
        return out;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
