package io.kouan.platform.files;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One {@link DrawingProcess} that runs, as the server speaks to it. It knows nothing of the server's secrets: its environment is empty. */
final class Drawer implements AutoCloseable {

    private static final String MOST_MEMORY = "-Xmx512m";
    private static final int MOST_ANSWER = 64 * 1024 * 1024;

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;

    private Drawer(Process process) {
        this.process = process;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(process.getInputStream());
    }

    static Drawer start() throws IOException {
        var builder = new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return new Drawer(builder.start());
    }

    private static List<String> command() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MOST_MEMORY,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path")));
        if (isPacked()) {
            command.add("-Dloader.main=" + DrawingProcess.class.getName());
            command.add("org.springframework.boot.loader.launch.PropertiesLauncher");
        } else {
            command.add(DrawingProcess.class.getName());
        }
        return command;
    }

    /** Whether the program lies inside a jar of jars, which its own launcher opens. */
    private static boolean isPacked() {
        var place = DrawingProcess.class.getResource("DrawingProcess.class");
        return place != null && place.toString().contains("BOOT-INF");
    }

    /** What it answers; empty where it has nothing to show. Whoever is not answered in time ends it. */
    Optional<byte[]> ask(byte[] content, int page, int edge, Duration patience) throws IOException, TimeoutException {
        var answer = new CompletableFuture<Optional<byte[]>>();
        Thread.ofVirtual().name("drawing").start(() -> complete(answer, content, page, edge));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the process that draws has ended", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void complete(CompletableFuture<Optional<byte[]>> answer, byte[] content, int page, int edge) {
        try {
            requests.writeInt(page);
            requests.writeInt(edge);
            requests.writeInt(content.length);
            requests.write(content);
            requests.flush();
            answer.complete(read());
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    /** A virtual machine that runs out of memory says so where answers are expected: that is none. */
    private Optional<byte[]> read() throws IOException {
        int length = answers.readInt();
        if (length == DrawingProcess.NOTHING) {
            return Optional.empty();
        }
        if (length < 0 || length > MOST_ANSWER) {
            throw new IOException("no answer");
        }
        var content = new byte[length];
        answers.readFully(content);
        return Optional.of(content);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
