package io.kouan.ceb.envelope;

import java.util.List;
import java.util.Optional;

/**
 * What one element of the DXP schemas may hold. The schemas are so small that they stand as values in {@link Shapes}; one
 * reader checks against them.
 */
record Shape(String name, String namespace, int min, int max, Content content, List<Attribute> attributes) {

    static final String DXP = "http://www.chinaport.gov.cn/dxp";
    static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    static final int UNBOUNDED = Integer.MAX_VALUE - 1;

    sealed interface Content {}

    /** Children in this order. */
    record Group(List<Shape> children) implements Content {}

    /** Text of so many characters. */
    record Text(int min, int max) implements Content {}

    /** So many decimal digits. */
    record Digits(int min, int max) implements Content {}

    /** xsd:dateTime */
    record DateTime() implements Content {}

    /** xsd:date */
    record Date() implements Content {}

    /** xsd:base64Binary; the only element that may be long */
    record Binary() implements Content {}

    /** Neither text nor children. */
    record Nothing() implements Content {}

    /** Passed over: a signature of the transport, which guards nothing that we rely on. */
    record Passed() implements Content {}

    /**
     * @param fixed the only value allowed
     * @param max most characters
     */
    record Attribute(String name, boolean required, Optional<String> fixed, int max) {}

    static Shape group(String name, int min, int max, Shape... children) {
        return new Shape(name, DXP, min, max, new Group(List.of(children)), List.of());
    }

    static Shape value(String name, int min, int max, Content content) {
        return new Shape(name, DXP, min, max, content, List.of());
    }

    Shape with(Attribute... more) {
        return new Shape(name, namespace, min, max, content, List.of(more));
    }

    boolean matches(String uri, String local) {
        return name.equals(local) && namespace.equals(uri);
    }
}
