package io.kouan.ceb.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.finding.Finding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that is made to keep the reader busy, to fill its memory, or to be read in two ways. Without bounds it would hang. */
class HostileInputTest {

    private static final int MANY = 500_000;

    private final MessageReader reader = new MessageReader(Limits.STANDARD);

    static Stream<Arguments> floods() {
        return Stream.of(
                Arguments.of("attributes", root(repeat(" a%x=''"), ""), "TOO_MANY_ATTRIBUTES"),
                Arguments.of("attributes behind >", root(" q='>'" + repeat(" a%x='>'"), ""), "TOO_MANY_ATTRIBUTES"),
                Arguments.of("namespaces", root(repeat(" xmlns:a%x='urn:a'"), ""), "TOO_MANY_ATTRIBUTES"),
                Arguments.of("a tag without end", root(repeat(" a%x=''"), "").replace(">", ""), "TOO_MANY_ATTRIBUTES"),
                Arguments.of("element names", root("", repeat("<a%x/>")), "TOO_MANY_NAMES"),
                Arguments.of("names in a signature", root("", signature(repeat("<a%x/>"))), "TOO_MANY_NAMES"),
                Arguments.of("attribute names", root("", repeat("<b a%x=''/>")), "TOO_MANY_NAMES"),
                Arguments.of("prefixes", root("", repeat("<b xmlns:a%x='urn:a'/>")), "TOO_MANY_NAMES"),
                Arguments.of("namespace names", root("", repeat("<b xmlns='urn:a%x'/>")), "TOO_MANY_NAMES"),
                Arguments.of("instructions", root("", repeat("<?a%x?>")), "TOO_MANY_NAMES"),
                Arguments.of("instructions in front", repeat("<?a%x?>"), "TOO_MANY_NAMES"),
                Arguments.of("depth", root("", "<a>".repeat(MANY)), "TOO_DEEP"),
                Arguments.of("a long text", root("", "x".repeat(2_000_000)), "TEXT_TOO_LONG"),
                Arguments.of("a long text in pieces", root("", "xyz&amp;".repeat(MANY)), "TEXT_TOO_LONG"),
                Arguments.of("a long text in sections", root("", "<![CDATA[x]]>".repeat(1_100_000)), "TEXT_TOO_LONG"),
                Arguments.of("a long attribute", root(" b='" + "x".repeat(2_000_000) + "'", ""), "TEXT_TOO_LONG"),
                Arguments.of("a long instruction", root("", "<?a " + "x".repeat(2_000_000) + "?>"), "TEXT_TOO_LONG"),
                Arguments.of("a long name", root("", "<" + "a".repeat(2_000_000) + "/>"), "NAME_TOO_LONG"),
                Arguments.of("too many bytes", root("", " ".repeat(21_000_000)), "TOO_LARGE"),
                Arguments.of("entities", bomb(), "DTD_FORBIDDEN"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("floods")
    void isRefusedAtABound(String what, String text, String code) {
        var reading = reader.read(Bytes.utf8(text));

        assertThat(reading).as(what).isInstanceOf(Reading.Unreadable.class);
        assertThat(reading.findings().getFirst().code().name()).isEqualTo(code);
    }

    @Test
    void readsOnBeyondTheMostFindingsAndKeepsThemShort() {
        var name = "b".repeat(200);
        var text = root("", ("<" + name + "/>").repeat(20_000));

        var read = (Reading.Read) reader.read(Bytes.utf8(text));

        assertThat(read.findings()).hasSize(Limits.STANDARD.maxFindings());
        assertThat(read.findings()).allSatisfy(finding -> {
            assertThat(finding.place().path()).hasSizeLessThanOrEqualTo(300);
            assertThat(finding.values().values())
                    .allSatisfy(value -> assertThat(value).hasSizeLessThanOrEqualTo(120));
        });
        assertThat(read.canonical().utf8()).endsWith("</" + name + "></CEB513Message>");
    }

    @Test
    void keepsTheSignatureShapeShortHoweverOftenItRepeats() {
        var text = root("", signature("<SignedInfo/>".repeat(MANY)));

        var read = (Reading.Read) reader.read(Bytes.utf8(text));

        assertThat(read.signature().orElseThrow().objections())
                .extracting(finding -> finding.code().name())
                .containsOnly("REPEATED_PART")
                .hasSize(10);
    }

    @Test
    void readsHonestMessagesAfterAFloodOfNames() {
        for (int i = 0; i < 5; i++) {
            reader.read(Bytes.utf8(root("", repeat("<c" + i + "a%x/>"))));
        }
        var message = new GeneratedMessages(7).message(Catalogue.standard().type("CEB513"));

        var read = (Reading.Read) reader.read(MessageWriter.write(message));

        assertThat(read.message()).isEqualTo(message);
    }

    static Stream<Arguments> twoReadings() {
        return Stream.of(
                Arguments.of(
                        "NUL in a name, which the parser cannot tell from nothing", "<a\0a></aa>", "NOT_WELL_FORMED"),
                Arguments.of("no character", "<a b='\uFFFE'/>", "NOT_WELL_FORMED"),
                Arguments.of("a control character", "\u0001", "NOT_WELL_FORMED"),
                Arguments.of("half a pair", "&#xD83D;", "NOT_WELL_FORMED"),
                Arguments.of("a prefix taken back", "<a xmlns:b=''/>", "NOT_WELL_FORMED"),
                Arguments.of("a prefix that is none", "<a b='>' xmlns:='urn:a'/>", "NOT_WELL_FORMED"),
                Arguments.of("a digit for a prefix", "<a xmlns:1='urn:a'/>", "NOT_WELL_FORMED"),
                Arguments.of("a line end in a namespace", "<a xmlns='urn:\na'/>", "NOT_WELL_FORMED"),
                Arguments.of("a name that is none", "<a xmlns:p='urn:a' p:-b=''/>", "NOT_WELL_FORMED"),
                Arguments.of("an empty name", "<a xmlns:p='urn:a'><p:></p:></a>", "NOT_WELL_FORMED"),
                Arguments.of("a target with a colon", "<?long:p a?>", "NOT_WELL_FORMED"),
                Arguments.of("a target that ends in a colon", "<?p: a?>", "NOT_WELL_FORMED"),
                Arguments.of(
                        "an attribute twice by two prefixes",
                        "<a xmlns:p='u:a' xmlns:q='u:a' p:b='' q:b=''/>",
                        "NOT_WELL_FORMED"),
                Arguments.of("an entity", "&nbsp;", "ENTITY_FORBIDDEN"),
                Arguments.of("an entity in an attribute", "<a b='&nbsp;'/>", "ENTITY_FORBIDDEN"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("twoReadings")
    void isRefusedWhereParsersDisagree(String what, String inside, String code) {
        assertThat(codes(Bytes.utf8(root("", inside)))).as(what).startsWith(code);
    }

    @Test
    void isRefusedInAnyOtherEncodingOrVersion() {
        var plain = root("", "");
        for (var charset : List.of("UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE", "GBK")) {
            var text = "<?xml version='1.0' encoding='" + charset + "'?>" + plain;
            assertThat(codes(Bytes.of(text.getBytes(Charset.forName(charset)))))
                    .as(charset)
                    .containsExactly("NOT_UTF8");
        }
        assertThat(codes(Bytes.of(plain.getBytes(StandardCharsets.UTF_16LE)))).containsExactly("NOT_UTF8");
        assertThat(codes(Bytes.utf8("<?xml version='1.0'" + " ".repeat(300) + "encoding='GBK'?>" + plain)))
                .containsExactly("NOT_UTF8");
        assertThat(codes(Bytes.utf8("<?xml version='1.1'?>" + plain))).containsExactly("NOT_WELL_FORMED");
    }

    @Test
    void namesThePlaceWhereTheTextStopsBeingXml() {
        var reading = reader.read(Bytes.utf8(root("", "\n\n  珠海<a>&</a>")));

        assertThat(reading.findings().getFirst().place().line()).isEqualTo(3);
        assertThat(reading.findings().getFirst().place().column()).isBetween(8, 10);
    }

    private List<String> codes(Bytes bytes) {
        return reader.read(bytes).findings().stream()
                .map(Finding::code)
                .map(code -> code.name())
                .toList();
    }

    private static String root(String attributes, String inside) {
        return "<CEB513Message xmlns='" + Catalogue.CEB_NAMESPACE
                + "' guid='7F3B0C52-6A1D-4E88-9B40-2D5C1E0A9F11' version='1.0'" + attributes + ">" + inside
                + "</CEB513Message>";
    }

    private static String signature(String inside) {
        return "<Signature xmlns='" + Catalogue.DS_NAMESPACE + "'>" + inside + "</Signature>";
    }

    private static String repeat(String format) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> format.replace("%x", Integer.toHexString(i)))
                .collect(Collectors.joining());
    }

    private static String bomb() {
        return "<!DOCTYPE a [<!ENTITY a 'a'>"
                + IntStream.range(1, 30)
                        .mapToObj(i -> "<!ENTITY a" + i + " '" + ("&a" + (i > 1 ? i - 1 : "") + ";").repeat(10) + "'>")
                        .collect(Collectors.joining())
                + "]>" + root("", "&a29;");
    }
}
