package io.kouan.ceb.finding;

import io.kouan.ceb.finding.FindingText.Category;
import io.kouan.ceb.finding.ReceiptText.Family;
import io.kouan.ceb.finding.ReceiptText.Words;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The blocks of 1,000 numbers that the export edition gives each document (table 7-3): signature, format, business,
 * processing. They say what is known of a number that was never published by itself.
 */
final class ReceiptBlocks {

    private static final Pattern NUMBER = Pattern.compile("-[0-9]{6}");

    private final List<SpecNode> stages;
    private final List<SpecNode> documents;

    private ReceiptBlocks(List<SpecNode> stages, List<SpecNode> documents) {
        this.stages = stages;
        this.documents = documents;
    }

    static ReceiptBlocks of(SpecFile file) {
        var node = file.yaml().only(Set.of("stages", "documents"));
        var blocks = new ReceiptBlocks(node.list("stages"), node.list("documents"));
        blocks.stages.forEach(stage -> stage.only(Set.of("zh", "en")));
        blocks.documents.forEach(document -> document.only(Set.of("zh", "en", "first")));
        return blocks;
    }

    Optional<ReceiptText> find(String code) {
        if (!NUMBER.matcher(code).matches()) {
            return Optional.empty();
        }
        int block = Integer.parseInt(code.substring(1)) / 1000;
        for (SpecNode document : documents) {
            int stage = block - document.at("first").number();
            if (stage >= 0 && stage < stages.size()) {
                return Optional.of(text(code, document, stages.get(stage)));
            }
        }
        return Optional.empty();
    }

    private static ReceiptText text(String code, SpecNode document, SpecNode stage) {
        return new ReceiptText(
                code,
                Family.PROCESSING,
                code,
                Category.YOURS,
                List.of(),
                words(document.text("zh") + "：", stage.at("zh")),
                words(document.text("en") + ": ", stage.at("en")));
    }

    private static Words words(String document, SpecNode stage) {
        return new Words(document + stage.text("text"), stage.text("cause"), stage.text("cure"));
    }
}
