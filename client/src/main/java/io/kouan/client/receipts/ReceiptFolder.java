package io.kouan.client.receipts;

import io.kouan.ceb.message.Bytes;
import io.kouan.client.exchange.Receipt;
import io.kouan.client.files.Durable;
import io.kouan.client.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Where receipts are kept: a file each, and one that says how far we are. A receipt that comes twice replaces itself, so
 * that being interrupted between any two steps loses and doubles nothing.
 */
final class ReceiptFolder {

    private static final String CURSOR = ".cursor";

    private final Path folder;

    ReceiptFolder(Path folder) {
        this.folder = folder;
    }

    /** Number of the newest receipt held; empty at first. */
    OptionalLong cursor() {
        var file = folder.resolve(CURSOR);
        if (!Files.isRegularFile(file)) {
            return OptionalLong.empty();
        }
        try {
            var text = Files.readString(file).strip();
            if (!text.matches("[0-9]{1,18}")) {
                throw Failure.usage("receipts.cursor", file);
            }
            return OptionalLong.of(Long.parseLong(text));
        } catch (IOException unreadable) {
            throw Failure.usage("files.unreadable", file, unreadable.getClass().getSimpleName());
        }
    }

    Path keep(Receipt receipt) {
        var about = receipt.messageId().map(ReceiptFolder::safe).orElse("message");
        var file = folder.resolve("%012d-%s-%s.xml".formatted(receipt.number(), safe(receipt.type()), about));
        Durable.write(file, Bytes.utf8(receipt.body()));
        return file;
    }

    /** Everything up to here is on disk. */
    void advance(long number) {
        Durable.write(folder.resolve(CURSOR), Bytes.utf8(number + "\n"));
    }

    /** What comes from outside must not choose where we write. */
    private static String safe(String name) {
        var safe = name.replaceAll("[^A-Za-z0-9_-]", "_");
        return safe.substring(0, Math.min(safe.length(), 64));
    }
}
