package io.kouan.ceb.catalogue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.ChosenPort;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All code tables of the specification, read once when first asked for. */
public final class CodeTables {

    private static final Map<String, CodeTable> LOADED = new ConcurrentHashMap<>();

    private CodeTables() {}

    /**
     * The table of that name.
     *
     * @param name file name without ending, for example {@code customs-district}
     */
    public static CodeTable named(String name) {
        return LOADED.computeIfAbsent(name, CodeTables::load);
    }

    static CodeTable inline(String field, SpecNode codes) {
        var rows = new LinkedHashMap<String, CodeTable.Code>();
        codes.map()
                .forEach((code, text) -> rows.put(code, new CodeTable.Code(code, text.text(), text.text(), Map.of())));
        return new CodeTable(field, Collections.unmodifiableMap(rows));
    }

    private static CodeTable load(String name) {
        var file = new SpecFile("codes/" + name + ".csv");
        var rows = new LinkedHashMap<String, CodeTable.Code>();
        CsvReader.builder().ofNamedCsvRecord(file.text()).forEach(row -> {
            var code = code(row);
            var first = rows.putIfAbsent(code.code(), code);
            if (first != null) {
                rows.put(code.code(), again(file, name, first, code));
            }
        });
        if (name.equals("customs-district")) {
            offices().forEach(rows::putIfAbsent);
        }
        if (rows.isEmpty()) {
            throw new BadSpecification(file.path(), "the table is empty");
        }
        return new CodeTable(name, Collections.unmodifiableMap(rows));
    }

    /** The port's own offices are districts, also where the port is invented and the national table does not know them. */
    private static Map<String, CodeTable.Code> offices() {
        var offices = new LinkedHashMap<String, CodeTable.Code>();
        for (SpecNode office :
                new SpecFile("ports/" + ChosenPort.id() + ".yaml").yaml().list("customs_offices")) {
            var code = office.text("code");
            offices.put(code, new CodeTable.Code(code, office.text("zh"), office.text("en"), Map.of()));
        }
        return offices;
    }

    /** What the official lists themselves print twice; anywhere else a repeated code is a slip of ours. */
    private static CodeTable.Code again(SpecFile file, String table, CodeTable.Code first, CodeTable.Code second) {
        return switch (table) {
            // a place that lies in two countries' lists; the first name is kept
            case "port" -> first;
            // one number, two meanings: both are told
            case "ceb-error" ->
                new CodeTable.Code(
                        first.code(),
                        first.nameZh() + " / " + second.nameZh(),
                        first.nameEn() + " / " + second.nameEn(),
                        first.extra());
            default -> throw new BadSpecification(file.path(), "code " + first.code() + " stands twice");
        };
    }

    private static CodeTable.Code code(NamedCsvRecord row) {
        var extra = new LinkedHashMap<>(row.getFieldsAsMap());
        extra.keySet().removeAll(java.util.List.of("code", "name_zh", "name_en"));
        return new CodeTable.Code(
                row.getField("code"), row.getField("name_zh"), row.getField("name_en"), Map.copyOf(extra));
    }
}
