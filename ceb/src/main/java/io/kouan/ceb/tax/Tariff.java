package io.kouan.ceb.tax;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.kouan.ceb.spec.SpecFile;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tariff: ten-digit codes with their statutory units and rates. The standard one is a sample, not the legal tariff. */
public final class Tariff {

    private static final Tariff SAMPLE = new Tariff(load());

    private final Map<String, Item> items;

    private Tariff(Map<String, Item> items) {
        this.items = items;
    }

    /** How consumption tax is levied. */
    public enum ConsumptionTax {
        NONE,
        AD_VALOREM,
        /** only above a price per unit, see {@link Item#condition} */
        AD_VALOREM_CONDITIONAL,
        COMPOUND,
        SPECIFIC
    }

    /**
     * One code.
     *
     * @param unit1 first statutory unit
     * @param unit2 second statutory unit, empty where there is none
     * @param vat rate of value added tax, for example 0.13
     * @param consumption rate of consumption tax where ad valorem, else 0
     */
    public record Item(
            String code,
            String nameZh,
            String nameEn,
            String unit1,
            String unit2,
            BigDecimal vat,
            ConsumptionTax kind,
            BigDecimal consumption,
            String condition) {}

    /** The sample that ships with the specification. */
    public static Tariff sample() {
        return SAMPLE;
    }

    public Optional<Item> find(String code) {
        return Optional.ofNullable(items.get(code));
    }

    private static Map<String, Item> load() {
        var items = new LinkedHashMap<String, Item>();
        CsvReader.builder()
                .ofNamedCsvRecord(new SpecFile("tariff/tariff-sample.csv").text())
                .forEach(row -> items.put(row.getField("hs_code"), item(row)));
        return items;
    }

    private static Item item(NamedCsvRecord row) {
        return new Item(
                row.getField("hs_code"),
                row.getField("name_zh"),
                row.getField("name_en"),
                row.getField("unit1"),
                row.getField("unit2"),
                decimal(row.getField("vat_rate")),
                ConsumptionTax.valueOf(row.getField("ct_type").toUpperCase(java.util.Locale.ROOT)),
                decimal(row.getField("ct_rate")),
                row.getField("ct_condition"));
    }

    private static BigDecimal decimal(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }
}
