package io.kouan.ceb.sample.broken;

import static io.kouan.ceb.sample.broken.Draft.swap;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.ReadingCode;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bytes that cannot be read as a CEB message at all (CEB-1001 and on). */
final class BrokenXml {

    private static final String NOTE = "</ceb:consigneeDistrict>";

    private final Material material;

    BrokenXml(Material material) {
        this.material = material;
    }

    void into(Map<String, Supplier<Bytes>> all) {
        put(all, ReadingCode.EMPTY_INPUT, _ -> Bytes.EMPTY);
        put(all, ReadingCode.TOO_LARGE, code -> padded(code, Limits.STANDARD.maxBytes() + 1));
        put(all, ReadingCode.NOT_WELL_FORMED, code -> text(code, swap("</ceb:orderNo>", "&</ceb:orderNo>")));
        put(all, ReadingCode.NOT_UTF8, code -> text(code, swap("encoding=\"UTF-8\"", "encoding=\"GBK\"")));
        put(all, ReadingCode.DTD_FORBIDDEN, code -> text(code, swap("?>\n", "?>\n<!DOCTYPE order>\n")));
        put(all, ReadingCode.ENTITY_FORBIDDEN, code -> text(code, swap("</ceb:orderNo>", "&nbsp;</ceb:orderNo>")));
        put(all, ReadingCode.TOO_DEEP, code -> text(code, extension("<a>".repeat(20) + "</a>".repeat(20))));
        put(
                all,
                ReadingCode.TEXT_TOO_LONG,
                code -> text(
                        code,
                        swap(NOTE, NOTE + "<ceb:note>" + "赠".repeat(Limits.STANDARD.maxText() + 1) + "</ceb:note>")));
        put(all, ReadingCode.TOO_MANY_ATTRIBUTES, code -> text(code, swap(" guid=", attributes() + " guid=")));
        put(
                all,
                ReadingCode.UNKNOWN_MESSAGE_TYPE,
                code -> text(code, text -> text.replace("CEB311Message", "CEB310Message")));
        put(
                all,
                ReadingCode.WRONG_ROOT_NAMESPACE,
                code -> text(code, swap(Catalogue.CEB_NAMESPACE + "\"", Catalogue.CEB_NAMESPACE + "/\"")));
        put(
                all,
                ReadingCode.NAME_TOO_LONG,
                code -> text(code, extension("<" + "long".repeat(100) + "></" + "long".repeat(100) + ">")));
        put(all, ReadingCode.TOO_MANY_NAMES, code -> text(code, extension("<a>" + names() + "</a>")));
    }

    private void put(Map<String, Supplier<Bytes>> all, ReadingCode code, Function<ReadingCode, Bytes> sample) {
        BrokenSamples.put(all, code, _ -> sample.apply(code));
    }

    private Bytes text(ReadingCode code, UnaryOperator<String> edit) {
        return material.direct(code, "CEB311").unsigned(edit);
    }

    private Bytes padded(ReadingCode code, int size) {
        var message = material.direct(code, "CEB311").signed().array();
        var bytes = Arrays.copyOf(message, size);
        Arrays.fill(bytes, message.length, size, (byte) ' ');
        return Bytes.of(bytes);
    }

    private static UnaryOperator<String> extension(String xml) {
        return swap(
                "</ceb:CEB311Message>",
                "<ceb:ExtendMessage><ceb:name>x</ceb:name><ceb:version>1</ceb:version><ceb:Message>" + xml
                        + "</ceb:Message></ceb:ExtendMessage></ceb:CEB311Message>");
    }

    private static String attributes() {
        return IntStream.rangeClosed(0, Limits.STANDARD.maxAttributes())
                .mapToObj(i -> " a" + i + "=\"\"")
                .collect(Collectors.joining());
    }

    private static String names() {
        return IntStream.range(0, 20_000).mapToObj(i -> "<n" + i + "/>").collect(Collectors.joining());
    }
}
