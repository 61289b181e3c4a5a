package io.kouan.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =cmd|' /C calc'!A0"})
    void whatWouldStartAFormulaIsText(String text) {
        assertThat(Csv.cell(text)).startsWith("\"'");
    }

    @Test
    void quotesCommasAndLinesStayInsideTheirCell() {
        assertThat(Csv.line(List.of("a,b", "say \"no\"", "two\nlines", "")))
                .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\"\"\r\n");
    }
}
