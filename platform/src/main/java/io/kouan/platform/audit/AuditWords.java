package io.kouan.platform.audit;

import static java.util.stream.Collectors.joining;

import io.kouan.ceb.finding.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says entries in the reader's language, with the names that the rooms give; what nobody names stands as it was written. */
@Component
class AuditWords {

    private static final String STATE = "state";

    private final List<AuditNames> names;
    private final AuditEvents events;
    private final MessageSource texts;

    AuditWords(List<AuditNames> names, AuditEvents events, MessageSource texts) {
        this.names = List.copyOf(names);
        this.events = events;
        this.texts = texts;
    }

    /** What stands in the log, and what it means; without meaning where it is no code. */
    record Word(String code, String meaning) {

        private static final Pattern NAME = Pattern.compile("[a-z]+(?:[._][a-z]+)+");

        static Word of(String code, Optional<String> meaning) {
            return new Word(code, meaning.filter(it -> !it.equals(code)).orElse(""));
        }

        public boolean isCode() {
            return !meaning.isEmpty();
        }

        /** Whether it is the name of a switch or the like, to be shown as such: nobody translates it. */
        public boolean isName() {
            return NAME.matcher(code).matches();
        }
    }

    String kind(String kind) {
        return first(it -> it.kind(kind, language())).orElse(kind);
    }

    String action(String kind, String action) {
        return first(it -> it.action(kind, action, language())).orElse(action);
    }

    /** The names of one role or of several. */
    String roles(String roles) {
        return Arrays.stream(roles.split(" ", -1))
                .map(role -> first(it -> it.role(role, language())).orElse(role))
                .collect(joining(language() == Language.ZH ? "、" : ", "));
    }

    Word result(String result) {
        return Word.of(
                result,
                result.equals(AuditEntry.DONE) ? text("audit.done") : first(it -> it.result(result, language())));
    }

    Word reason(String code) {
        return Word.of(code, first(it -> it.reason(code, language())));
    }

    Word realm(String realm) {
        return Word.of(realm, realm.isEmpty() ? Optional.empty() : text("audit.realm." + realm));
    }

    /** The program itself has a name in each language; people have the one they gave. */
    String person(String login, String name) {
        return login.equals("system") ? text("audit.program").orElse(name) : name;
    }

    Word field(String kind, String place) {
        return Word.of(place, first(it -> it.field(kind, place, language())));
    }

    Word value(String kind, String place, String value) {
        return Word.of(
                value, first(it -> it.value(kind, place, value, language())).or(() -> known(kind, place, value)));
    }

    private Optional<String> known(String kind, String place, String value) {
        return switch (value) {
            case "true", "false" -> text("audit." + value);
            default -> place.equals(STATE) ? events.stateText(kind, value).flatMap(this::text) : Optional.empty();
        };
    }

    private Optional<String> first(Function<AuditNames, Optional<String>> ask) {
        return names.stream().map(ask).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(texts.getMessage(key, null, null, LocaleContextHolder.getLocale()));
    }

    private static Language language() {
        var asked = LocaleContextHolder.getLocale().getLanguage();
        return Locale.ENGLISH.getLanguage().equals(asked) ? Language.EN : Language.ZH;
    }
}
