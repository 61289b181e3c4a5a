package io.kouan.platform.documents;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The check code (核验码) of a print: sixteen characters that nobody guesses and that are not mixed up when they are read from paper.
 *
 * @param value upper case, without gaps
 */
record CheckCode(String value) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 16;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    CheckCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no check code");
        }
    }

    static CheckCode draw(SecureRandom random) {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new CheckCode(code.toString());
    }

    /** What somebody typed, with or without gaps; empty where it cannot be a code. */
    static Optional<CheckCode> typed(String text) {
        var value = text.replaceAll("[\\s\\-－]", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(value).matches() ? Optional.of(new CheckCode(value)) : Optional.empty();
    }

    /** As it is printed: in fours. */
    String spaced() {
        return value.replaceAll("(.{4})(?=.)", "$1-");
    }
}
