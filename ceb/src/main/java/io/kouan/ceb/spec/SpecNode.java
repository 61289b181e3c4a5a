package io.kouan.ceb.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in a YAML file of the specification. Every accessor names the place in its error, and {@link #only} refuses
 * keys that nobody reads, so that a typing error in the data stops the start instead of being ignored.
 */
public final class SpecNode {

    private final String where;
    private final @Nullable Object value;

    SpecNode(String where, @Nullable Object value) {
        this.where = where;
        this.value = value;
    }

    /** Where this node stands, for error messages. */
    public String where() {
        return where;
    }

    /** Refuses every key that is not named here. */
    public SpecNode only(Set<String> keys) {
        for (String key : map().keySet()) {
            if (!keys.contains(key)) {
                throw new BadSpecification(where, "unknown key '" + key + "', known are " + keys);
            }
        }
        return this;
    }

    /** The child under a key that must be there. */
    public SpecNode at(String key) {
        return find(key).orElseThrow(() -> new BadSpecification(where, "key '" + key + "' is missing"));
    }

    /** The child under a key; empty where the key is missing or its value is null. */
    public Optional<SpecNode> find(String key) {
        return Optional.ofNullable(map().get(key));
    }

    /** The text under a key that must be there; numbers are given as they are written in Java. */
    public String text(String key) {
        return at(key).text();
    }

    /** The text under a key, or empty. */
    public Optional<String> findText(String key) {
        return find(key).map(SpecNode::text);
    }

    /** The whole number under a key, or the fallback where the key is missing. */
    public int number(String key, int fallback) {
        return find(key).map(SpecNode::number).orElse(fallback);
    }

    /** This node as text. */
    public String text() {
        if (value instanceof Map || value instanceof List || value == null) {
            throw new BadSpecification(where, "a text is expected");
        }
        return value.toString();
    }

    /** This node as a whole number. */
    public int number() {
        if (value instanceof Number n && n.longValue() == n.intValue()) {
            return n.intValue();
        }
        throw new BadSpecification(where, "a whole number is expected, found " + value);
    }

    public boolean isMap() {
        return value instanceof Map;
    }

    public boolean isList() {
        return value instanceof List;
    }

    /** The elements of this list; a missing list is not forgiven here, see {@link #list(String)}. */
    public List<SpecNode> list() {
        if (!(value instanceof List<?> elements)) {
            throw new BadSpecification(where, "a list is expected");
        }
        var nodes = new java.util.ArrayList<SpecNode>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            nodes.add(new SpecNode(where + "[" + i + "]", elements.get(i)));
        }
        return List.copyOf(nodes);
    }

    /** The list under a key, empty where the key is missing. */
    public List<SpecNode> list(String key) {
        return find(key).map(SpecNode::list).orElse(List.of());
    }

    /** The children of this map in the order of the file. */
    public Map<String, SpecNode> map() {
        if (!(value instanceof Map<?, ?> entries)) {
            throw new BadSpecification(where, "a map is expected");
        }
        var nodes = new LinkedHashMap<String, SpecNode>();
        entries.forEach((key, child) -> {
            if (child != null) {
                nodes.put(String.valueOf(key), new SpecNode(where + "/" + key, child));
            }
        });
        return nodes;
    }
}
