package io.kouan.platform.forms.page;

import io.kouan.ceb.finding.Language;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** The language of this request: English where asked for, else Chinese. */
public final class Tongue {

    private Tongue() {}

    public static Language now() {
        var asked = LocaleContextHolder.getLocale().getLanguage();
        return Locale.ENGLISH.getLanguage().equals(asked) ? Language.EN : Language.ZH;
    }
}
