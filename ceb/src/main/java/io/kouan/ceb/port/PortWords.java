package io.kouan.ceb.port;

import io.kouan.ceb.spec.BadSpecification;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one port calls things, put into texts where they say so: {@code $city$本地备案}, {@code Local filing in $city.en$}. That way no
 * other data names a port.
 */
public record PortWords(Map<String, String> words) {

    private static final Pattern WORD = Pattern.compile("\\$([a-z][a-z0-9_]*(?:\\.[a-zA-Z_]+)*)\\$");

    public PortWords {
        words = Map.copyOf(words);
    }

    /** The text with the port's words in it; a word that the port does not know stops the start. */
    public String in(String text) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        return WORD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(word(found.group(1))));
    }

    private String word(String key) {
        var word = words.get(key);
        if (word == null) {
            throw new BadSpecification(
                    "$" + key + "$", "the port has no word '" + key + "', known are " + words.keySet());
        }
        return word;
    }
}
