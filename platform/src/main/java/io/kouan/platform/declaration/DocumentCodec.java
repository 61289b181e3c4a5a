package io.kouan.platform.declaration;

import io.kouan.ceb.catalogue.EntityType;
import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Entity;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A document's fields as JSON: {@code {"head":{…},"lines":[{…}]}}, in the schema's order, absent fields left out. */
final class DocumentCodec {

    private static final JsonFactory JSON = new JsonFactory();

    private DocumentCodec() {}

    static Bytes write(Document document) {
        var out = new ByteArrayOutputStream(2048);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeName("head");
            entity(json, document.head());
            json.writeName("lines");
            json.writeStartArray();
            document.lines().forEach(line -> entity(json, line));
            json.writeEndArray();
            json.writeEndObject();
        }
        return Bytes.of(out.toByteArray());
    }

    private static void entity(JsonGenerator json, Entity entity) {
        json.writeStartObject();
        entity.forEach((field, value) -> {
            json.writeName(field.name());
            json.writeString(value);
        });
        json.writeEndObject();
    }

    static Document read(MessageType type, Bytes content) {
        var body = type.body();
        var head = Entity.of(body.head()).build();
        var lines = new ArrayList<Entity>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), content.array())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var part = json.currentName();
                json.nextToken();
                if (part.equals("head")) {
                    head = entity(json, body.head());
                } else {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        lines.add(entity(json, body.line().orElseThrow()));
                    }
                }
            }
        }
        return new Document(head, lines);
    }

    private static Entity entity(JsonParser json, EntityType type) {
        var entity = Entity.of(type);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var field = json.currentName();
            json.nextToken();
            if (type.find(field).isPresent()) {
                entity.set(field, json.getString());
            }
        }
        return entity.build();
    }
}
