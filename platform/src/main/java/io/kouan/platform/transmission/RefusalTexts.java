package io.kouan.platform.transmission;

import io.kouan.platform.forms.definition.FormCatalogue;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says why something is not done, in the reader's language. */
@Component
class RefusalTexts {

    private final FormCatalogue messages;

    RefusalTexts(FormCatalogue messages) {
        this.messages = messages;
    }

    String of(Refusal refused) {
        var label = messages.message(refused.message());
        var text = isEnglish() ? label.en() : label.zh();
        for (var value : refused.values().entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
