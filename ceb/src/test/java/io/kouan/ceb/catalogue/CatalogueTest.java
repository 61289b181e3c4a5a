package io.kouan.ceb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue catalogue = Catalogue.standard();

    @Test
    void readsEveryMessageOfTheEdition() {
        assertThat(catalogue.types()).hasSize(42);
        assertThat(catalogue.types().stream()
                        .mapToInt(type -> type.body().head().fields().size()
                                + type.body()
                                        .line()
                                        .map(line -> line.fields().size())
                                        .orElse(0))
                        .sum())
                .isEqualTo(749);
    }

    @Test
    void everyReceiptThatIsNamedExists() {
        for (MessageType type : catalogue.types()) {
            type.receipt()
                    .ifPresent(receipt ->
                            assertThat(catalogue.type(receipt).answers()).contains(type.id()));
        }
    }
}
