package io.kouan.ceb.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FindingTextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    @Test
    void everyCodeOfTheLibraryHasItsTextAndEveryTextItsCode() {
        var codes = codes();

        assertThat(codes).extracting(FindingCode::code).doesNotHaveDuplicates();
        codes.forEach(code -> assertThat(code.text().name()).isEqualTo(code.name()));
        assertThat(FindingTexts.all())
                .filteredOn(text -> text.code().startsWith("CEB-"))
                .extracting(FindingText::code)
                .containsExactlyInAnyOrderElementsOf(
                        codes.stream().map(FindingCode::code).toList());
    }

    @Test
    void bothLanguagesSayTheSameThingsAboutTheSameValues() {
        for (FindingText text : FindingTexts.all()) {
            for (var words : List.of(text.zh(), text.en())) {
                assertThat(List.of(words.what(), words.why(), words.cure())).noneMatch(String::isBlank);
            }
            assertThat(PLACEHOLDER.matcher(text.zh().what()).results().count() > 0)
                    .as(text.code())
                    .isEqualTo(PLACEHOLDER.matcher(text.en().what()).results().count() > 0);
        }
    }

    private static List<FindingCode> codes() {
        var codes = new ArrayList<FindingCode>();
        for (JavaClass type : new ClassFileImporter().importPackages("io.kouan.ceb")) {
            if (type.isEnum() && type.isAssignableTo(FindingCode.class)) {
                for (Object constant : type.reflect().getEnumConstants()) {
                    codes.add((FindingCode) constant);
                }
            }
        }
        return codes;
    }
}
