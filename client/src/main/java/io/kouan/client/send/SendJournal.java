package io.kouan.client.send;

import io.kouan.client.exchange.Ack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What this channel has handed in: one line of JSON per fact, on disk before the work goes on. After an interruption it
 * says what needs no second sending, and with which creation time an envelope was begun, so that its bytes stay the same.
 */
final class SendJournal implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileChannel file;
    private final Map<String, Ack> acks = new HashMap<>();
    private final Map<String, Instant> begun = new HashMap<>();

    /**
     * A line.
     *
     * @param content SHA-256 of the message as it lies on disk
     * @param begun when its envelope was made
     */
    private record Line(String content, Optional<String> begun, Optional<Ack> ack) {}

    SendJournal(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().resolveSibling(""));
            if (Files.exists(path)) {
                Files.readAllLines(path).forEach(this::remember);
            }
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            endLine(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A last line that was cut off by a crash must not spoil the next one. */
    private void endLine(Path path) throws IOException {
        file.position(file.size());
        var content = Files.readAllBytes(path);
        if (content.length > 0 && content[content.length - 1] != '\n') {
            file.write(ByteBuffer.wrap(new byte[] {'\n'}));
        }
    }

    private void remember(String text) {
        try {
            var line = JSON.readValue(text, Line.class);
            line.begun().ifPresent(time -> begun.put(line.content(), Instant.parse(time)));
            line.ack().ifPresent(ack -> acks.put(line.content(), ack));
        } catch (JacksonException cutOff) {
            // what that line said is asked again: the port answers a repeated message with its first ack
            return;
        }
    }

    /** The ack, where the port has the message already. */
    synchronized Optional<Ack> ack(String content) {
        return Optional.ofNullable(acks.get(content));
    }

    synchronized void accepted(String content, Ack ack) {
        acks.put(content, ack);
        write(new Line(content, Optional.empty(), Optional.of(ack)));
    }

    /** When the envelope of this content was first made; now, the first time. */
    synchronized Instant begun(String content, Instant now) {
        var first = begun.putIfAbsent(content, now);
        if (first != null) {
            return first;
        }
        write(new Line(content, Optional.of(now.toString()), Optional.empty()));
        return now;
    }

    private void write(Line line) {
        try {
            var buffer = ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
            file.force(false);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
