package io.kouan.ceb.envelope;

import io.kouan.ceb.envelope.Shape.Attribute;
import io.kouan.ceb.envelope.Shape.Binary;
import io.kouan.ceb.envelope.Shape.Group;
import io.kouan.ceb.envelope.Shape.Passed;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.message.Base64Text;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads an envelope against the shapes that may stand at its root, and collects everything that breaks them. */
final class ShapeReader {

    private final Tags tags;
    private final Limits limits;
    private final List<Finding> findings = new ArrayList<>();

    private ShapeReader(Tags tags, Limits limits) {
        this.tags = tags;
        this.limits = limits;
    }

    /** What came of it: with findings the root must not be used. */
    sealed interface Result {
        record Good(Node root) implements Result {}

        record Bad(List<Finding> findings) implements Result {}
    }

    /** Never throws on any input. */
    static Result read(Bytes bytes, Limits limits, Shape... roots) {
        var findings = new ArrayList<Finding>();
        try {
            var reader = new ShapeReader(Tags.of(bytes, limits), limits);
            try {
                var root = reader.root(roots);
                if (reader.findings.isEmpty()) {
                    return new Result.Good(root);
                }
            } finally {
                findings.addAll(reader.findings);
            }
        } catch (Refused e) {
            findings.add(e.finding());
        }
        return new Result.Bad(List.copyOf(findings));
    }

    private Node root(Shape... roots) {
        tags.nextIsStart();
        for (Shape shape : roots) {
            if (shape.matches(tags.uri(), tags.local())) {
                var root = element(shape, "/" + shape.name());
                tags.finish();
                return root;
            }
        }
        throw tags.refusal(EnvelopeCode.NOT_AN_ENVELOPE, "/", Map.of("root", tags.local(), "namespace", tags.uri()));
    }

    private Node element(Shape shape, String path) {
        var attributes = attributes(shape, path);
        var text = "";
        var data = Bytes.EMPTY;
        var children = List.<Node>of();
        switch (shape.content()) {
            case Group(var shapes) -> children = children(shapes, path);
            case Passed() -> pass();
            case Binary() -> {
                tags.allowText(Math.toIntExact(Tags.envelopeBound(limits)));
                value(path);
                tags.allowUsualText();
                data = binary(path);
            }
            case Shape.Content content -> {
                value(path);
                text = tags.text().toString();
                Values.complaint(content, text).ifPresent(it -> add(it.code(), path, it.values()));
            }
        }
        return new Node(shape.name(), text, data, attributes, children);
    }

    private List<Node> children(List<Shape> shapes, String path) {
        var children = new ArrayList<Node>();
        int at = 0;
        int count = 0;
        while (tags.nextIsStart()) {
            noText(path);
            int slot = slot(shapes);
            if (slot < 0) {
                unknown(path);
                continue;
            }
            if (slot < at) {
                add(
                        EnvelopeCode.ENVELOPE_OUT_OF_ORDER,
                        path + "/" + tags.local(),
                        Map.of("element", tags.local(), "before", shapes.get(at).name()));
                pass();
                continue;
            }
            if (slot > at) {
                missing(shapes, at, slot, count, path);
                at = slot;
                count = 0;
            }
            children.add(child(shapes.get(slot), ++count, path));
        }
        noText(path);
        missing(shapes, at, shapes.size(), count, path);
        return children;
    }

    private Node child(Shape shape, int number, String path) {
        var here = path + "/" + shape.name() + (shape.max() > 1 ? "[" + number + "]" : "");
        if (number == shape.max() + 1) {
            add(
                    EnvelopeCode.ENVELOPE_TOO_MANY,
                    here,
                    Map.of("element", shape.name(), "max", String.valueOf(shape.max())));
        }
        return element(shape, here);
    }

    private int slot(List<Shape> shapes) {
        for (int i = 0; i < shapes.size(); i++) {
            if (shapes.get(i).matches(tags.uri(), tags.local())) {
                return i;
            }
        }
        return -1;
    }

    private void missing(List<Shape> shapes, int from, int to, int count, String path) {
        for (int i = from; i < to; i++) {
            if ((i == from ? count : 0) < shapes.get(i).min()) {
                add(
                        EnvelopeCode.ENVELOPE_MISSING_ELEMENT,
                        path + "/" + shapes.get(i).name(),
                        Map.of("element", shapes.get(i).name()));
            }
        }
    }

    /** Reads on to the end tag of a value; whatever element stands in it does not belong there. */
    private void value(String path) {
        var text = new StringBuilder();
        while (tags.nextIsStart()) {
            text.append(tags.text());
            unknown(path);
        }
        if (!text.isEmpty()) {
            tags.text().insert(0, text);
        }
    }

    private void pass() {
        int depth = tags.depth();
        while (tags.nextIsStart() || tags.depth() > depth) {
            // bounded by the depth and by the size of the whole
        }
    }

    private void unknown(String path) {
        add(
                EnvelopeCode.ENVELOPE_UNKNOWN_ELEMENT,
                path + "/" + tags.local(),
                Map.of("element", tags.local(), "namespace", tags.uri()));
        pass();
    }

    private void noText(String path) {
        if (!tags.textIsBlank()) {
            add(EnvelopeCode.ENVELOPE_TEXT_NOT_ALLOWED, path, Map.of("element", path));
        }
    }

    private Bytes binary(String path) {
        return switch (Base64Text.decode(tags.text(), limits.maxBytes())) {
            case Base64Text.Decoded.Data(var bytes) -> {
                if (bytes.size() == 0) {
                    add(EnvelopeCode.ENVELOPE_NO_DATA, path, Map.of());
                }
                yield bytes;
            }
            case Base64Text.Decoded.Nonsense(var detail) -> {
                add(EnvelopeCode.ENVELOPE_NOT_BASE64, path, Map.of("detail", detail));
                yield Bytes.EMPTY;
            }
            case Base64Text.Decoded.TooMuch(var size) -> {
                add(
                        EnvelopeCode.ENVELOPE_TOO_LARGE,
                        path,
                        Map.of("size", String.valueOf(size), "max", String.valueOf(limits.maxBytes())));
                yield Bytes.EMPTY;
            }
        };
    }

    private Map<String, String> attributes(Shape shape, String path) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < tags.attributeCount(); i++) {
            values.put(tags.attributeName(i), tags.attributeValue(i));
        }
        if (shape.content() instanceof Passed) {
            return Map.of();
        }
        for (Attribute attribute : shape.attributes()) {
            attribute(attribute, values, path);
        }
        for (String name : values.keySet()) {
            // any document may point to its schema
            if (shape.attributes().stream().noneMatch(known -> known.name().equals(name))
                    && !name.startsWith("{http://www.w3.org/2001/XMLSchema-instance}")) {
                add(EnvelopeCode.ENVELOPE_UNKNOWN_ATTRIBUTE, path + "/@" + name, Map.of("attribute", name));
            }
        }
        return values;
    }

    private void attribute(Attribute attribute, Map<String, String> values, String path) {
        var value = values.get(attribute.name());
        var here = path + "/@" + attribute.name();
        if (value == null) {
            if (attribute.required()) {
                add(EnvelopeCode.ENVELOPE_MISSING_ATTRIBUTE, here, Map.of("attribute", attribute.name()));
            }
        } else {
            Values.complaint(attribute, value).ifPresent(it -> add(it.code(), here, it.values()));
        }
    }

    private void add(EnvelopeCode code, String path, Map<String, String> values) {
        if (findings.size() < limits.maxFindings()) {
            findings.add(new Finding(code, tags.here(path), values));
        }
    }
}
