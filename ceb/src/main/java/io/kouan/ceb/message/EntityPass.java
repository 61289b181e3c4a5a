package io.kouan.ceb.message;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.catalogue.EntityType;
import io.kouan.ceb.catalogue.FieldType;
import io.kouan.ceb.finding.Personal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;

/** Reads one entity: a sequence of leaves, each checked against its facets as it is passed. */
final class EntityPass {

    private static final Set<String> HINTS = Set.of("schemaLocation", "noNamespaceSchemaLocation");
    private static final Map<EntityType, List<Sequence.Slot>> SLOTS = new ConcurrentHashMap<>();

    private final Cursor cursor;
    private final Collected collected;

    EntityPass(Cursor cursor, Collected collected) {
        this.cursor = cursor;
        this.collected = collected;
    }

    /** The cursor stands at the entity's start tag and will stand at its end tag. */
    Entity read(EntityType type, String path) {
        var values = new String[type.fields().size()];
        int offset = cursor.offset();
        noAttributes(path);
        var sequence = new Sequence(SLOTS.computeIfAbsent(type, EntityPass::slots), path, collected);
        while (cursor.nextIsStart()) {
            noText(path);
            int slot = sequence.accept(cursor);
            if (slot == Sequence.NONE) {
                cursor.skip();
            } else {
                values[slot] = leaf(type.fields().get(slot), path);
            }
        }
        noText(path);
        sequence.end(cursor);
        return new Entity(type, values, sequence.offsets(), offset, cursor.positions(), path);
    }

    private static List<Sequence.Slot> slots(EntityType type) {
        return type.fields().stream()
                .map(field -> Sequence.Slot.ceb(field.name(), field.schemaMin(), 1))
                .toList();
    }

    /** Reads the text of a field; the cursor stands at its start tag and will stand at its end tag. */
    String leaf(FieldType field, String path) {
        int offset = cursor.offset();
        if (cursor.attributeCount() > 0) {
            noAttributes(path + "/" + field.name());
        }
        if (!cursor.nextIsStart()) {
            var value = cursor.text();
            check(field, value, path + "/", offset);
            return value;
        }
        var text = new StringBuilder();
        do {
            text.append(cursor.text());
            collected.add(
                    SyntaxCode.ELEMENT_NOT_ALLOWED,
                    cursor.offset(),
                    path + "/" + field.name() + "/" + cursor.local(),
                    Map.of("element", cursor.local(), "field", field.name()));
            cursor.skip();
        } while (cursor.nextIsStart());
        return text.append(cursor.text()).toString();
    }

    private void check(FieldType field, String value, String path, int offset) {
        Facets.check(field, value).ifPresent(breach -> {
            var values = new HashMap<>(breach.values());
            values.put("field", field.name());
            values.put("label", field.nameZh());
            values.put("labelEn", field.nameEn());
            values.put("format", field.format());
            values.put("found", Personal.shown(field.name(), value));
            collected.add(breach.code(), offset, path + field.name(), values);
        });
    }

    /** Elements below the root carry no attributes but the hints of XML Schema itself. */
    void noAttributes(String path) {
        for (int i = 0; i < cursor.attributeCount(); i++) {
            if (!isHint(i)) {
                unknownAttribute(i, path);
            }
        }
    }

    private boolean isHint(int attribute) {
        return cursor.attributeUri(attribute).equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)
                && HINTS.contains(cursor.attributeName(attribute));
    }

    private void unknownAttribute(int attribute, String path) {
        var name = cursor.attributeName(attribute);
        collected.add(
                SyntaxCode.UNKNOWN_ATTRIBUTE,
                cursor.offset(),
                path + "/@" + name,
                Map.of("attribute", name, "element", cursor.local()));
    }

    void noText(String path) {
        if (!cursor.textIsBlank()) {
            collected.add(SyntaxCode.TEXT_NOT_ALLOWED, cursor.offset(), path, Map.of("element", last(path)));
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Reads the attributes of the root; those of XML Schema itself are passed over. */
    Map<String, String> attributes(String path) {
        var type = Catalogue.standard().rootAttributes();
        var values = new HashMap<String, String>();
        for (int i = 0; i < cursor.attributeCount(); i++) {
            var known =
                    cursor.attributeUri(i).isEmpty() ? type.find(cursor.attributeName(i)) : Optional.<FieldType>empty();
            if (known.isPresent()) {
                values.put(known.get().name(), cursor.attributeValue(i));
                check(known.get(), cursor.attributeValue(i), path + "/@", cursor.offset());
            } else if (!isHint(i)) {
                unknownAttribute(i, path);
            }
        }
        for (FieldType attribute : type.fields()) {
            if (!values.containsKey(attribute.name())) {
                collected.add(
                        SyntaxCode.MISSING_ATTRIBUTE,
                        cursor.offset(),
                        path + "/@" + attribute.name(),
                        Map.of("attribute", attribute.name()));
            }
        }
        return values;
    }
}
