package io.kouan.platform.forms.check;

import io.kouan.platform.forms.definition.Validator.Tidy;
import java.util.Locale;

/** Puts what was typed in order before it is looked at (handbook 2.1): nobody is refused for a full-width digit. */
final class Tidying {

    private Tidying() {}

    /** For every text: no spaces around, half-width digits and Latin letters, nothing invisible. */
    static String text(String typed) {
        var tidy = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n").codePoints().forEach(c -> {
            if (isInvisible(c)) {
                return;
            }
            tidy.appendCodePoint(isFullWidthLetterOrDigit(c) ? c - 0xFEE0 : c);
        });
        return tidy.toString().strip();
    }

    static String as(Tidy tidy, String text) {
        return switch (tidy) {
            case PLAIN -> text;
            case CODES -> text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
            case PHONE ->
                text.replaceAll("\\s", "").replaceFirst("^(\\+86|0086)", "").replace("--", "-");
            case URL -> text.isEmpty() || text.matches("(?i)[a-z][a-z0-9+.-]*://.*") ? text : "http://" + text;
        };
    }

    private static boolean isFullWidthLetterOrDigit(int c) {
        return (c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
    }

    private static boolean isInvisible(int c) {
        return (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x2069)
                || c == 0xFEFF
                || c == 0x00AD
                || (Character.isISOControl(c) && c != '\n' && c != '\t');
    }
}
