package io.kouan.platform.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Label;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The letter to the customs office at the zone: made from the filing, complete with its three points. */
class WrittenApplicationTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.read(PortProfile.current());
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void h121theLetterHasItsThreePoints() {
        var filing = FilingDesk.customsAnswers("5791").with("name_zh", "珠海星海跨境电商有限公司");

        var letter = WrittenApplication.of(filing, CATALOGUE, NOW);

        assertThat(letter.isComplete()).isTrue();
        assertThat(letter.office().zh()).isEqualTo("拱跨工区");
        assertThat(letter.enterprise()).isEqualTo("珠海星海跨境电商有限公司");
        assertThat(letter.place()).isEqualTo("珠澳跨境工业区珠海园区");
        assertThat(letter.directions().zh()).isEqualTo("进口、出口");
        assertThat(letter.documents().zh()).isEqualTo("订单、清单");
    }

    @Test
    void aPointThatTheFilingDoesNotAnswerIsNamed() {
        var filing =
                FilingDesk.customsAnswers("5791").with("business_place", "").with("connected_documents", "");

        assertThat(WrittenApplication.of(filing, CATALOGUE, NOW).missing())
                .extracting(Label::zh)
                .containsExactly("开展业务地点", "已经实现申报对接的单据");
    }
}
