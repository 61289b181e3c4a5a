package io.kouan.ceb.xsd;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.catalogue.EntityType;
import io.kouan.ceb.catalogue.FieldType;
import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.catalogue.MessageType.SignaturePlace;
import java.util.OptionalInt;

/**
 * Writes the XML Schema (报文结构定义) of a message from the catalogue, for whoever validates with their own tools. It says exactly
 * what {@link io.kouan.ceb.message.MessageReader} checks; a test holds the two against each other.
 */
public final class XsdGenerator {

    private final MessageType type;
    private final StringBuilder out = new StringBuilder(16 * 1024);

    private XsdGenerator(MessageType type) {
        this.type = type;
    }

    /** The schema as text. It imports nothing: any content of a signature is accepted here and verified elsewhere. */
    public static String generate(MessageType type) {
        return new XsdGenerator(type).schema();
    }

    private String schema() {
        line(0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line(0, "<!-- " + type.id() + " " + type.nameZh() + " / " + type.nameEn() + ", edition 2022-05 -->");
        line(
                0,
                "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:ceb=\"" + Catalogue.CEB_NAMESPACE
                        + "\" targetNamespace=\"" + Catalogue.CEB_NAMESPACE + "\" elementFormDefault=\"qualified\">");
        line(1, "<xs:element name=\"" + type.root() + "\">");
        line(2, "<xs:complexType>");
        line(3, "<xs:sequence>");
        body();
        type.transfer().ifPresent(transfer -> reference(transfer, 1, 1));
        type.subscription().ifPresent(subscription -> reference(subscription, 0, 5));
        signatureAndExtension();
        line(3, "</xs:sequence>");
        Catalogue.standard().rootAttributes().fields().forEach(this::attribute);
        line(2, "</xs:complexType>");
        line(1, "</xs:element>");
        entities();
        line(0, "</xs:schema>");
        return out.toString();
    }

    private void body() {
        var body = type.body();
        if (!body.grouped()) {
            particle(
                    4,
                    "name=\"" + body.element() + "\" type=\"ceb:" + body.head().name() + "\"",
                    1,
                    body.max());
            return;
        }
        line(4, "<xs:element name=\"" + body.element() + "\"" + occurs(1, body.max()) + ">");
        line(5, "<xs:complexType>");
        line(6, "<xs:sequence>");
        particle(7, named(body.head()), 1, OptionalInt.of(1));
        body.line().ifPresent(lines -> particle(7, named(lines), body.minLines(), body.maxLines()));
        line(6, "</xs:sequence>");
        line(5, "</xs:complexType>");
        line(4, "</xs:element>");
    }

    private void signatureAndExtension() {
        if (type.signature() == SignaturePlace.BEFORE_EXTENSION) {
            signature(0);
        }
        type.extension().ifPresent(extension -> reference(extension, 0, 1));
        switch (type.signature()) {
            case LAST_REQUIRED -> signature(1);
            case LAST_OPTIONAL -> signature(0);
            case NONE, BEFORE_EXTENSION -> {}
        }
    }

    private void signature(int min) {
        line(
                4,
                "<xs:any namespace=\"" + Catalogue.DS_NAMESPACE + "\" processContents=\"skip\""
                        + occurs(min, OptionalInt.of(1)) + "/>");
    }

    private void entities() {
        entity(type.body().head());
        type.body().line().ifPresent(this::entity);
        type.transfer().ifPresent(this::entity);
        type.subscription().ifPresent(this::entity);
        type.extension().ifPresent(this::entity);
    }

    private void entity(EntityType entity) {
        line(1, "<xs:complexType name=\"" + entity.name() + "\">");
        line(2, "<xs:sequence>");
        entity.fields().forEach(this::field);
        line(2, "</xs:sequence>");
        line(1, "</xs:complexType>");
    }

    private void field(FieldType field) {
        var occurs = occurs(field.schemaMin(), OptionalInt.of(1));
        if (field.kind() == FieldType.Kind.ANY) {
            line(
                    3,
                    "<xs:element name=\"" + field.name() + "\"" + occurs + "><xs:complexType><xs:sequence>"
                            + "<xs:any processContents=\"skip\"/></xs:sequence></xs:complexType></xs:element>");
            return;
        }
        line(3, "<xs:element name=\"" + field.name() + "\"" + occurs + value(field) + ">");
        line(
                4,
                "<xs:annotation><xs:documentation>" + escaped(field.nameZh() + " / " + field.nameEn())
                        + "</xs:documentation></xs:annotation>");
        simpleType(4, field);
        line(3, "</xs:element>");
    }

    private void attribute(FieldType field) {
        line(3, "<xs:attribute name=\"" + field.name() + "\" use=\"required\">");
        simpleType(4, field);
        line(3, "</xs:attribute>");
    }

    private static String value(FieldType field) {
        return field.fixed()
                .map(fixed -> " fixed=\"" + escaped(fixed) + "\"")
                .or(() -> field.fallback().map(fallback -> " default=\"" + escaped(fallback) + "\""))
                .orElse("");
    }

    private void simpleType(int depth, FieldType field) {
        line(depth, "<xs:simpleType>");
        line(depth + 1, "<xs:restriction base=\"" + base(field) + "\">");
        if (field.kind() == FieldType.Kind.STRING) {
            if (field.minLength() > 0) {
                facet(depth, "minLength", field.minLength());
            }
            field.maxLength().ifPresent(max -> facet(depth, "maxLength", max));
            if (field.collapse()) {
                line(depth + 2, "<xs:whiteSpace value=\"collapse\"/>");
            }
        } else {
            field.totalDigits().ifPresent(digits -> facet(depth, "totalDigits", digits));
            if (field.kind() == FieldType.Kind.DECIMAL) {
                field.fractionDigits().ifPresent(digits -> facet(depth, "fractionDigits", digits));
            }
        }
        line(depth + 1, "</xs:restriction>");
        line(depth, "</xs:simpleType>");
    }

    private static String base(FieldType field) {
        return switch (field.kind()) {
            case STRING, ANY -> "xs:string";
            case INT -> "xs:int";
            case DECIMAL -> "xs:decimal";
        };
    }

    private void facet(int depth, String name, int value) {
        line(depth + 2, "<xs:" + name + " value=\"" + value + "\"/>");
    }

    private void reference(EntityType entity, int min, int max) {
        particle(4, named(entity), min, OptionalInt.of(max));
    }

    private static String named(EntityType entity) {
        return "name=\"" + entity.name() + "\" type=\"ceb:" + entity.name() + "\"";
    }

    private void particle(int depth, String what, int min, OptionalInt max) {
        line(depth, "<xs:element " + what + occurs(min, max) + "/>");
    }

    private static String occurs(int min, OptionalInt max) {
        var most = max.isPresent() ? String.valueOf(max.getAsInt()) : "unbounded";
        return (min == 1 ? "" : " minOccurs=\"" + min + "\"") + (most.equals("1") ? "" : " maxOccurs=\"" + most + "\"");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private void line(int depth, String text) {
        out.repeat(' ', depth * 2).append(text).append('\n');
    }
}
