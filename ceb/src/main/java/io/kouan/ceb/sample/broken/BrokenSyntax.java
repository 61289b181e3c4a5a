package io.kouan.ceb.sample.broken;

import static io.kouan.ceb.sample.broken.Draft.fill;
import static io.kouan.ceb.sample.broken.Draft.plus;
import static io.kouan.ceb.sample.broken.Draft.remove;
import static io.kouan.ceb.sample.broken.Draft.swap;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Entity;
import io.kouan.ceb.message.SyntaxCode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Signed messages that break the schema (CEB-2001 and on). */
final class BrokenSyntax {

    private static final String LAST_OF_HEAD = "</ceb:consigneeDistrict>";

    private final Material material;

    BrokenSyntax(Material material) {
        this.material = material;
    }

    void into(Map<String, Supplier<Bytes>> all) {
        order(all, SyntaxCode.UNKNOWN_ELEMENT, swap(LAST_OF_HEAD, LAST_OF_HEAD + "<ceb:colour>red</ceb:colour>"));
        order(
                all,
                SyntaxCode.WRONG_NAMESPACE,
                swap(LAST_OF_HEAD, LAST_OF_HEAD + "<note xmlns=\"http://www.chinaport.gov.cn/dec\">x</note>"));
        order(all, SyntaxCode.OUT_OF_ORDER, BrokenSyntax::orderTypeBehindOrderNo);
        order(all, SyntaxCode.MISSING_ELEMENT, remove("ceb:orderNo"));
        order(all, SyntaxCode.TOO_MANY, swap("<ceb:orderType>", "<ceb:orderType>I</ceb:orderType><ceb:orderType>"));
        BrokenSamples.put(all, SyntaxCode.TOO_MANY_DOCUMENTS, _ -> documents(101));
        BrokenSamples.put(all, SyntaxCode.TOO_MANY_LINES, _ -> lines(100));
        order(all, SyntaxCode.TEXT_NOT_ALLOWED, swap("<ceb:OrderHead>", "<ceb:OrderHead>order"));
        order(
                all,
                SyntaxCode.ELEMENT_NOT_ALLOWED,
                swap(LAST_OF_HEAD, LAST_OF_HEAD + "<ceb:note>a <b>gift</b></ceb:note>"));
        order(all, SyntaxCode.UNKNOWN_ATTRIBUTE, swap("<ceb:OrderHead>", "<ceb:OrderHead id=\"1\">"));
        order(all, SyntaxCode.MISSING_ATTRIBUTE, swap(" version=\"1.0\">", ">"));
        order(
                all,
                SyntaxCode.TOO_SHORT,
                text -> fill("ceb:guid", guid(text).substring(0, 35)).apply(text));
        order(all, SyntaxCode.TOO_LONG, fill("ceb:orderNo", "SBX" + "7".repeat(60)));
        // numbers whose value is right all the same, so that no rule about amounts has anything to add
        order(all, SyntaxCode.NOT_A_WHOLE_NUMBER, fill("ceb:gnum", "1.0"));
        order(all, SyntaxCode.NOT_A_DECIMAL, fill("ceb:freight", "1E1"));
        waybill(all, SyntaxCode.TOO_MANY_DIGITS, fill("ceb:weight", "123456789012345.67891"));
        waybill(all, SyntaxCode.TOO_MANY_FRACTION_DIGITS, fill("ceb:weight", "0.123456"));
        order(all, SyntaxCode.NOT_THE_FIXED_VALUE, fill("ceb:currency", "502"));
        BrokenSamples.put(
                all,
                SyntaxCode.SIGNATURE_MISSING,
                code -> material.direct(code, "CEB621").unsigned(UnaryOperator.identity()));
    }

    private void order(Map<String, Supplier<Bytes>> all, SyntaxCode code, UnaryOperator<String> edit) {
        BrokenSamples.put(all, code, _ -> material.direct(code, "CEB311").signed(edit));
    }

    private void waybill(Map<String, Supplier<Bytes>> all, SyntaxCode code, UnaryOperator<String> edit) {
        BrokenSamples.put(all, code, _ -> material.direct(code, "CEB511").signed(edit));
    }

    private static String orderTypeBehindOrderNo(String text) {
        var type = Draft.whole("ceb:orderType", text);
        return swap("</ceb:orderNo>", "</ceb:orderNo>" + type)
                .apply(swap(type, "").apply(text));
    }

    private static String guid(String text) {
        return text.substring(text.indexOf("<ceb:guid>") + "<ceb:guid>".length(), text.indexOf("</ceb:guid>"));
    }

    private Bytes documents(int count) {
        var code = SyntaxCode.TOO_MANY_DOCUMENTS;
        return material.direct(code, "CEB311")
                .with(IntStream.range(0, count)
                        .mapToObj(i -> material.further(code, "CEB311", i).document())
                        .toList())
                .signed();
    }

    /** That many things at one yuan. */
    private Bytes lines(int count) {
        var draft = material.direct(SyntaxCode.TOO_MANY_LINES, "CEB311");
        var first = draft.document().lines().getFirst();
        var goods = new BigDecimal(draft.document().head().text("goodsValue"));
        var difference = BigDecimal.valueOf(count).subtract(goods).toPlainString();
        return draft.lines(IntStream.rangeClosed(1, count)
                        .mapToObj(i -> oneYuan(first, i))
                        .toList())
                .head(head -> head.edit()
                        .set("goodsValue", String.valueOf(count))
                        .set("acturalPaid", plus(head, "acturalPaid", difference)))
                .signed();
    }

    private static Entity oneYuan(Entity line, int number) {
        return line.edit()
                .set("gnum", String.valueOf(number))
                .set("qty", "1")
                .set("price", "1")
                .set("totalPrice", "1")
                .build();
    }
}
