package io.kouan.ceb.catalogue;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A field (字段) of an entity: names, facets and meaning, as the dictionary gives them.
 *
 * @param index position in its entity, from 0; the binding order of the schema
 * @param name element name, for example {@code orderNo}
 * @param format the specification's notation: {@code an36}, {@code an..60}, {@code n14}, {@code n..19,5}
 * @param duty the business view of whether it must be there
 * @param schemaMin minOccurs of the schema, 0 or 1: the syntax view, which decides about CEB900
 * @param kind how the schema types the text
 * @param minLength fewest characters (not bytes); 0 lets an empty element pass the schema
 * @param maxLength most characters, or empty where unbounded
 * @param totalDigits most digits of a number, or empty
 * @param fractionDigits most digits behind the point, or empty
 * @param collapse whether white space around the value is dropped before checking
 * @param fixed the only value allowed; an empty element stands for it
 * @param fallback the value an empty element stands for
 * @param datePattern {@code yyyyMMddHHmmss} and the like
 * @param codes the table that lists what is allowed
 * @param note remarks of the dictionary, conditions and disagreements of the sources
 * @param was2018 what the edition of 2018 said, where it differs
 */
public record FieldType(
        int index,
        String name,
        String nameZh,
        String nameEn,
        String format,
        Duty duty,
        int schemaMin,
        Kind kind,
        int minLength,
        OptionalInt maxLength,
        OptionalInt totalDigits,
        OptionalInt fractionDigits,
        boolean collapse,
        Optional<String> fixed,
        Optional<String> fallback,
        Optional<String> datePattern,
        Optional<CodeTable> codes,
        String note,
        Optional<String> was2018) {

    /** Whether the business asks for the field: M, C or O of the dictionary. */
    public enum Duty {
        MANDATORY,
        CONDITIONAL,
        OPTIONAL
    }

    /** The schema's base type. */
    public enum Kind {
        STRING,
        INT,
        DECIMAL,
        /** one XML element of any kind, only in ExtendMessage */
        ANY
    }
}
