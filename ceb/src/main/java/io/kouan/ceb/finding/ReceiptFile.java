package io.kouan.ceb.finding;

import io.kouan.ceb.catalogue.CodeTable;
import io.kouan.ceb.catalogue.CodeTables;
import io.kouan.ceb.finding.FindingText.Category;
import io.kouan.ceb.finding.ReceiptText.Family;
import io.kouan.ceb.finding.ReceiptText.Words;
import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one family of {@code receipts/*.yaml}; the official texts stay in their code table, where they stand once. */
final class ReceiptFile {

    private final Family family;
    private final CodeTable table;

    private ReceiptFile(Family family, CodeTable table) {
        this.family = family;
        this.table = table;
    }

    static List<ReceiptText> read(SpecFile file) {
        var node = file.yaml().only(Set.of("family", "table", "groups"));
        var reader = new ReceiptFile(Family.valueOf(node.text("family")), CodeTables.named(node.text("table")));
        var texts = new ArrayList<ReceiptText>();
        node.list("groups").forEach(group -> reader.group(group, texts));
        return texts;
    }

    private void group(SpecNode group, List<ReceiptText> texts) {
        group.only(Set.of("zh", "en", "category", "codes"));
        var category = Category.valueOf(group.findText("category").orElse("YOURS"));
        for (SpecNode entry : group.at("codes").list()) {
            entry.only(Set.of("code", "fields"));
            var code = entry.text("code");
            var row = table.find(code);
            texts.add(new ReceiptText(
                    code,
                    family,
                    status(code, row),
                    category,
                    entry.list("fields").stream().map(SpecNode::text).toList(),
                    words(group.at("zh"), row.map(CodeTable.Code::nameZh)),
                    words(group.at("en"), row.map(CodeTable.Code::nameEn))));
        }
    }

    private String status(String code, Optional<CodeTable.Code> row) {
        return switch (family) {
            case STATUS, PROCESSING -> code;
            case CUSTOMS, SANDBOX ->
                row.map(found -> found.extra().getOrDefault("return_status", ""))
                        .orElse("");
            case NETWORK -> "";
        };
    }

    /** The text that stands here goes before the table's: it is given where no table has the code. */
    private static Words words(SpecNode node, Optional<String> official) {
        node.only(Set.of("text", "cause", "cure"));
        var text = node.findText("text")
                .or(() -> official)
                .orElseThrow(() -> new BadSpecification(node.where(), "no table has this code, so a text is needed"));
        return new Words(text, node.text("cause"), node.text("cure"));
    }
}
