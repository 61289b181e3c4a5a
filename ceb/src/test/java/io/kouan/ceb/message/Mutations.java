package io.kouan.ceb.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Breaks bytes the way accidents and attackers do. */
final class Mutations {

    private static final List<String> SHARDS = List.of(
            "<",
            ">",
            "</",
            "/>",
            "&",
            "&#",
            "&#x0;",
            "&#xD800;",
            "&#65;",
            "&lt;",
            "&foo;",
            ";",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "--",
            "<?",
            "?>",
            "<?xml version='1.0'?>",
            "<!DOCTYPE a>",
            "<!ENTITY a 'b'>",
            "\"",
            "'",
            "=",
            ":",
            " ",
            "\t",
            "\r",
            "\n",
            "\0",
            "\u0001",
            "\uFFFE",
            "\uFEFF",
            "珠",
            "\uD83D\uDEA2",
            "xmlns='urn:x'",
            " xmlns=''",
            " xmlns:p='urn:p'",
            " xmlns:p=''",
            "p:",
            "a",
            " a='1'",
            " a='1' a='2'",
            " xml:lang='zh'",
            "<a>",
            "</a>",
            "<a/>",
            "<ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'/>",
            " encoding='GBK'",
            "<a b='<'/>",
            "\u0085",
            "\u2028",
            "<p:a xmlns:p='urn:p'/>",
            "<?p?>",
            "xmlns:xml='urn:x'",
            "xmlns:xmlns='urn:x'");

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    byte[] of(byte[] original) {
        byte[] bytes = original;
        for (int i = 1 + random.nextInt(3); i > 0 && bytes.length > 0; i--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + random.nextInt(random.nextBoolean() ? 4 : 40));
        return switch (random.nextInt(8)) {
            case 0 -> splice(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            case 1 -> splice(bytes, at, at + 1, new byte[] {(byte) (bytes[at] ^ 1 << random.nextInt(8))});
            case 2 -> splice(bytes, at, to, new byte[0]);
            case 3 -> splice(bytes, at, at, part(bytes));
            case 4 -> splice(bytes, at, bytes.length, new byte[0]);
            default -> splice(bytes, at, random.nextBoolean() ? at : to, shard());
        };
    }

    private byte[] shard() {
        return SHARDS.get(random.nextInt(SHARDS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] part(byte[] bytes) {
        int from = random.nextInt(bytes.length);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(80)));
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] replacement) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(replacement);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
