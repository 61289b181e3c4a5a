package io.kouan.ceb.finding;

import java.util.Optional;

/**
 * What stands in {@code findings/*.yaml} about one code.
 *
 * @param rule for example {@code R-098}, or empty where no numbered rule exists
 * @param source standard, section or file that gives the rule
 * @param receipt what the receipt carries when this finding decides
 * @param dxp what the network's answer carries (codes/dxp-error.csv) where the message does not get as far as customs
 */
public record FindingText(
        String code,
        String name,
        Layer layer,
        Severity severity,
        Category category,
        String rule,
        String source,
        Optional<ReceiptCode> receipt,
        Optional<String> dxp,
        Words zh,
        Words en) {

    /** Who has to act. */
    public enum Category {
        /** the sender must change something */
        YOURS,
        /** we must */
        OURS,
        /** a third party must */
        THEIRS,
        /** nobody: send again later */
        TRY_LATER
    }

    /**
     * Status and text of a receipt.
     *
     * @param status for example {@code 100} or {@code -621029}
     * @param code the code inside {@code [Code:…;Desc:…]}; empty where customs writes plain text
     * @param desc the literal that customs writes, in Chinese, with {@code {name}} for values
     */
    public record ReceiptCode(String status, Optional<String> code, String desc) {}

    /** Sentences with {@code {name}} for values: what is wrong, why that is a rule, what to do. */
    public record Words(String what, String why, String cure) {}

    public Words in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
