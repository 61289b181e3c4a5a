package io.kouan.ceb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictReadingTest {

    private static final String INVENTORY = new SpecFile("messages/CEB621.yaml").text();
    private static final CatalogueReader READER = new CatalogueReader(new SpecFile("messages/_common.yaml").yaml());

    @Test
    void theFileItselfIsRead() {
        assertThat(READER.message(SpecText.yaml(INVENTORY)).id()).isEqualTo("CEB621");
    }

    @ParameterizedTest(name = "{0} instead of {1}")
    @CsvSource({
        "'spec_sektion: ', 'spec_section: ', spec_sektion",
        "'max: 99, x: 1}', 'max: 99}', x",
        "'requird: M', 'required: M', requird",
        "'required: X', 'required: M', 'M, C or O'",
        "'format: \"an-36\"', 'format: \"an36\"', format",
        "'type: float', 'type: string', type",
        "'date: yyyyMMddHH', 'date: yyyyMMddHHmmss', date",
        "'codes: trade-mood', 'codes: trade-mode', trade-mood",
        "'flow: sideways', 'flow: import', sideways",
        "'- name: InventoryHed', '- name: InventoryHead', InventoryHead"
    })
    void aTypingErrorStopsTheReading(String slip, String right, String named) {
        assertThat(INVENTORY).contains(right);

        assertThatThrownBy(() -> READER.message(SpecText.yaml(INVENTORY.replace(right, slip))))
                .isInstanceOf(BadSpecification.class)
                .hasMessageContaining(named);
    }
}
