package io.kouan.platform.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both languages are complete, and no page has a text of its own. */
class TextsTest {

    private static final Path TEXTS = Path.of("src/main/resources/texts");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9.]+)[(}]");
    private static final Pattern WORDS_BETWEEN_TAGS = Pattern.compile(">([^<>]*[\\p{L}][^<>]*)<");
    private static final Pattern WORDS_IN_ATTRIBUTES =
            Pattern.compile("\\s(title|alt|placeholder|aria-label|value|content)=\"([^\"]*\\p{L}[^\"]*)\"");
    private static final List<String> MAY_BE_LITERAL = List.of(
            "./kouan client sample",
            "./kouan client send",
            "./kouan client agent",
            "./kouan client card-sign kouan-challenge.txt",
            "accepted",
            "refused");

    @Test
    void bothLanguagesHaveTheSameKeysAndNoneIsEmpty() {
        var zh = texts("zh");
        var en = texts("en");

        assertThat(new TreeSet<>(zh.keySet())).isEqualTo(new TreeSet<>(en.keySet()));
        assertThat(Stream.concat(zh.values().stream(), en.values().stream()))
                .noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void bothLanguagesTakeTheSameValues() {
        var en = texts("en");

        texts("zh")
                .forEach((key, text) ->
                        assertThat(values(text)).as(key.toString()).isEqualTo(values(en.getProperty(key.toString()))));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTextOfATemplateIsInTheMessageFiles(Path template) throws IOException {
        var keys = KEY.matcher(Files.readString(template));

        while (keys.find()) {
            assertThat(texts("zh")).as(template + " " + keys.group(1)).containsKey(keys.group(1));
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateHasNoTextOfItsOwn(Path template) throws IOException {
        var html = Files.readString(template)
                .replaceAll("(?s)<!DOCTYPE.*?>", "")
                .replaceAll("(?s)\\sth:[a-z-]+=\"[^\"]*\"", "");

        assertThat(WORDS_BETWEEN_TAGS
                        .matcher(html)
                        .results()
                        .map(found -> found.group(1).strip()))
                .allMatch(MAY_BE_LITERAL::contains);
        assertThat(WORDS_IN_ATTRIBUTES
                        .matcher(html.replaceAll("<meta[^>]*>", ""))
                        .results()
                        .map(found -> found.group(2)))
                .allMatch(MAY_BE_LITERAL::contains);
    }

    static Stream<Path> templates() throws IOException {
        return Files.list(TEMPLATES)
                .filter(file -> file.toString().endsWith(".html"))
                .sorted();
    }

    private static int values(Object pattern) {
        return new MessageFormat(pattern.toString(), Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    @Test
    void noKeyStandsInTwoFiles() {
        int all = files("zh").mapToInt(file -> load(file).size()).sum();

        assertThat(texts("zh")).hasSize(all);
    }

    private static Properties texts(String language) {
        var texts = new Properties();
        files(language).forEach(file -> texts.putAll(load(file)));
        return texts;
    }

    private static Stream<Path> files(String language) {
        try {
            return Files.list(TEXTS).filter(file -> file.toString().endsWith("_" + language + ".properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(Path file) {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(file, UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
