package io.kouan.client.explain;

import io.kouan.ceb.catalogue.CodeTable;
import io.kouan.ceb.catalogue.CodeTables;
import io.kouan.ceb.finding.FindingText;
import io.kouan.ceb.finding.FindingTexts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds codes in the specification's lists and in our own findings. */
final class Explanations {

    private static final Pattern IN_TEXT = Pattern.compile("\\[Code:\\s*([0-9]{3,6})\\s*;");
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,7}");

    private Explanations() {}

    /** The codes that a text names: {@code [Code:1332;Desc:…]} as receipts write them, or the code alone. */
    static List<String> codesIn(String text) {
        var codes = new LinkedHashSet<String>();
        Matcher matcher = IN_TEXT.matcher(text);
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        return List.copyOf(codes);
    }

    /** Everything known under this code; a number may stand in several lists. */
    static List<Explanation> of(String code) {
        var all = new ArrayList<Explanation>();
        FindingTexts.all().stream()
                .filter(text -> text.code().equalsIgnoreCase(code))
                .forEach(text -> all.add(new Explanation(
                        text.code(), "finding", text.name(), text.name(), Optional.empty(), List.of(text))));
        if (!PLAIN.matcher(code).matches()) {
            return all;
        }
        status(code).ifPresent(all::add);
        Stream.of("customs-result", "ceb-error", "dxp-error", "platform-data-response")
                .map(table -> inTable(code, table))
                .flatMap(Optional::stream)
                .forEach(all::add);
        if (all.isEmpty() && !behind(code).isEmpty()) {
            all.add(new Explanation(code, "customs-result", "", "", Optional.empty(), behind(code)));
        }
        return all;
    }

    /** A status of a receipt (returnStatus); every negative one is a failure of processing. */
    static Optional<Explanation> status(String code) {
        return CodeTables.named("return-status")
                .find(code)
                .map(found -> explanation(found, "return-status", isEnd(found)));
    }

    private static Optional<Boolean> isEnd(CodeTable.Code status) {
        return switch (status.extra().getOrDefault("terminal", "")) {
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Explanation> inTable(String code, String table) {
        return CodeTables.named(table).find(code).map(found -> explanation(found, table, Optional.empty()));
    }

    private static Explanation explanation(CodeTable.Code found, String table, Optional<Boolean> isEnd) {
        return new Explanation(
                found.code(),
                table,
                found.nameZh(),
                found.nameEn(),
                isEnd,
                table.equals("return-status") ? List.of() : behind(found.code()));
    }

    private static List<FindingText> behind(String code) {
        return FindingTexts.all().stream()
                .filter(text -> text.receipt()
                        .filter(receipt -> receipt.code().filter(code::equals).isPresent()
                                || (code.startsWith("-") && receipt.status().equals(code)))
                        .isPresent())
                .toList();
    }
}
