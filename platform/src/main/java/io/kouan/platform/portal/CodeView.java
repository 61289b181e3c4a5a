package io.kouan.platform.portal;

import io.kouan.ceb.catalogue.CodeTables;
import io.kouan.ceb.finding.FindingText;
import io.kouan.ceb.finding.FindingTexts;
import io.kouan.ceb.finding.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A code that stands in receipts, explained from the specification's lists and from the findings that lead to it.
 *
 * @param table the list it stands in, for example {@code customs-result}
 */
record CodeView(String code, String table, String text, List<FindingCodeView> causes) {

    private static final Pattern IN_TEXT = Pattern.compile("\\[Code:\\s*([0-9]{3,6})\\s*;");
    private static final List<String> TABLES = List.of("customs-result", "ceb-error", "dxp-error");

    /** The codes that a return record names: inside its text, or as a negative status. */
    static List<CodeView> in(String text, int status, Language language) {
        var codes = new ArrayList<CodeView>();
        var matcher = IN_TEXT.matcher(text);
        while (matcher.find()) {
            codes.add(of(matcher.group(1), "customs-result", language));
        }
        if (status < 0) {
            codes.add(of(String.valueOf(status), "ceb-error", language));
        }
        return codes;
    }

    static List<CodeView> ofNetwork(String code, Language language) {
        return List.of(of(code, "dxp-error", language));
    }

    private static CodeView of(String code, String table, Language language) {
        return new CodeView(
                code,
                table,
                CodeTables.named(table)
                        .find(code)
                        .map(it -> language == Language.ZH ? it.nameZh() : it.nameEn())
                        .orElse(""),
                causes(code, language));
    }

    /** Every code of the lists, with the findings behind it. */
    static List<CodeView> all(Language language) {
        Map<String, CodeView> all = new LinkedHashMap<>();
        for (String table : TABLES) {
            CodeTables.named(table).all().stream()
                    .sorted(Comparator.comparingInt(code -> code.code().length()))
                    .forEach(code -> all.putIfAbsent(table + code.code(), of(code.code(), table, language)));
        }
        return List.copyOf(all.values());
    }

    private static List<FindingCodeView> causes(String code, Language language) {
        return FindingTexts.all().stream()
                .filter(text -> leadsTo(text, code))
                .map(text -> FindingCodeView.of(text, language))
                .toList();
    }

    private static boolean leadsTo(FindingText text, String code) {
        return text.receipt()
                .filter(receipt -> receipt.code().filter(code::equals).isPresent()
                        || (code.startsWith("-") && receipt.status().equals(code)))
                .isPresent();
    }
}
