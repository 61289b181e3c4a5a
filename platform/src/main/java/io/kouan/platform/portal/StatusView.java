package io.kouan.platform.portal;

import io.kouan.ceb.catalogue.CodeTables;
import io.kouan.ceb.finding.Language;

/**
 * A document's state (回执状态) as a badge.
 *
 * @param tone {@code good}, {@code bad}, {@code wait}, {@code move}: how it looks
 */
record StatusView(int status, String name, String tone) {

    private static final String FAILED = "<0";

    static StatusView of(int status, Language language) {
        return new StatusView(status, name(status, language), tone(status));
    }

    private static String name(int status, Language language) {
        return CodeTables.named("return-status")
                .find(status < 0 ? FAILED : String.valueOf(status))
                .map(code -> language == Language.ZH ? code.nameZh() : code.nameEn())
                .orElse(String.valueOf(status));
    }

    private static String tone(int status) {
        if (status < 0) {
            return "bad";
        }
        return switch (status) {
            case 100, 700 -> "bad";
            case 120, 399, 800, 899 -> "good";
            case 300, 500, 501, 502, 503, 505, 599, 600 -> "wait";
            default -> "move";
        };
    }
}
