package io.kouan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.CebMessage;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.TestPort.Member;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Input that is no message, or breaks the schema. Each gets a clear answer, and nothing of it takes effect. */
class HostileInputTest {

    private final TestPort port = TestPort.shared();
    private final Member merchant = port.member(Role.MERCHANT);

    @Test
    void whatIsNoXmlIsRefusedWithItsPlace() {
        var answer = port.send(merchant, Bytes.utf8("订单一张，请查收。"));

        assertRefused(answer, 400, "CEB-1003");
        assertThat(TestPort.at(answer, "/findings/0/line")).isEqualTo("1");
        assertThat(TestPort.at(answer, "/findings/0/cure")).isNotBlank();
        assertThat(TestPort.at(answer, "/findings/0/en/cure")).isNotBlank();
    }

    @Test
    void nothingAtAllIsRefused() {
        assertRefused(port.send(merchant, Bytes.EMPTY), 400, "CEB-1001");
    }

    @Test
    void anXmlBombIsDefusedBeforeItIsExpanded() {
        var bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE b [<!ENTITY e0 \"boom\">");
        for (int i = 1; i < 12; i++) {
            bomb.append(
                    "<!ENTITY e%d \"%s\">".formatted(i, "&e%d;".formatted(i - 1).repeat(10)));
        }
        bomb.append("]><b>&e11;</b>");

        assertRefused(port.send(merchant, Bytes.utf8(bomb.toString())), 400, "CEB-1005");
    }

    @Test
    void aWrongNamespaceIsNamed() {
        var message = order().replace("http://www.chinaport.gov.cn/ceb", "http://www.chinaport.gov.cn/CEB");

        assertRefused(port.send(merchant, Bytes.utf8(message)), 400, "CEB-1011");
    }

    @Test
    void anUnknownMessageTypeIsNamed() {
        var message = order().replace("CEB311Message", "CEB999Message");

        assertRefused(port.send(merchant, Bytes.utf8(message)), 400, "CEB-1010");
    }

    @Test
    void oneHundredAndOneDocumentsAreOneTooMany() {
        var documents = IntStream.range(0, 101)
                .mapToObj(number -> TestMessages.chain().order())
                .toList();

        var answer = port.send(merchant, signed(message(documents)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(TestPort.at(answer, "/findings/0/layer")).isEqualTo("SYNTAX");
        assertNothingHappened(answer);
    }

    @Test
    void oneHundredDocumentsAreTaken() {
        var documents = IntStream.range(0, 100)
                .mapToObj(number -> TestMessages.chain().order())
                .toList();

        var answer = port.send(merchant, signed(message(documents)));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(TestPort.at(answer, "/documents")).isEqualTo("100");
    }

    @Test
    void controlCharactersAreNotXml() {
        var raw = order().replace("<ceb:consignee>", "<ceb:consignee>\u0001");
        var escaped = order().replace("<ceb:consignee>", "<ceb:consignee>&#x0;");

        assertRefused(port.send(merchant, Bytes.utf8(raw)), 400, "CEB-1003");
        assertRefused(port.send(merchant, Bytes.utf8(escaped)), 400, "CEB-1003");
    }

    @Test
    void charactersOutsideTheBasicPlaneAreOrdinaryText() {
        var chain = TestMessages.chain();
        var head = chain.order()
                .head()
                .edit()
                .set("consigneeAddress", "广东省珠海市𠮷大路８号𠀀")
                .build();

        var answer = port.send(
                merchant,
                signed(message(List.of(new Document(head, chain.order().lines())))));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(port.db()
                        .sql(
                                "select position(:text in convert_from(body, 'UTF8')) > 0 from message where position = :at")
                        .param("text", "𠮷大路８号𠀀")
                        .param("at", Long.parseLong(TestPort.at(answer, "/position")))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void anotherEncodingIsRefused() {
        var message = order().replace("encoding=\"UTF-8\"", "encoding=\"GBK\"");

        assertRefused(port.send(merchant, Bytes.utf8(message)), 400, "CEB-1004");
    }

    @Test
    void aCompressedBodyIsNotUnpacked() {
        var answer = port.exchange(port.request("/api/v1/messages", merchant.apiKey())
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString(order()))
                .build());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(TestPort.at(answer, "/code")).isEqualTo("EX-1005");
    }

    @Test
    void receiptsAreNotDeclarations() {
        var order = TestMessages.order(merchant.enterprise());
        var receipt = "<CEB312Message xmlns=\"http://www.chinaport.gov.cn/ceb\" guid=\"" + order.guid()
                + "\" version=\"1.0\"><OrderReturn><guid>" + order.guid() + "</guid><ebpCode>4404SBX001</ebpCode>"
                + "<ebcCode>4404SBX002</ebcCode><orderNo>1</orderNo><returnStatus>800</returnStatus>"
                + "<returnTime>20261123101500000</returnTime><returnInfo>放行</returnInfo></OrderReturn></CEB312Message>";

        var answer = port.send(merchant, Bytes.utf8(receipt));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertNothingHappened(answer);
    }

    private CebMessage message(List<Document> documents) {
        return TestMessages.message("CEB311", merchant.enterprise(), documents);
    }

    private Bytes signed(CebMessage message) {
        return TestMessages.signed(message, merchant.key());
    }

    private String order() {
        var text = signed(TestMessages.order(merchant.enterprise())).utf8();
        return text.startsWith("<?xml") ? text : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text;
    }

    private void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(TestPort.at(answer, "/code")).isEqualTo(code);
        assertThat(TestPort.at(answer, "/status")).isEqualTo(Integer.toString(status));
        assertNothingHappened(answer);
    }

    /** Kept once, for its owner to look at, and without effect. */
    private void assertNothingHappened(HttpResponse<String> answer) {
        var id = TestPort.at(answer, "/messageId");
        assertThat(id).isNotBlank();
        assertThat(port.count("message", "message_id = ? and verdict = 'ACCEPTED'", id))
                .isZero();
        assertThat(port.count("message", "message_id = ? and verdict = 'REFUSED'", id))
                .isPositive();
        assertThat(port.count("document", "position in (select position from message where message_id = ?)", id))
                .isZero();
    }
}
