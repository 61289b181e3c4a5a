package io.kouan.ceb.catalogue;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** A code table (代码表): what a coded field may hold, in the order of its file. */
public final class CodeTable {

    private final String name;
    private final Map<String, Code> codes;

    CodeTable(String name, Map<String, Code> codes) {
        this.name = name;
        this.codes = codes;
    }

    /**
     * One row.
     *
     * @param extra the columns beyond code and names, for example {@code alpha3} of a country
     */
    public record Code(String code, String nameZh, String nameEn, Map<String, String> extra) {}

    /** The file's name without ending, or the field's name for a table that stands in the field itself. */
    public String name() {
        return name;
    }

    public boolean contains(String code) {
        return codes.containsKey(code);
    }

    public Optional<Code> find(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    public Collection<Code> all() {
        return codes.values();
    }
}
