package io.kouan.platform.forms.definition;

import java.util.Locale;

/** What a field holds. All values are kept as text; the type says which text is one. */
public enum FieldType {
    /** one line */
    STRING,
    /** several lines */
    TEXT,
    INTEGER,
    DECIMAL,
    /** yyyy-MM-dd */
    DATE,
    /** two dates joined by a slash, the first not after the second */
    DATERANGE,
    /** yyyy-MM-dd HH:mm:ss, China Standard Time */
    DATETIME,
    /** {@code true} or nothing */
    BOOLEAN,
    /** one code of an option list */
    ENUM,
    /** codes of an option list, joined by commas */
    MULTI_ENUM,
    /** one code of a long list, found by typing */
    LOOKUP,
    /** never shown again, never logged, kept as a salted hash only */
    PASSWORD,
    /** an uploaded file, in tables only */
    FILE;

    static FieldType of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Whether the value is one or more codes of an option list. */
    public boolean isChoice() {
        return this == ENUM || this == MULTI_ENUM || this == LOOKUP;
    }

    /** Whether it is a box to tick. */
    public boolean isTick() {
        return this == BOOLEAN;
    }

    /** Whether people write it, so that its length counts and its characters are put in order first. */
    public boolean isWritten() {
        return this == STRING || this == TEXT || this == PASSWORD;
    }
}
