package io.kouan.platform.forms.definition;

import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecNode;
import java.util.List;
import java.util.Set;

/** Reads conditions; one that asks for an unknown field or fact is refused. */
final class Conditions {

    private static final Set<String> KEYS =
            Set.of("field", "context", "eq", "in", "contains", "present", "all", "any", "not");

    private Conditions() {}

    static Condition read(SpecNode node, Set<String> fields) {
        node.only(KEYS);
        if (node.find("all").isPresent()) {
            return new Condition.All(all(node.list("all"), fields));
        }
        if (node.find("any").isPresent()) {
            return new Condition.Any(all(node.list("any"), fields));
        }
        if (node.find("not").isPresent()) {
            return new Condition.Not(read(node.at("not"), fields));
        }
        if (node.find("context").isPresent()) {
            return context(node);
        }
        var field = node.text("field");
        if (!fields.contains(field)) {
            throw new BadSpecification(node.where(), "unknown field '" + field + "'");
        }
        return field(node, field);
    }

    private static Condition context(SpecNode node) {
        var fact = node.text("context");
        if (!Fact.isKnown(fact)) {
            throw new BadSpecification(node.where(), "unknown context '" + fact + "'");
        }
        return new Condition.Context(fact, node.text("eq"));
    }

    private static Condition field(SpecNode node, String field) {
        if (node.find("in").isPresent()) {
            return new Condition.OneOf(
                    field, node.list("in").stream().map(SpecNode::text).toList());
        }
        if (node.find("contains").isPresent()) {
            return new Condition.Contains(field, node.text("contains"));
        }
        if (node.find("present").isPresent()) {
            return new Condition.Present(field, node.text("present").equals("true"));
        }
        return new Condition.Is(field, node.text("eq"));
    }

    private static List<Condition> all(List<SpecNode> nodes, Set<String> fields) {
        return nodes.stream().map(node -> read(node, fields)).toList();
    }
}
