package io.kouan.platform.credentials;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Messages of the handbook and of this room in the language of the request. */
@Component
class CardTexts {

    private final FormCatalogue catalogue;
    private final MessageSource texts;

    CardTexts(FormCatalogue catalogue, MessageSource texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    static Language language() {
        var asked = LocaleContextHolder.getLocale().getLanguage();
        return Locale.ENGLISH.getLanguage().equals(asked) ? Language.EN : Language.ZH;
    }

    /** A message of the handbook, or one of this room. */
    String of(String message) {
        return message.startsWith("ERR_")
                ? catalogue.message(message).in(language())
                : text("credentials.fault." + message);
    }

    /** What is wrong, with its values and the name of the field. */
    String of(Fault fault) {
        var text = of(fault.message());
        if (!fault.place().isEmpty()) {
            text = text.replace("{label}", field(fault.place()));
        }
        var state = fault.values().get("state");
        return state == null ? text : text.replace("{state}", text("credentials.state." + state));
    }

    /** The label of a field of the screen card_record, or of this room's own. */
    String field(String key) {
        return catalogue.screen("card_record").stream()
                .filter(field -> field.key().equals(key))
                .map(field -> field.label().in(language()))
                .findFirst()
                .orElseGet(() -> text("credentials.field." + key));
    }

    String option(String list, String code) {
        return code.isEmpty() ? "" : catalogue.options(list).label(code).in(language());
    }

    String role(String code) {
        return code.equals("SYSTEM")
                ? text("credentials.role.SYSTEM")
                : catalogue.role(code).in(language());
    }

    String text(String key) {
        return texts.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
