package io.kouan.ceb.catalogue;

import static java.util.stream.Collectors.toMap;

import io.kouan.ceb.catalogue.MessageType.Body;
import io.kouan.ceb.catalogue.MessageType.SignaturePlace;
import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Turns the YAML of the dictionary into types; refuses what it does not know. */
final class CatalogueReader {

    private static final Set<String> MESSAGE_KEYS = Set.of(
            "id",
            "root",
            "namespace",
            "edition",
            "name_zh",
            "name_en",
            "flow",
            "direction",
            "sender_role",
            "sender_role_zh",
            "receiver",
            "receipt",
            "format_error_receipt",
            "answers",
            "match_key",
            "unique_key",
            "unique_key_source",
            "return_status",
            "spec_section",
            "root_attributes",
            "root_children",
            "rules",
            "entities",
            "evidence",
            "official_sample");
    private static final Set<String> CHILD_KEYS = Set.of("element", "ns", "min", "max", "see", "text", "children");
    private static final Set<String> SHARED = Set.of("BaseTransfer", "BaseSubscribe", "ExtendMessage", "Signature");

    private final SpecNode common;

    CatalogueReader(SpecNode common) {
        this.common = common;
    }

    MessageType message(SpecNode file) {
        file.only(MESSAGE_KEYS);
        boolean export = "export".equals(file.text("flow"));
        var children = children(file.list("root_children"));
        return new MessageType(
                file.text("id"),
                file.text("root"),
                file.text("name_zh"),
                file.text("name_en"),
                oneOf(file.at("flow"), MessageType.Flow.values()),
                oneOf(file.at("direction"), MessageType.Direction.values()),
                file.text("sender_role_zh"),
                file.text("sender_role"),
                file.text("receiver"),
                file.findText("receipt"),
                file.findText("answers"),
                texts(file.list("match_key")),
                texts(file.list("unique_key")),
                body(file, children),
                shared("BaseTransfer", children, export),
                shared("BaseSubscribe", children, export),
                shared("ExtendMessage", children, export),
                signature(children),
                texts(file.list("rules")),
                file.findText("spec_section").orElse(""));
    }

    /** The attributes of every root, as an entity without a name of its own. */
    EntityType rootAttributes() {
        var fields = new ArrayList<FieldType>();
        for (SpecNode attribute : common.list("root_attributes")) {
            fields.add(FieldReader.field(fields.size(), attribute, false));
        }
        return new EntityType("@", "报文属性", "Attributes of the message", fields);
    }

    private static Map<String, SpecNode> children(List<SpecNode> nodes) {
        return nodes.stream()
                .map(node -> node.only(CHILD_KEYS))
                .collect(toMap(node -> node.text("element"), node -> node, (a, b) -> a, java.util.LinkedHashMap::new));
    }

    private static Body body(SpecNode file, Map<String, SpecNode> children) {
        var entities = file.list("entities").stream()
                .map(CatalogueReader::entity)
                .collect(toMap(EntityType::name, type -> type));
        var documents = children.keySet().stream()
                .filter(name -> !SHARED.contains(name))
                .toList();
        if (documents.size() != 1) {
            throw new BadSpecification(file.where(), "one repeated child is expected, found " + documents);
        }
        var node = file.list("root_children").stream()
                .filter(child -> documents.getFirst().equals(child.text("element")))
                .findFirst()
                .orElseThrow();
        var parts = node.list("children");
        boolean grouped = !parts.isEmpty();
        var head = grouped ? parts.getFirst().only(CHILD_KEYS).text("element") : node.text("element");
        var line = parts.size() > 1 ? Optional.of(parts.get(1).only(CHILD_KEYS)) : Optional.<SpecNode>empty();
        return new Body(
                node.text("element"),
                upper(node.at("max")),
                grouped,
                known(entities, head, file),
                line.map(part -> known(entities, part.text("element"), file)),
                line.map(part -> part.number("min", 0)).orElse(0),
                line.map(part -> upper(part.at("max"))).orElse(OptionalInt.of(0)));
    }

    private static EntityType known(Map<String, EntityType> entities, String name, SpecNode file) {
        return Optional.ofNullable(entities.get(name))
                .orElseThrow(() -> new BadSpecification(file.where(), "entity " + name + " is missing"));
    }

    private Optional<EntityType> shared(String name, Map<String, SpecNode> children, boolean export) {
        if (!children.containsKey(name)) {
            return Optional.empty();
        }
        return common.list("entities").stream()
                .filter(node -> name.equals(node.text("name")))
                .findFirst()
                .map(node -> entity(node, export));
    }

    private static SignaturePlace signature(Map<String, SpecNode> children) {
        var node = children.get("Signature");
        if (node == null) {
            return SignaturePlace.NONE;
        }
        var names = List.copyOf(children.keySet());
        if (!"Signature".equals(names.getLast())) {
            return SignaturePlace.BEFORE_EXTENSION;
        }
        return node.number("min", 0) == 1 ? SignaturePlace.LAST_REQUIRED : SignaturePlace.LAST_OPTIONAL;
    }

    private static EntityType entity(SpecNode node) {
        return entity(node, false);
    }

    private static EntityType entity(SpecNode node, boolean export) {
        node.only(Set.of("name", "zh", "en", "fields"));
        var fields = new ArrayList<FieldType>();
        for (SpecNode field : node.list("fields")) {
            fields.add(FieldReader.field(fields.size(), field, export));
        }
        return new EntityType(node.text("name"), node.text("zh"), node.text("en"), fields);
    }

    private static OptionalInt upper(SpecNode max) {
        return "unbounded".equals(max.text()) ? OptionalInt.empty() : OptionalInt.of(max.number());
    }

    private static List<String> texts(List<SpecNode> nodes) {
        return nodes.stream().map(SpecNode::text).toList();
    }

    private static <E extends Enum<E>> E oneOf(SpecNode node, E[] values) {
        for (E value : values) {
            if (value.name().equalsIgnoreCase(node.text())) {
                return value;
            }
        }
        throw new BadSpecification(node.where(), "unknown value " + node.text());
    }
}
