package io.kouan.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void chineseCharactersCountTwoColumns() {
        var lines =
                new Table().row("状态", "份数").row("放行", "61").row("waiting", "7").lines();

        assertThat(lines).containsExactly("  状态     份数", "  放行       61", "  waiting     7");
    }

    @Test
    void columnsOfTextStandToTheLeft() {
        assertThat(new Table().row("a", "long").row("bbb", "x").lines()).containsExactly("  a    long", "  bbb  x");
    }
}
