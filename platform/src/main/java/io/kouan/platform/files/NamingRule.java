package io.kouan.platform.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * How a paper's file has to be named (handbook 2.5), for example {@code {企业全称}+跨境电商统一版企业接入申请表.PDF}. Pure.
 *
 * @param pattern with the enterprise's full name (企业全称) in braces, where it belongs to the name
 * @param extensions in small letters
 */
public record NamingRule(String id, String pattern, Set<String> extensions) {

    private static final String NAME = "{企业全称}";
    private static final String WIDE = "（）［］＋";
    private static final String NARROW = "()[]+";

    public NamingRule {
        extensions = Set.copyOf(extensions);
    }

    /** The prescribed name, with the plus sign. */
    public String expected(String enterprise) {
        return pattern.replace(NAME, enterprise);
    }

    /**
     * Whether a file is named as prescribed. Letters count alike whatever their case, brackets and plus signs whatever their width; spaces
     * do not count, and the plus sign may be absent.
     */
    public boolean isMetBy(String name, String enterprise) {
        return extensions.contains(FileName.extension(name.strip()))
                && comparable(name).equals(comparable(expected(enterprise)));
    }

    private static String comparable(String name) {
        var plain = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .map(NamingRule::narrow)
                .filter(c -> c != '+')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static int narrow(int character) {
        int at = WIDE.indexOf(character);
        return at < 0 ? character : NARROW.charAt(at);
    }
}
