package io.kouan.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Language;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final Texts zh = new Texts(Language.ZH);
    private final Texts en = new Texts(Language.EN);

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(en.bundle().keySet())
                .containsExactlyInAnyOrderElementsOf(zh.bundle().keySet());
    }

    @Test
    void noTextHoldsAnApostropheThatWouldSwallowItsValues() {
        for (var texts : new Texts[] {zh, en}) {
            for (String key : texts.bundle().keySet()) {
                assertThat(texts.bundle().getString(key)).as(key).doesNotContain("'");
            }
        }
    }

    @Test
    void bothLanguagesFillInTheSameValues() {
        for (String key : zh.bundle().keySet()) {
            for (int value = 0; value < 9; value++) {
                var hole = "{" + value;
                assertThat(en.bundle().getString(key).contains(hole))
                        .as(key + " " + hole)
                        .isEqualTo(zh.bundle().getString(key).contains(hole));
            }
        }
    }

    @Test
    void theLanguageIsTheChosenOneElseThatOfTheTerminal() {
        assertThat(Texts.language(new String[] {"up", "--lang", "zh"}, "en", "en_US.UTF-8"))
                .isEqualTo(Language.ZH);
        assertThat(Texts.language(new String[] {"up", "--lang=en"}, "", "zh_CN.UTF-8"))
                .isEqualTo(Language.EN);
        assertThat(Texts.language(new String[] {"up"}, "en", "zh_CN.UTF-8")).isEqualTo(Language.EN);
        assertThat(Texts.language(new String[] {"up"}, "", "zh_CN.UTF-8")).isEqualTo(Language.ZH);
    }
}
