package io.kouan.platform.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.content.Body.Kind;
import io.kouan.platform.content.Body.Span;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BodyTest {

    @Test
    void headingsListsParagraphsAndBoldAreTakenApart() {
        var blocks = Body.of("## 安排\n第一行\n第二行\n\n- 甲\n- **乙**\n尾").blocks();

        assertThat(blocks)
                .extracting(Body.Block::kind)
                .containsExactly(Kind.HEADING, Kind.PARAGRAPH, Kind.LIST, Kind.PARAGRAPH);
        assertThat(blocks.get(1).lines()).hasSize(2);
        assertThat(blocks.get(2).lines().get(1)).containsExactly(new Span("乙", true));
    }

    @Test
    void aPairOfAsterisksWithoutItsPartnerIsText() {
        assertThat(Body.of("a ** b").blocks().getFirst().lines().getFirst())
                .containsExactly(new Span("a ", false), new Span("** b", false));
    }

    @Test
    void markupIsTextLikeAnyOther() {
        assertThat(Body.of("<script>alert(1)</script>").blocks().getFirst().lines())
                .isEqualTo(List.of(List.of(new Span("<script>alert(1)</script>", false))));
    }

    @Property(tries = 300)
    void nothingThatWasTypedIsLostButItsMarks(@ForAll String text) {
        var letters = new StringBuilder();
        Body.of(text)
                .blocks()
                .forEach(block -> block.lines().forEach(line -> line.forEach(span -> letters.append(span.text()))));

        assertThat(onlyLetters(letters.toString())).isEqualTo(onlyLetters(text));
    }

    private static String onlyLetters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
