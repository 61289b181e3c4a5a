package io.kouan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Language;
import io.kouan.client.terminal.Texts;
import org.junit.jupiter.api.Test;

class BenchTextsTest {

    @Test
    void bothLanguagesHaveTheSameKeys() {
        var zh = new Texts(Language.ZH, "io.kouan.bench.texts").bundle();
        var en = new Texts(Language.EN, "io.kouan.bench.texts").bundle();

        assertThat(en.keySet()).containsExactlyInAnyOrderElementsOf(zh.keySet());
        for (String key : zh.keySet()) {
            assertThat(zh.getString(key) + en.getString(key)).as(key).doesNotContain("'");
            for (int value = 0; value < 9; value++) {
                assertThat(en.getString(key).contains("{" + value))
                        .as(key)
                        .isEqualTo(zh.getString(key).contains("{" + value));
            }
        }
    }
}
