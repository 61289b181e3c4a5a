package io.kouan.client.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;

/** The last lines of a log. */
final class LogTail {

    private LogTail() {}

    static List<String> of(Path log, int lines) {
        if (!Files.isRegularFile(log)) {
            return List.of();
        }
        var last = new ArrayDeque<String>();
        // a log may hold bytes that are no UTF-8; they must not keep us from showing the rest
        try (var all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines()) {
            all.forEach(line -> {
                last.addLast(line);
                if (last.size() > lines) {
                    last.removeFirst();
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return List.copyOf(last);
    }
}
