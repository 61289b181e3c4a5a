package io.kouan.ceb.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingSourcesTest {

    @Test
    void everySourceIsSaidInBothLanguages() {
        for (FindingText text : FindingTexts.all()) {
            assertThat(FindingSources.in(Language.EN, text.source()))
                    .as(text.source())
                    .matches("[\\p{ASCII}]+|.*[一二三四五六七八九十]\\.[0-9.]+ \\(.*");
            assertThat(FindingSources.in(Language.ZH, text.source()))
                    .as(text.source())
                    .doesNotContain("section", "decision", "announcement", "; ");
        }
    }

    @Test
    void aStandardKeepsItsNameAndACodeStandsBeside() {
        assertThat(FindingSources.in(Language.EN, "decision 3; RFC 5652; GM/T 0010"))
                .isEqualTo("Decision 3; RFC 5652; GM/T 0010");
        assertThat(FindingSources.in(Language.ZH, "接入手册 S9, ERR_NOT_ENCRYPTED; decision 3"))
                .isEqualTo("接入手册 S9（ERR_NOT_ENCRYPTED）；设计决定 3");
    }
}
