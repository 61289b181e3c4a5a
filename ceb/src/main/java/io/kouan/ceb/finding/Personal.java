package io.kouan.ceb.finding;

import java.util.Set;

/** Personal data (个人信息) in messages: which fields hold them, and how they are shown where not everybody may see. */
public final class Personal {

    private static final Set<String> FIELDS = Set.of(
            "buyerName",
            "buyerIdNumber",
            "buyerTelephone",
            "buyerRegNo",
            "payerName",
            "payerIdNumber",
            "telephone",
            "consignee",
            "consigneeTelephone",
            "consigneeAddress");

    private Personal() {}

    public static boolean isPersonal(String field) {
        return FIELDS.contains(field);
    }

    /** The value itself, or its mask where the field holds personal data. Long values are cut. */
    public static String shown(String field, String value) {
        return isPersonal(field) ? masked(value) : cut(value);
    }

    /** Keeps the first character, and the last one of six or more: enough to recognise, too little to know. */
    public static String masked(String value) {
        int length = value.codePointCount(0, value.length());
        if (length == 0) {
            return "";
        }
        var first = new String(Character.toChars(value.codePointAt(0)));
        if (length < 6) {
            return first + "*".repeat(length - 1);
        }
        var last = new String(Character.toChars(value.codePointBefore(value.length())));
        return first + "*".repeat(Math.min(length - 2, 16)) + last;
    }

    private static String cut(String value) {
        return value.length() <= 120 ? value : value.substring(0, 117) + "...";
    }
}
