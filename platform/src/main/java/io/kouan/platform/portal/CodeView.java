package io.kouan.platform.portal;

import io.kouan.ceb.finding.FindingText;
import io.kouan.ceb.finding.FindingTexts;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.finding.ReceiptCodes;
import io.kouan.ceb.finding.ReceiptText;
import io.kouan.ceb.finding.ReceiptText.Family;
import java.util.List;
import java.util.Set;

/**
 * A code that stands in receipts, explained from the catalogue of receipt codes (receipts.md), and the findings of ours
 * that lead to it.
 *
 * @param text what is written officially; empty where no public source has it
 * @param fields the fields to look at, as {@code Entity.field}
 */
record CodeView(
        String code,
        Family family,
        String text,
        String cause,
        String cure,
        List<String> fields,
        List<FindingCodeView> findings) {

    /** States that leave nothing to ask: their badge says it all. */
    private static final Set<String> PLAIN_TONES = Set.of("good", "move");

    /** What a return record says: the codes in its text, and its status where that is the only hint to what is wrong. */
    static List<CodeView> in(String text, StatusView status, Language language) {
        boolean plain = PLAIN_TONES.contains(status.tone());
        return ReceiptCodes.explain(String.valueOf(status.status()), text).stream()
                .filter(code -> code.family() != Family.STATUS
                        || (!plain && ReceiptCodes.codesIn(text).isEmpty()))
                .map(code -> of(code, language))
                .toList();
    }

    static List<CodeView> ofNetwork(String code, Language language) {
        return ReceiptCodes.find(code).map(found -> of(found, language)).stream()
                .toList();
    }

    /** Every code of the catalogue. */
    static List<CodeView> all(Language language) {
        return ReceiptCodes.all().stream().map(code -> of(code, language)).toList();
    }

    private static CodeView of(ReceiptText code, Language language) {
        var words = code.in(language);
        return new CodeView(
                code.code(),
                code.family(),
                words.text(),
                words.cause(),
                words.cure(),
                code.fields(),
                findings(code, language));
    }

    private static List<FindingCodeView> findings(ReceiptText code, Language language) {
        return FindingTexts.all().stream()
                .filter(text -> leadsTo(text, code))
                .map(text -> FindingCodeView.of(text, language))
                .toList();
    }

    private static boolean leadsTo(FindingText finding, ReceiptText code) {
        return finding.receipt()
                .filter(receipt -> receipt.code().filter(code.code()::equals).isPresent()
                        || (code.family() != Family.STATUS && receipt.status().equals(code.code())))
                .isPresent();
    }
}
