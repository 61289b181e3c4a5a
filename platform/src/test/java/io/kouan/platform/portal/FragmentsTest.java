package io.kouan.platform.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Templates put their conditions where they are heard. */
class FragmentsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TAG = Pattern.compile("<[a-z][^<>]*>");
    private static final Pattern FRAGMENT = Pattern.compile("\\sth:(replace|insert)=");
    private static final Pattern CONDITION = Pattern.compile("\\sth:(if|unless|each)=");

    /** A fragment takes the place of its tag before a condition on the same tag is looked at. */
    @Test
    void noConditionStandsOnTheTagThatAFragmentReplaces() throws IOException {
        var wrong = new ArrayList<String>();
        try (var files = Files.list(TEMPLATES)) {
            for (Path file : files.sorted().toList()) {
                TAG.matcher(Files.readString(file, UTF_8))
                        .results()
                        .map(found -> found.group())
                        .filter(tag -> FRAGMENT.matcher(tag).find()
                                && CONDITION.matcher(tag).find())
                        .forEach(tag -> wrong.add(file.getFileName() + ": " + tag));
            }
        }
        assertThat(wrong).isEmpty();
    }
}
