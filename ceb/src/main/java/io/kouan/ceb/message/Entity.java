package io.kouan.ceb.message;

import io.kouan.ceb.catalogue.EntityType;
import io.kouan.ceb.catalogue.FieldType;
import io.kouan.ceb.finding.Place;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A head, a line, a receipt record: values by field, each with its place in the message it was read from. Immutable.
 * Equality looks at type and values, not at places: a message written and read again is the same.
 *
 * <p>An absent field and an empty element are different things and stay so: {@link #has} tells them apart.
 */
public final class Entity {

    private static final int NOWHERE = 0;

    private final EntityType type;
    private final @Nullable String[] values;
    private final int[] offsets;
    private final int offset;
    private final Positions positions;
    private final String path;

    /**
     * Takes the arrays as they are; only the reader and {@link Builder} call it, and neither keeps them.
     *
     * @param values by index of the field; null where the field is absent
     * @param offsets where each field's start tag stands in the input, by index of the field; 0 where nowhere
     */
    Entity(EntityType type, @Nullable String[] values, int[] offsets, int offset, Positions positions, String path) {
        this.type = type;
        this.values = values;
        this.offsets = offsets;
        this.offset = offset;
        this.positions = positions;
        this.path = path;
    }

    public EntityType type() {
        return type;
    }

    /** Whether the element stands in the message, empty or not. */
    public boolean has(String field) {
        return values[type.field(field).index()] != null;
    }

    /** The value; the empty text where the element is empty or absent. */
    public String text(String field) {
        return text(type.field(field));
    }

    /** As {@link #text(String)}, for callers that resolved the field before: the fast way. */
    public String text(FieldType field) {
        var value = values[field.index()];
        return value == null ? "" : value;
    }

    /** The value if the element stands in the message. */
    public Optional<String> find(String field) {
        return type.find(field).flatMap(known -> Optional.ofNullable(values[known.index()]));
    }

    /** As {@link #find(String)}, for callers that resolved the field before. */
    public Optional<String> find(FieldType field) {
        return Optional.ofNullable(values[field.index()]);
    }

    /** Calls back for each field that is present, in the order of the schema. */
    public void forEach(BiConsumer<FieldType, String> reader) {
        for (FieldType field : type.fields()) {
            var value = values[field.index()];
            if (value != null) {
                reader.accept(field, value);
            }
        }
    }

    /** Where this entity's start tag stands. */
    public Place place() {
        return at(offset, path);
    }

    /** Where the field stands; where it is absent, the place of the entity with the field's path. */
    public Place place(String field) {
        var known = type.field(field);
        int own = offsets[known.index()];
        return at(own == NOWHERE ? offset : own, path + "/" + field);
    }

    /** Element path of this entity with positions. */
    public String path() {
        return path;
    }

    private Place at(int where, String element) {
        return where == NOWHERE ? new Place(0, 0, element) : positions.place(where, element);
    }

    /** Starts a new entity that comes from no message. */
    public static Builder of(EntityType type) {
        return new Builder(type);
    }

    /** A copy with other values; places are lost. */
    public Builder edit() {
        var builder = new Builder(type);
        forEach((field, value) -> builder.set(field.name(), value));
        return builder;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Entity that && type == that.type && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** Names the type only: values may be personal data. */
    @Override
    public String toString() {
        return type.name() + "@" + place();
    }

    /** Collects values for a new {@link Entity}. */
    public static final class Builder {

        private final EntityType type;
        private final @Nullable String[] values;

        private Builder(EntityType type) {
            this.type = type;
            this.values = new String[type.fields().size()];
        }

        public Builder set(String field, String value) {
            values[type.field(field).index()] = value;
            return this;
        }

        public Builder setAll(Map<String, String> all) {
            all.forEach(this::set);
            return this;
        }

        /** Takes the element away. */
        public Builder drop(String field) {
            values[type.field(field).index()] = null;
            return this;
        }

        public Entity build() {
            return new Entity(type, values.clone(), new int[values.length], NOWHERE, Positions.NONE, "/" + type.name());
        }
    }
}
