package io.kouan.platform.notifications;

import io.kouan.ceb.finding.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a notification says (消息文本).
 *
 * @param id for example {@code N-10}
 * @param to whom it goes, in the words of the file
 * @param values what stands in braces
 */
public record NotificationText(String id, List<String> to, Set<String> values, Wording title, Wording text) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");
    private static final String IN_ENGLISH = ".en";

    /** A text in both languages; Chinese is the wording of the handbook. */
    public record Wording(String zh, String en) {

        public String in(Language language) {
            return language == Language.ZH ? zh : en;
        }

        Set<String> places(Language language) {
            return PLACE.matcher(in(language))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    public NotificationText {
        to = List.copyOf(to);
        values = Set.copyOf(values);
        for (Language language : Language.values()) {
            if (!text.places(language).equals(values)) {
                throw new IllegalArgumentException(id + " does not name its values " + values + " in " + language);
            }
            if (!title.places(language).isEmpty()) {
                throw new IllegalArgumentException(id + " names values in its title");
            }
        }
    }

    /** Says it; a value that is there in English is taken for English. */
    public String say(Language language, Map<String, String> given) {
        UnaryOperator<String> value = place -> language == Language.EN
                ? given.getOrDefault(place + IN_ENGLISH, given.getOrDefault(place, ""))
                : given.getOrDefault(place, "");
        return PLACE.matcher(text.in(language)).replaceAll(found -> quoted(found, value));
    }

    private static String quoted(MatchResult found, UnaryOperator<String> value) {
        return Matcher.quoteReplacement(value.apply(found.group(1)));
    }

    /** What is wrong with these values: one missing, or one that the text does not name. Empty where nothing is. */
    Set<String> mismatch(Set<String> given) {
        var wrong = new TreeSet<String>();
        values.stream().filter(value -> !given.contains(value)).forEach(wrong::add);
        given.stream()
                .filter(value -> !values.contains(
                        value.endsWith(IN_ENGLISH) ? value.substring(0, value.length() - IN_ENGLISH.length()) : value))
                .forEach(wrong::add);
        return wrong;
    }
}
