package io.kouan.platform.portal.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Place;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ReadableXmlTest {

    @Property(tries = 2000)
    void tokensInARowGiveTheTextAgain(
            @ForAll
                    @StringLength(max = 60)
                    @Chars({'<', '>', '/', '!', '-', '?', '"', '\'', '=', '[', ']', 'C', 'D', 'A', 'T', '\n', ' '})
                    @CharRange(from = 'a', to = 'c')
                    String text) {
        assertThat(Tokens.of(text).stream().map(Token::text).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(ReadableXml.of(text, List.of(new Place(1, 1, "/")), true, 1, 100))
                .isNotNull();
    }

    @Test
    void aMessageOnOneLineIsLaidOutOneElementALine() {
        var xml = ReadableXml.of("<a><b x=\"1\">t</b><c/></a>", List.of(), false, 1, 100);

        assertThat(xml.lines().stream().map(ReadableXmlTest::text))
                .containsExactly("<a>", "<b x=\"1\">t</b>", "<c/>", "</a>");
        assertThat(xml.lines().stream().map(XmlLine::depth)).containsExactly(0, 1, 1, 0);
    }

    @Test
    void aFindingIsPinnedToTheLineOfItsElementWhereverItStoodInTheOriginal() {
        var oneLine = "<a><b>1</b><c>2</c></a>";
        var indented = "<a>\n  <b>1</b>\n  <c>2</c>\n</a>";

        assertThat(ReadableXml.of(oneLine, List.of(new Place(1, 12, "/a/c")), false, 1, 9)
                        .pins())
                .containsExactly(3);
        assertThat(ReadableXml.of(indented, List.of(new Place(3, 3, "/a/c")), false, 1, 9)
                        .pins())
                .containsExactly(3);
        assertThat(ReadableXml.of(oneLine, List.of(Place.WHOLE), false, 1, 9).pins())
                .containsExactly(0);
    }

    @Test
    void personalDataAreMaskedWhereverTheyHide() {
        var text = "<a><ceb:buyerName>张三丰</ceb:buyerName><buyerIdNumber><x>44010119900101123X</x></buyerIdNumber>"
                + "<buyerTelephone><![CDATA[13800138000]]></buyerTelephone><!-- 张三丰 --><orderNo>NO1</orderNo></a>";

        var shown = ReadableXml.of(text, List.of(), true, 1, 100).lines().stream()
                .map(ReadableXmlTest::text)
                .collect(Collectors.joining());

        assertThat(shown).contains("NO1", "张**").doesNotContain("张三丰", "44010119900101123X", "13800138000");
    }

    @Test
    void whatIsNeverClosedStaysMaskedToTheEnd() {
        var shown = ReadableXml.of("<buyerName>张三<orderNo>secret</orderNo>", List.of(), true, 1, 100).lines().stream()
                .map(ReadableXmlTest::text)
                .collect(Collectors.joining());

        assertThat(shown).doesNotContain("secret");
    }

    @Test
    void aWindowShowsItsLinesOnly() {
        var xml = ReadableXml.of("<a>" + "<b/>".repeat(50) + "</a>", List.of(), false, 11, 10);

        assertThat(xml.lines()).hasSize(10);
        assertThat(xml.lines().getFirst().number()).isEqualTo(11);
        assertThat(xml.hasEarlier()).isTrue();
        assertThat(xml.hasMore()).isTrue();
        assertThat(xml.total()).isEqualTo(52);
    }

    private static String text(XmlLine line) {
        return line.spans().stream().map(Span::text).collect(Collectors.joining());
    }
}
