package io.kouan.platform.filing;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the letter says: always in Chinese, whatever the reader's language, for it goes to a Chinese office. */
@Component("filingLetterTexts")
public class FilingLetterTexts {

    private final MessageSource texts;

    FilingLetterTexts(MessageSource texts) {
        this.texts = texts;
    }

    /** A text of the letter. */
    public String zh(String key, Object... values) {
        return texts.getMessage("filing.letter." + key, values, Locale.CHINESE);
    }
}
