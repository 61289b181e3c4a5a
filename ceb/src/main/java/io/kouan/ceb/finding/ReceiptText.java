package io.kouan.ceb.finding;

import io.kouan.ceb.finding.FindingText.Category;
import java.util.List;

/**
 * What is known about one code that a receipt (回执), or the network's answer, can carry.
 *
 * @param returnStatus the status under which the code comes; empty where it comes in no receipt
 * @param fields the fields to look at, as {@code Entity.field}
 */
public record ReceiptText(
        String code, Family family, String returnStatus, Category category, List<String> fields, Words zh, Words en) {

    public ReceiptText {
        fields = List.copyOf(fields);
    }

    /** Who writes the code, and where. */
    public enum Family {
        /** {@code returnStatus} itself: how far the document is */
        STATUS,
        /** customs, inside {@code [Code:…;Desc:…]} of {@code returnInfo} */
        CUSTOMS,
        /** the E-port, as a negative {@code returnStatus} */
        PROCESSING,
        /** the exchange network, in its answer to an envelope */
        NETWORK,
        /** our sandbox, 90000 to 90999, where the real code of customs is not known; no claim about customs */
        SANDBOX
    }

    /**
     * What customs writes, what lies behind it, what to do.
     *
     * @param text empty where no public source has it
     */
    public record Words(String text, String cause, String cure) {}

    public Words in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
