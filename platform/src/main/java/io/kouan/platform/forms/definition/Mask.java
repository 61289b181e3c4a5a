package io.kouan.platform.forms.definition;

/** How a value is shown to those who need not know it whole (roles.md section 6). */
public enum Mask {
    NONE,
    /** first six and last four characters */
    ID,
    /** first three and last four digits */
    MOBILE,
    /** last four characters */
    ACCOUNT,
    /** nothing at all */
    SECRET;

    /** The value as others may see it. */
    public String of(String value) {
        return switch (this) {
            case NONE -> value;
            case ID -> masked(value, 6, 4);
            case MOBILE -> masked(value, 3, 4);
            case ACCOUNT -> masked(value, 0, 4);
            case SECRET -> value.isEmpty() ? "" : "********";
        };
    }

    /** A value too short to keep both ends keeps none. */
    private static String masked(String value, int first, int last) {
        int hidden = value.length() - first - last;
        return hidden < 1
                ? "*".repeat(value.length())
                : value.substring(0, first) + "*".repeat(hidden) + value.substring(value.length() - last);
    }
}
