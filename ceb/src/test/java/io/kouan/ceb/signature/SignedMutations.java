package io.kouan.ceb.signature;

import io.kouan.ceb.message.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Changes a message in ways that matter and ways that should not: bytes, tags, comments, references, white space. */
final class SignedMutations {

    private static final List<String> FRAGMENTS = List.of(
            "<!-- x -->",
            "<?x y?>",
            "<![CDATA[]]>",
            "<![CDATA[1]]>",
            " ",
            "\n",
            "\r\n",
            "\t",
            "&#x41;",
            "&amp;",
            "&lt;",
            "<x/>",
            "<ceb:x/>",
            " a=\"b\"",
            " xmlns:z=\"urn:z\"",
            " xmlns=\"\"",
            "1",
            "0",
            "A",
            "\u00e9",
            "]]>",
            "<ds:Object/>",
            "=");

    private SignedMutations() {}

    static Bytes of(Bytes message, SplittableRandom random) {
        var bytes = message.array();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            bytes = once(bytes, random);
        }
        return Bytes.of(bytes);
    }

    private static byte[] once(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
        return switch (random.nextInt(6)) {
            case 0 -> {
                var changed = bytes.clone();
                changed[at] = (byte) random.nextInt(0x20, 0x7F);
                yield changed;
            }
            case 1 -> insert(bytes, random.nextBoolean() ? at : boundary(bytes, at), fragment(random));
            case 2 -> insert(bytes, boundary(bytes, at), fragment(random));
            case 3 -> concat(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
            case 4 -> insert(bytes, boundary(bytes, random.nextInt(bytes.length)), Arrays.copyOfRange(bytes, at, to));
            default -> {
                var start = boundary(bytes, at);
                var end = boundary(bytes, Math.min(bytes.length - 1, start + 1 + random.nextInt(300)));
                yield insert(
                        bytes, boundary(bytes, random.nextInt(bytes.length)), Arrays.copyOfRange(bytes, start, end));
            }
        };
    }

    private static byte[] fragment(SplittableRandom random) {
        return Bytes.utf8(FRAGMENTS.get(random.nextInt(FRAGMENTS.size()))).array();
    }

    /** The next place where a tag starts. */
    private static int boundary(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '<') {
            at++;
        }
        return at;
    }

    private static byte[] insert(byte[] bytes, int at, byte[] fragment) {
        return concat(concat(Arrays.copyOf(bytes, at), fragment), Arrays.copyOfRange(bytes, at, bytes.length));
    }

    private static byte[] concat(byte[] a, byte[] b) {
        var both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
