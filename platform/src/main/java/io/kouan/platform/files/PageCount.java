package io.kouan.platform.files;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** How many pages a file has, as far as it says so openly: a picture has one, a PDF as many as its page tree counts. */
public final class PageCount {

    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page(?![a-zA-Z])");
    private static final Pattern COUNT = Pattern.compile("/Count\\s+(\\d{1,4})");

    private PageCount() {}

    /** At least one, also where the page tree is packed and cannot be read. */
    public static int of(byte[] content) {
        if (!beginsLikePdf(content)) {
            return 1;
        }
        var text = new String(content, StandardCharsets.ISO_8859_1);
        int counted = COUNT.matcher(text)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
        int seen = (int) PAGE.matcher(text).results().count();
        return Math.max(1, Math.max(counted, seen));
    }

    private static boolean beginsLikePdf(byte[] content) {
        for (int i = 0; i < PDF.length; i++) {
            if (content.length <= i || content[i] != PDF[i]) {
                return false;
            }
        }
        return true;
    }
}
