package io.kouan.ceb.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An entity (实体): a head, a line, a receipt record, or one of the parts that all messages share. */
public final class EntityType {

    private final String name;
    private final String nameZh;
    private final String nameEn;
    private final List<FieldType> fields;
    private final Map<String, FieldType> byName;

    EntityType(String name, String nameZh, String nameEn, List<FieldType> fields) {
        this.name = name;
        this.nameZh = nameZh;
        this.nameEn = nameEn;
        this.fields = List.copyOf(fields);
        this.byName = fields.stream().collect(Collectors.toUnmodifiableMap(FieldType::name, Function.identity()));
    }

    /** Element name, for example {@code OrderHead}. */
    public String name() {
        return name;
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    /** Fields in the binding order of the schema. */
    public List<FieldType> fields() {
        return fields;
    }

    public Optional<FieldType> find(String field) {
        return Optional.ofNullable(byName.get(field));
    }

    /** The field of that name, which must exist: asking for another one is a bug. */
    public FieldType field(String field) {
        return find(field).orElseThrow(() -> new IllegalArgumentException(name + " has no field " + field));
    }

    @Override
    public String toString() {
        return name;
    }
}
