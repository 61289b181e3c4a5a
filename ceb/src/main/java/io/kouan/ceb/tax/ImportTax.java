package io.kouan.ceb.tax;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Tax on cross-border retail imports within the limits: no duty, 70 % of VAT and consumption tax.
 * Pure arithmetic in renminbi; ad-valorem goods only.
 */
public final class ImportTax {

    private static final BigDecimal WITHIN_LIMITS = new BigDecimal("0.7");
    private static final int PLACES = 5;

    private ImportTax() {}

    /** Tax of one line, five decimals. */
    public record LineTax(BigDecimal dutiable, BigDecimal vat, BigDecimal consumption) {
        public BigDecimal total() {
            return vat.add(consumption);
        }
    }

    /**
     * Shares freight and insurance over the lines by price, so that the shares add up exactly.
     *
     * @param prices totalPrice of each line; not all zero
     * @param charges freight and insurance together
     */
    public static List<BigDecimal> dutiable(List<BigDecimal> prices, BigDecimal charges) {
        var sum = prices.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var shares = new ArrayList<BigDecimal>();
        int last = 0;
        for (int i = 0; i < prices.size(); i++) {
            shares.add(prices.get(i).add(charges.multiply(prices.get(i)).divide(sum, PLACES, RoundingMode.HALF_UP)));
            if (prices.get(i).signum() > 0) {
                last = i;
            }
        }
        var given = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        shares.set(last, shares.get(last).add(sum.add(charges).subtract(given)));
        return List.copyOf(shares);
    }

    /**
     * What is collected on one line.
     *
     * @param dutiable dutiable price of the line
     * @param vat rate of value added tax
     * @param consumption ad-valorem rate of consumption tax, 0 for none
     */
    public static LineTax line(BigDecimal dutiable, BigDecimal vat, BigDecimal consumption) {
        var full = dutiable.multiply(consumption).divide(BigDecimal.ONE.subtract(consumption), MathContext.DECIMAL64);
        var fullVat = dutiable.add(full).multiply(vat);
        return new LineTax(dutiable, collected(fullVat), collected(full));
    }

    private static BigDecimal collected(BigDecimal statutory) {
        return statutory.multiply(WITHIN_LIMITS).setScale(PLACES, RoundingMode.HALF_UP);
    }
}
