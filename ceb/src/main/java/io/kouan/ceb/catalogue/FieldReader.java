package io.kouan.ceb.catalogue;

import io.kouan.ceb.catalogue.FieldType.Duty;
import io.kouan.ceb.catalogue.FieldType.Kind;
import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecNode;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns one field's YAML into a {@link FieldType}. */
final class FieldReader {

    private static final Set<String> KEYS = Set.of(
            "name",
            "zh",
            "en",
            "format",
            "required",
            "xsd_min",
            "type",
            "min_len",
            "max_len",
            "total_digits",
            "fraction_digits",
            "white_space",
            "fixed",
            "default",
            "date",
            "codes",
            "note",
            "was_2018",
            "export_min_len");
    private static final Pattern FORMAT = Pattern.compile("xml|an(\\.\\.)?\\d*(\\.\\.\\d+)?|n(\\.\\.)?\\d+(,\\d+)?");
    private static final Set<String> DATES = Set.of("yyyyMMdd", "yyyyMMddHHmmss", "yyyyMMddHHmmssSSS");

    private FieldReader() {}

    static FieldType field(int index, SpecNode node, boolean export) {
        node.only(KEYS);
        return new FieldType(
                index,
                node.text("name"),
                node.text("zh").isEmpty() ? node.text("en") : node.text("zh"),
                node.text("en"),
                known(node, "format", FORMAT.matcher(node.text("format")).matches()),
                duty(node),
                node.number("xsd_min", 0),
                kind(node),
                export ? node.number("export_min_len", node.number("min_len", 0)) : node.number("min_len", 0),
                optional(node, "max_len"),
                optional(node, "total_digits"),
                optional(node, "fraction_digits"),
                node.findText("white_space")
                        .map(text -> known(node, "white_space", "collapse".equals(text)))
                        .isPresent(),
                node.findText("fixed"),
                node.findText("default"),
                node.findText("date").map(date -> known(node, "date", DATES.contains(date))),
                node.find("codes").map(codes -> codes(node, codes)),
                node.findText("note").orElse(""),
                node.findText("was_2018"));
    }

    private static CodeTable codes(SpecNode field, SpecNode codes) {
        return codes.isMap() ? CodeTables.inline(field.text("name"), codes) : CodeTables.named(codes.text());
    }

    private static Duty duty(SpecNode node) {
        return switch (node.text("required")) {
            case "M" -> Duty.MANDATORY;
            case "C" -> Duty.CONDITIONAL;
            case "O" -> Duty.OPTIONAL;
            default -> throw new BadSpecification(node.where(), "required is M, C or O");
        };
    }

    private static Kind kind(SpecNode node) {
        return switch (node.text("type")) {
            case "string" -> Kind.STRING;
            case "int" -> Kind.INT;
            case "decimal" -> Kind.DECIMAL;
            case "any" -> Kind.ANY;
            default -> throw new BadSpecification(node.where(), "unknown type");
        };
    }

    private static OptionalInt optional(SpecNode node, String key) {
        return node.find(key).map(value -> OptionalInt.of(value.number())).orElse(OptionalInt.empty());
    }

    private static String known(SpecNode node, String key, boolean fine) {
        if (!fine) {
            throw new BadSpecification(node.where(), "unknown " + key + " " + node.text(key));
        }
        return node.text(key);
    }
}
