package io.kouan.ceb.envelope;

import io.kouan.ceb.message.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element as it was read and found to be of its shape.
 *
 * @param text of a value; empty for a group
 * @param data decoded, for the one binary element
 */
record Node(String name, String text, Bytes data, Map<String, String> attributes, List<Node> children) {

    Node child(String child) {
        return find(child).orElseThrow(() -> new IllegalStateException(name + " lacks " + child));
    }

    Optional<Node> find(String child) {
        return children.stream().filter(node -> node.name.equals(child)).findFirst();
    }

    List<Node> all(String child) {
        return children.stream().filter(node -> node.name.equals(child)).toList();
    }

    String text(String child) {
        return child(child).text;
    }

    Optional<String> findText(String child) {
        return find(child).map(Node::text);
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }
}
