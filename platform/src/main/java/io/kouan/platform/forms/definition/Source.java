package io.kouan.platform.forms.definition;

/** Who gives a field its value. */
public enum Source {
    /** the person who fills in the form */
    USER,
    /** the enterprise's profile; the person may change it unless it is read-only */
    PROFILE,
    /** the program */
    SYSTEM,
    /** the officer who decides */
    REVIEWER
}
