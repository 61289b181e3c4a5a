package io.kouan.ceb.message;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Namespace declarations in scope, as a stack: what canonical XML has to know about ancestors. */
final class Namespaces {

    private String[] prefixes = new String[8];
    private String[] uris = new String[8];
    private int[] depths = new int[8];
    private int size;

    /** Forgets what was declared at this depth or deeper. */
    void leave(int depth) {
        while (size > 0 && depths[size - 1] >= depth) {
            size--;
        }
    }

    /** The URI a prefix stands for; the empty text where it stands for nothing. */
    String uri(String prefix) {
        for (int i = size - 1; i >= 0; i--) {
            if (prefixes[i].equals(prefix)) {
                return uris[i];
            }
        }
        return "";
    }

    void declare(String prefix, String uri, int depth) {
        if (size == prefixes.length) {
            prefixes = Arrays.copyOf(prefixes, size * 2);
            uris = Arrays.copyOf(uris, size * 2);
            depths = Arrays.copyOf(depths, size * 2);
        }
        prefixes[size] = prefix;
        uris[size] = uri;
        depths[size++] = depth;
    }

    /** What is declared down to this depth and still means the same here. */
    Map<String, String> inScope(int depth) {
        var outer = new HashMap<String, String>();
        for (int i = 0; i < size && depths[i] <= depth; i++) {
            outer.put(prefixes[i], uris[i]);
        }
        outer.entrySet()
                .removeIf(
                        entry -> entry.getValue().isEmpty() || !entry.getValue().equals(uri(entry.getKey())));
        return outer;
    }

    /** Every prefix in scope once, sorted; what an apex element of a subset has to declare. */
    String[] prefixesInScope() {
        return Arrays.stream(prefixes, 0, size)
                .distinct()
                .filter(prefix -> !uri(prefix).isEmpty())
                .sorted()
                .toArray(String[]::new);
    }
}
