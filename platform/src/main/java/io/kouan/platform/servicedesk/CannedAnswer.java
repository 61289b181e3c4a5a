package io.kouan.platform.servicedesk;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that the desk answers with again and again (常用回复), in both languages, with places in braces. Pure.
 *
 * @param retired offered no longer
 */
public record CannedAnswer(
        long id, String titleZh, String titleEn, String bodyZh, String bodyEn, boolean retired, int version) {

    /** What a text may name: ticket number, enterprise, matter, due time, agent. */
    static final Set<String> PLACES = Set.of("no", "enterprise", "matter", "due", "agent");

    static final int MOST_TITLE = 60;
    static final int MOST_BODY = 2000;

    private static final Pattern PLACE = Pattern.compile("\\{([^{}\\n]{0,40})}");

    /** The names in braces that nothing is known for. */
    static Set<String> unknownPlaces(String text) {
        var unknown = new TreeSet<String>();
        PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !PLACES.contains(name))
                .forEach(unknown::add);
        return unknown;
    }

    /** The text with its places filled in once: what a value holds is not looked into again. */
    static String filled(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
