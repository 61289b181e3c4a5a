package io.kouan.ceb.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked examples of the rules, section 22. */
class ImportTaxTest {

    private static final BigDecimal VAT = new BigDecimal("0.13");
    private static final BigDecimal NONE = BigDecimal.ZERO;

    @Test
    void example1BondedOneLine() {
        var dutiable = ImportTax.dutiable(List.of(new BigDecimal("200")), new BigDecimal("10"));

        assertThat(dutiable.getFirst()).isEqualByComparingTo("210");
        assertThat(ImportTax.line(dutiable.getFirst(), VAT, NONE).total()).isEqualByComparingTo("19.11");
    }

    @Test
    void example2FreightIsSharedByPrice() {
        var dutiable = ImportTax.dutiable(List.of(new BigDecimal("300"), new BigDecimal("100")), new BigDecimal("20"));

        assertThat(dutiable.get(0)).isEqualByComparingTo("315");
        assertThat(dutiable.get(1)).isEqualByComparingTo("105");
        assertThat(ImportTax.line(dutiable.get(0), VAT, NONE).total()).isEqualByComparingTo("28.665");
        assertThat(ImportTax.line(dutiable.get(1), VAT, NONE).total()).isEqualByComparingTo("9.555");
    }

    @Test
    void example3HighEndCream() {
        var tax = ImportTax.line(new BigDecimal("600"), VAT, new BigDecimal("0.15"));

        assertThat(tax.consumption()).isEqualByComparingTo("74.11765");
        assertThat(tax.vat()).isEqualByComparingTo("64.23529");
        assertThat(tax.total()).isEqualByComparingTo("138.35294");
    }

    @Test
    void example5Wine() {
        assertThat(ImportTax.line(new BigDecimal("100"), VAT, new BigDecimal("0.10"))
                        .total())
                .isEqualByComparingTo("17.88889");
    }

    @Test
    void sharesAddUpExactlyEvenWhereTheyDoNotDivide() {
        var dutiable = ImportTax.dutiable(
                List.of(new BigDecimal("1"), new BigDecimal("1"), new BigDecimal("1")), new BigDecimal("10"));

        assertThat(dutiable.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("13");
    }
}
