package io.kouan.ceb.finding;

import io.kouan.ceb.finding.FindingText.Category;
import io.kouan.ceb.finding.FindingText.ReceiptCode;
import io.kouan.ceb.finding.FindingText.Words;
import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All texts of findings, read from {@code findings/*.yaml} when first asked for. */
public final class FindingTexts {

    /** One file per area, so that an area's numbers stand together. */
    private static final List<String> FILES = new SpecFile("findings/index.yaml")
            .yaml().list("files").stream().map(SpecNode::text).toList();

    private static final Map<String, FindingText> ALL = load();

    private FindingTexts() {}

    /** The text of a code; a code without text is a bug that a test finds. */
    public static FindingText of(FindingCode code) {
        var text = ALL.get(code.code());
        if (text == null || !text.name().equals(code.name())) {
            throw new BadSpecification("findings", "no text for " + code.code() + " " + code.name());
        }
        return text;
    }

    /** Every text in the order of the files: the source of the generated reference. */
    public static Collection<FindingText> all() {
        return ALL.values();
    }

    private static Map<String, FindingText> load() {
        var texts = new LinkedHashMap<String, FindingText>();
        for (String file : FILES) {
            var node = new SpecFile("findings/" + file).yaml().only(Set.of("layer", "findings"));
            for (SpecNode entry : node.list("findings")) {
                var text = text(entry, Layer.valueOf(node.text("layer")));
                if (texts.put(text.code(), text) != null) {
                    throw new BadSpecification(entry.where(), text.code() + " stands twice");
                }
            }
        }
        return Collections.unmodifiableMap(texts);
    }

    private static FindingText text(SpecNode node, Layer layer) {
        node.only(Set.of("code", "name", "severity", "category", "rule", "source", "receipt", "dxp", "zh", "en"));
        return new FindingText(
                node.text("code"),
                node.text("name"),
                layer,
                Severity.valueOf(node.findText("severity").orElse("ERROR")),
                Category.valueOf(node.findText("category").orElse("YOURS")),
                node.findText("rule").orElse(""),
                node.text("source"),
                node.find("receipt").map(FindingTexts::receipt),
                node.findText("dxp"),
                words(node.at("zh")),
                words(node.at("en")));
    }

    private static ReceiptCode receipt(SpecNode node) {
        node.only(Set.of("status", "code", "desc"));
        return new ReceiptCode(node.text("status"), node.findText("code"), node.text("desc"));
    }

    private static Words words(SpecNode node) {
        node.only(Set.of("what", "why", "cure"));
        return new Words(node.text("what"), node.text("why"), node.text("cure"));
    }
}
