package io.kouan.client.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The folder where one installation keeps its data: database, sandbox, log.
 *
 * @param root of the project, where the server's jar is built
 * @param folder {@code KOUAN_HOME}, else {@code .kouan} in the project
 * @param port {@code KOUAN_PORT}, else 8080
 */
public record Home(Path root, Path folder, int port) {

    private static final int USUAL_PORT = 8080;
    /** What a reset takes away; nothing else in the folder is touched. */
    private static final List<String> DATA = List.of(
            "activation",
            "postgres",
            "programs",
            "claim",
            "sandbox",
            "demo",
            "send",
            "log",
            "server",
            "server-program");

    public static Home here() {
        var root =
                Path.of(System.getProperty("kouan.root", ".")).toAbsolutePath().normalize();
        var home = Optional.ofNullable(System.getenv("KOUAN_HOME")).filter(text -> !text.isBlank());
        var port = Optional.ofNullable(System.getenv("KOUAN_PORT")).filter(text -> text.matches("[0-9]{1,5}"));
        return new Home(
                root,
                home.map(text -> Path.of(text).toAbsolutePath().normalize()).orElse(root.resolve(".kouan")),
                port.map(Integer::parseInt).orElse(USUAL_PORT));
    }

    /** Where {@code up} says which process it started and where that listens. */
    Path serverFile() {
        return folder.resolve("server");
    }

    public Path logFile() {
        return folder.resolve("log").resolve("server.log");
    }

    /** Accounts, channels and keys of the sandbox, written by the server at its first start. */
    public Path sandboxFile() {
        return folder.resolve("sandbox").resolve("sandbox.json");
    }

    /** Says that the first demonstration has run. */
    Path demoMark() {
        return folder.resolve("demo").resolve("done");
    }

    /** Where the server of this installation listens, or would. */
    public String url() {
        return Server.recorded(this).map(Server::url).orElse("http://localhost:" + port);
    }

    /** The newest built server. */
    public Optional<Path> jar() {
        var target = root.resolve("platform").resolve("target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (var files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Deletes all data. */
    void clear() {
        for (String name : DATA) {
            delete(folder.resolve(name));
        }
    }

    static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
