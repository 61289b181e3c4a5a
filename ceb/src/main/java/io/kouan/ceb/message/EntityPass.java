package io.kouan.ceb.message;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.catalogue.EntityType;
import io.kouan.ceb.catalogue.FieldType;
import io.kouan.ceb.finding.Personal;
import io.kouan.ceb.finding.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads one entity: a sequence of leaves, each checked against its facets as it is passed. */
final class EntityPass {

    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
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
        var places = new long[values.length];
        long place = cursor.place();
        noAttributes(path);
        var sequence = new Sequence(SLOTS.computeIfAbsent(type, EntityPass::slots), path, collected);
        while (cursor.nextIsStart()) {
            noText(path);
            int slot = sequence.accept(cursor);
            if (slot == Sequence.NONE) {
                skip();
                continue;
            }
            var field = type.fields().get(slot);
            places[slot] = cursor.place();
            values[slot] = leaf(field, path, places[slot]);
        }
        noText(path);
        sequence.end(cursor.here(path));
        return new Entity(type, values, places, place, path);
    }

    private static List<Sequence.Slot> slots(EntityType type) {
        return type.fields().stream()
                .map(field -> Sequence.Slot.ceb(field.name(), field.schemaMin(), 1))
                .toList();
    }

    private String leaf(FieldType field, String path, long place) {
        noAttributes(path);
        var text = new StringBuilder();
        while (cursor.nextIsStart()) {
            text.append(cursor.text());
            collected.add(
                    SyntaxCode.ELEMENT_NOT_ALLOWED,
                    cursor.here(path + "/" + field.name() + "/" + cursor.local()),
                    Map.of("element", cursor.local(), "field", field.name()));
            skip();
        }
        var value = text.isEmpty() ? cursor.text() : text.append(cursor.text()).toString();
        check(field, value, path, place);
        return value;
    }

    void check(FieldType field, String value, String path, long place) {
        Facets.check(field, value).ifPresent(breach -> {
            var values = new HashMap<>(breach.values());
            values.put("field", field.name());
            values.put("label", field.nameZh());
            values.put("labelEn", field.nameEn());
            values.put("format", field.format());
            values.put("found", Personal.shown(field.name(), value));
            collected.add(
                    breach.code(), new Place((int) (place >>> 32), (int) place, path + "/" + field.name()), values);
        });
    }

    /** Elements below the root carry no attributes but the hints of XML Schema itself. */
    void noAttributes(String path) {
        for (int i = 0; i < cursor.attributeCount(); i++) {
            boolean hint = cursor.attributeUri(i).equals(SCHEMA_INSTANCE)
                    && cursor.attributeName(i).endsWith("chemaLocation");
            if (!hint) {
                collected.add(
                        SyntaxCode.UNKNOWN_ATTRIBUTE,
                        cursor.here(path + "/@" + cursor.attributeName(i)),
                        Map.of("attribute", cursor.attributeName(i), "element", cursor.local()));
            }
        }
    }

    void noText(String path) {
        if (!cursor.textIsBlank()) {
            collected.add(SyntaxCode.TEXT_NOT_ALLOWED, cursor.here(path), Map.of("element", last(path)));
        }
    }

    /** Passes over an element and all that is in it. */
    void skip() {
        int depth = cursor.depth();
        while (true) {
            boolean start = cursor.nextIsStart();
            if (!start && cursor.depth() == depth) {
                return;
            }
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Reads the attributes of the root into an entity; those of XML Schema itself are passed over. */
    Entity attributes(String path) {
        var type = Catalogue.standard().rootAttributes();
        var values = new String[type.fields().size()];
        var places = new long[values.length];
        long place = cursor.place();
        for (int i = 0; i < cursor.attributeCount(); i++) {
            var known = cursor.attributeUri(i).isEmpty()
                    ? type.find(cursor.attributeName(i))
                    : java.util.Optional.<FieldType>empty();
            if (known.isPresent()) {
                values[known.get().index()] = cursor.attributeValue(i);
                places[known.get().index()] = place;
                check(known.get(), cursor.attributeValue(i), path + "/@", place);
            } else if (!cursor.attributeUri(i).equals(SCHEMA_INSTANCE)
                    || !cursor.attributeName(i).endsWith("chemaLocation")) {
                collected.add(
                        SyntaxCode.UNKNOWN_ATTRIBUTE,
                        cursor.here(path + "/@" + cursor.attributeName(i)),
                        Map.of("attribute", cursor.attributeName(i), "element", cursor.local()));
            }
        }
        for (FieldType attribute : type.fields()) {
            if (values[attribute.index()] == null) {
                collected.add(
                        SyntaxCode.MISSING_ATTRIBUTE,
                        cursor.here(path + "/@" + attribute.name()),
                        Map.of("attribute", attribute.name()));
            }
        }
        return new Entity(type, values, places, place, path);
    }
}
