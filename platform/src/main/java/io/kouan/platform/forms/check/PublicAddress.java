package io.kouan.platform.forms.check;

import java.util.regex.Pattern;

/** Addresses in the public IPv4 space, single or in blocks of at most 256. */
final class PublicAddress {

    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})(/([0-9]{1,2}))?");

    private PublicAddress() {}

    static boolean isOne(String value) {
        var parts = FORM.matcher(value);
        if (!parts.matches()) {
            return false;
        }
        int[] bytes = new int[4];
        for (int i = 0; i < 4; i++) {
            bytes[i] = Integer.parseInt(parts.group(i + 1));
            if (bytes[i] > 255) {
                return false;
            }
        }
        int bits = parts.group(6) == null ? 32 : Integer.parseInt(parts.group(6));
        return bits >= 24 && bits <= 32 && isPublic(bytes);
    }

    private static boolean isPublic(int[] bytes) {
        int first = bytes[0];
        int second = bytes[1];
        boolean closed = first == 0
                || first == 10
                || first == 127
                || first >= 224
                || (first == 100 && second >= 64 && second < 128)
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168);
        return !closed;
    }
}
