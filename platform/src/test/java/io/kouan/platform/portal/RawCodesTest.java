package io.kouan.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.accounts.Role;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * No page shows a key, a constant or a sentence in the other language where people read words. Codes may stand beside their words, in
 * the type of codes: elements of class {@code mono} and the like.
 */
class RawCodesTest extends RoutesTest {

    private static final String CODES =
            ".mono, .k-chip, code, pre, kbd, samp, script, style, textarea, [lang]:not(html)";
    private static final List<String> READ_ALOUD = List.of("aria-label", "title", "placeholder", "data-label", "alt");

    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z]{2}[A-Z0-9]*_[A-Z0-9_]*[A-Z0-9]\\b");
    private static final Pattern STATE = Pattern.compile(
            "\\b(?:DRAFT|SUBMITTED|RETURNED|REFUSED|APPROVED|ACCEPTED|CANCELLED"
                    + "|WITHDRAWN|PUBLISHED|REGISTERED|RELEASED|OPEN|CLOSED|SUSPENDED|ISSUED|PENDING|ACTIVE|DONE|ENABLED|DISABLED)\\b");
    private static final Pattern SNAKE = Pattern.compile("\\b[a-z]+(?:_[a-z]+)+\\b");
    private static final Pattern KEY = Pattern.compile("\\b[a-z][a-zA-Z]*(?:\\.[a-zA-Z][a-zA-Z_]*){2,}\\b");
    private static final Pattern MISSING = Pattern.compile("\\?\\?\\S+");
    private static final Pattern ENGLISH = Pattern.compile("(?:\\b[A-Za-z]+,? ){5,}[A-Za-z]+");

    /** Not ours to translate: names of files, logins and addresses; and the codes that stand in brackets behind the handbook's section. */
    private static final Pattern GIVEN =
            Pattern.compile("\\S+\\.(?:zip|pdf|docx?|xlsx?)\\b|[a-z_]+-[0-9]+|(?:https?://|www\\.)\\S+"
                    + "|/[a-z_/]+|\\(ERR_\\w+\\)|（ERR_\\w+）");

    @Test
    void everyPageSpeaksWordsInBothLanguages() {
        var told = new LinkedHashSet<String>();
        int read = 0;
        for (Route route : routes().stream().filter(it -> !it.changes()).toList()) {
            for (String language : List.of("zh", "en")) {
                var page = page(route, language);
                if (page.isPresent()) {
                    read++;
                    leaks(page.get(), language).forEach(leak -> told.add(route + " " + language + ": " + leak));
                }
            }
        }

        assertThat(told).isEmpty();
        assertThat(read).isGreaterThan(100);
    }

    /** The page as the first of those sees it who may. */
    private Optional<Document> page(Route route, String language) {
        return roles(route)
                .map(role -> perform(
                                request(route, known().own(route), role, owner).param("lang", language))
                        .getResponse())
                .filter(answer -> answer.getStatus() == 200 && isHtml(answer))
                .findFirst()
                .map(answer -> Jsoup.parse(text(answer)));
    }

    private Stream<Role> roles(Route route) {
        return people().stream().filter(role -> route.requires().isEmpty() || allows(route, role));
    }

    private static boolean isHtml(MockHttpServletResponse answer) {
        return Optional.ofNullable(answer.getContentType()).orElse("").startsWith("text/html");
    }

    private static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Set<String> leaks(Document page, String language) {
        page.select(CODES).remove();
        var patterns = new ArrayList<>(List.of(CONSTANT, STATE, SNAKE, KEY, MISSING));
        if (language.equals("zh")) {
            patterns.add(ENGLISH);
        }
        var found = new LinkedHashSet<String>();
        words(page)
                .map(text -> GIVEN.matcher(text).replaceAll(" "))
                .forEach(text -> patterns.forEach(pattern -> pattern.matcher(text)
                        .results()
                        .map(result -> result.group())
                        .forEach(found::add)));
        return found;
    }

    /** Each piece of text by itself, and what is read aloud. */
    private static Stream<String> words(Document page) {
        return page.getAllElements().stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(one.ownText()), READ_ALOUD.stream().map(one::attr)));
    }

    @Test
    void aLeakIsFoundAndACodeBesideItsWordsIsNone() {
        var page = Jsoup.parse("""
                <html lang="zh"><p>结果 ERR_FORBIDDEN</p><p>状态 SUBMITTED</p><p title="audit.realm.XX"></p><p>??audit.none??</p>
                <p>Number of the document in the enterprise system</p>
                <p>没有权限 <span class="mono">ERR_STATE</span></p><a lang="en">Read this whole page in English</a></html>
                """);

        assertThat(leaks(page, "zh"))
                .containsExactlyInAnyOrder(
                        "ERR_FORBIDDEN",
                        "SUBMITTED",
                        "audit.realm.XX",
                        "??audit.none??",
                        "Number of the document in the enterprise system");
        assertThat(page.getAllElements()).extracting(Element::className).doesNotContain("mono");
    }
}
