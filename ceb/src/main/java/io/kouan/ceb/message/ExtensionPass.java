package io.kouan.ceb.message;

import io.kouan.ceb.catalogue.EntityType;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.message.Sequence.Slot;
import java.util.Map;

/** Reads ExtendMessage: two texts and one element of any kind, which travels along unread. */
final class ExtensionPass {

    private final Cursor cursor;
    private final Collected collected;
    private final EntityPass entities;

    ExtensionPass(Cursor cursor, Collected collected, EntityPass entities) {
        this.cursor = cursor;
        this.collected = collected;
        this.entities = entities;
    }

    Extension read(EntityType type, String path) {
        entities.noAttributes(path);
        var slots = type.fields().stream()
                .map(field -> Slot.ceb(field.name(), field.schemaMin(), 1))
                .toList();
        var sequence = new Sequence(slots, path, collected);
        var texts = new String[] {"", ""};
        var xml = "";
        while (cursor.nextIsStart()) {
            entities.noText(path);
            int slot = sequence.accept(cursor);
            if (slot == Sequence.NONE) {
                entities.skip();
            } else if (cursor.local().equals("Message")) {
                xml = custom(path + "/Message");
            } else {
                texts[slot] = text(path + "/" + cursor.local(), type, slot);
            }
        }
        entities.noText(path);
        sequence.end(cursor.here(path));
        return new Extension(texts[0], texts[1], xml);
    }

    private String text(String path, EntityType type, int slot) {
        entities.noAttributes(path);
        long at = cursor.place();
        while (cursor.nextIsStart()) {
            collected.add(
                    SyntaxCode.ELEMENT_NOT_ALLOWED,
                    cursor.here(path + "/" + cursor.local()),
                    Map.of(
                            "element",
                            cursor.local(),
                            "field",
                            type.fields().get(slot).name()));
            entities.skip();
        }
        var value = cursor.text();
        entities.check(type.fields().get(slot), value, path.substring(0, path.lastIndexOf('/')), at);
        return value;
    }

    /** Exactly one element; what it holds is nobody's business here, and kept as the canonical form wrote it. */
    private String custom(String path) {
        entities.noAttributes(path);
        int elements = 0;
        int from = cursor.canonicalSize();
        while (cursor.nextIsStart()) {
            entities.noText(path);
            elements++;
            entities.skip();
        }
        entities.noText(path);
        var xml = cursor.canonicalText(from);
        if (elements != 1) {
            Place here = cursor.here(path);
            collected.add(
                    elements == 0 ? SyntaxCode.MISSING_ELEMENT : SyntaxCode.TOO_MANY,
                    here,
                    Map.of("element", "*", "max", "1"));
        }
        return xml.substring(0, Math.max(0, xml.lastIndexOf("</")));
    }
}
