package io.kouan.client.terminal;

import io.kouan.ceb.finding.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the command line in one language; both files have the same keys. */
public final class Texts {

    private static final String FILE = "io.kouan.client.texts";

    private final Language language;
    private final ResourceBundle bundle;

    public Texts(Language language) {
        this(language, FILE);
    }

    /** Other texts of the same kind. */
    public Texts(Language language, String file) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                file,
                language == Language.ZH ? Locale.CHINESE : Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public Language language() {
        return language;
    }

    /** The bundle itself, from which the help pages are written. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** The text with {@code {0}}, {@code {1}} … filled in. */
    public String of(String key, Object... values) {
        var locale = language == Language.ZH ? Locale.CHINA : Locale.US;
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /**
     * The language to speak: {@code --lang} where given, else {@code KOUAN_LANG}, else that of the terminal.
     *
     * @param locale of the terminal, for example {@code zh_CN.UTF-8}
     */
    public static Language language(String[] arguments, String chosen, String locale) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--lang=")) {
                return named(arguments[i].substring("--lang=".length()));
            }
            if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
                return named(arguments[i + 1]);
            }
        }
        return named(chosen.isEmpty() ? locale : chosen);
    }

    private static Language named(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("zh") ? Language.ZH : Language.EN;
    }
}
