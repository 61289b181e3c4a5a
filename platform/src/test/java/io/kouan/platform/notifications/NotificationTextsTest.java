package io.kouan.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kouan.ceb.finding.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationTextsTest {

    private static final List<String> NEVER =
            List.of("password", "密码", "口令", "id_no", "身份证", "pin", "secret", "api_key", "licence_content", "private");

    static java.util.Collection<NotificationText> texts() {
        return NotificationTexts.read().all();
    }

    @Test
    void allOfTheHandbookAreThereAndThoseOfAccounts() {
        assertThat(texts()).hasSize(46);
        assertThat(NotificationTexts.read().find("N-81")).isPresent();
        for (String id : List.of("N-37", "N-38", "N-39", "N-90", "N-91", "N-92", "N-93", "N-94", "N-95")) {
            assertThat(NotificationTexts.read().find(id)).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noTextAsksForAPasswordAnIdNumberOrALicence(NotificationText text) {
        for (String word : NEVER) {
            assertThat(text.values())
                    .noneMatch(value -> value.toLowerCase(Locale.ROOT).contains(word));
            assertThat(text.text().zh() + text.title().zh()).doesNotContain(word);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyTextSaysItsValuesInBothLanguages(NotificationText text) {
        var given = new HashMap<String, String>();
        text.values().forEach(value -> given.put(value, "<" + value + " $1 {no}>"));
        given.put("form.en", "Form");

        for (Language language : Language.values()) {
            var said = text.say(language, given);
            assertThat(said).doesNotContain("\\");
            text.values().stream()
                    .filter(value -> !value.equals("form"))
                    .forEach(value -> assertThat(said).contains("<" + value + " $1 {no}>"));
        }
        if (text.values().contains("form")) {
            assertThat(text.say(Language.EN, given)).contains("Form (");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"440402197203150016", "身份证440402197203150016，请核对", "44010619900307771X 440402197203150016"})
    void anIdNumberInAReasonIsMasked(String reason) {
        assertThat(IdNumbers.masked(reason)).contains("440402********0016").doesNotContain("197203150016");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "440402197203150017",
                "440402197213450016",
                "91440400MA4TEXT1XY",
                "000000000000000000",
                "1440402197203150016",
                "SW20261123000001"
            })
    void whatOnlyLooksLikeOneIsLeft(String number) {
        assertThat(IdNumbers.masked(number)).isEqualTo(number);
    }

    @Test
    void aPlaceThatIsNoValueStopsTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text("编号{no}，原因{reason}", "No. {no}"))
                .withMessageContaining("N-99");
        assertThatIllegalArgumentException().isThrownBy(() -> text("编号{no}", "Number"));
        assertThatIllegalArgumentException().isThrownBy(() -> text("编号", "Number"));
        assertThat(text("编号{no}", "No. {no}").values()).containsExactly("no");
    }

    @Test
    void aValueMissingOrTooManyIsFound() {
        var text = NotificationTexts.read().text("N-12");

        assertThat(text.mismatch(Set.of("form", "form.en", "no", "reason"))).isEmpty();
        assertThat(text.mismatch(Set.of("form", "no"))).containsExactly("reason");
        assertThat(text.mismatch(Set.of("form", "no", "reason", "password"))).containsExactly("password");
    }

    private static NotificationText text(String zh, String en) {
        return new NotificationText(
                "N-99",
                List.of("person"),
                Set.of("no"),
                new NotificationText.Wording("题", "Title"),
                new NotificationText.Wording(zh, en));
    }
}
