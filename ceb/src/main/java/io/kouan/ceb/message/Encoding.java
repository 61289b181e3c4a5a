package io.kouan.ceb.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The one encoding that the specification knows is UTF-8. A declared other encoding would make two readings of one message
 * possible, so it is refused before any parser sees the bytes.
 */
public final class Encoding {

    private static final int LONGEST_DECLARATION = 200;
    private static final Pattern DECLARATION = Pattern.compile("(?:\u00EF\u00BB\u00BF)?<\\?xml\\s");
    private static final Pattern UTF_8 = Pattern.compile("encoding\\s*=\\s*(?:\"(?i:utf-8)\"|'(?i:utf-8)')");

    private Encoding() {}

    /** Whether the bytes are well-formed UTF-8 and declare nothing else. */
    public static boolean isUtf8(byte[] bytes) {
        if (declaresOther(bytes)) {
            return false;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** A declaration longer than any honest one counts as declaring something else. */
    private static boolean declaresOther(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, LONGEST_DECLARATION), StandardCharsets.ISO_8859_1);
        var declaration = DECLARATION.matcher(start);
        if (!declaration.lookingAt()) {
            return false;
        }
        int end = start.indexOf("?>");
        int encoding = start.indexOf("encoding", declaration.end());
        if (end < 0) {
            return true;
        }
        return encoding >= 0
                && encoding < end
                && !UTF_8.matcher(start).region(encoding, end).lookingAt();
    }
}
