package io.kouan.platform.audit;

import io.kouan.ceb.finding.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says entries in the reader's language, with the names that the rooms give. */
@Component
class AuditWords {

    private final List<AuditNames> names;

    AuditWords(List<AuditNames> names) {
        this.names = List.copyOf(names);
    }

    String kind(String kind) {
        return first(it -> it.kind(kind, language())).orElse(kind);
    }

    String action(String kind, String action) {
        return first(it -> it.action(kind, action, language())).orElse(action);
    }

    String role(String role) {
        return first(it -> it.role(role, language())).orElse(role);
    }

    private Optional<String> first(Function<AuditNames, Optional<String>> ask) {
        return names.stream().map(ask).flatMap(Optional::stream).findFirst();
    }

    private static Language language() {
        var asked = LocaleContextHolder.getLocale().getLanguage();
        return Locale.ENGLISH.getLanguage().equals(asked) ? Language.EN : Language.ZH;
    }
}
