package io.kouan.platform.database;

import io.kouan.platform.port.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The folder in which a PostgreSQL keeps its data, and what we keep there with it: a password and our settings. */
record PostgresFolder(Path path) {

    static final String USER = "kouan";

    private static final String PASSWORD = "kouan.password";
    private static final String SETTINGS = "kouan.conf";

    /** Makes the folder unless it is there; a kill in the middle leaves none. */
    void initialise(PostgresBinaries binaries) {
        if (Files.isDirectory(path)) {
            return;
        }
        try {
            var parent = Home.privateFolder(path.resolveSibling(".").normalize());
            var part = Files.createTempDirectory(parent, path.getFileName() + ".");
            var password = randomPassword();
            var passwordFile = part.resolveSibling(part.getFileName() + ".password");
            Home.writePrivately(passwordFile, password);
            binaries.run(
                    "initdb",
                    List.of(
                            "--pgdata=" + part,
                            "--username=" + USER,
                            "--auth=scram-sha-256",
                            "--pwfile=" + passwordFile,
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"));
            Files.delete(passwordFile);
            Home.writePrivately(part.resolve(PASSWORD), password);
            Files.writeString(
                    part.resolve("postgresql.conf"), "include = '" + SETTINGS + "'\n", StandardOpenOption.APPEND);
            Files.move(part, path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the database folder " + path, e);
        }
    }

    void configure(Map<String, String> settings) {
        var lines = settings.entrySet().stream()
                .map(entry -> entry.getKey() + " = '" + entry.getValue() + "'\n")
                .collect(Collectors.joining());
        Home.writePrivately(
                path.resolve(SETTINGS), ("# written anew at each start\n" + lines).getBytes(StandardCharsets.UTF_8));
    }

    String password() {
        return Home.read(path.resolve(PASSWORD))
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .orElseThrow(() -> new PostgresFailed("no password in " + path, ""));
    }

    /** The server's main process over this folder, if it lives. */
    Optional<ProcessHandle> process() {
        return Home.read(processId())
                .flatMap(bytes ->
                        new String(bytes, StandardCharsets.UTF_8).lines().findFirst())
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
                .filter(ProcessHandle::isAlive)
                .filter(PostgresFolder::isPostgres);
    }

    /** A file that names no living PostgreSQL would keep the server from starting, or make us stop a stranger. */
    void forgetProcess() {
        try {
            Files.deleteIfExists(processId());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path processId() {
        return path.resolve("postmaster.pid");
    }

    private static boolean isPostgres(ProcessHandle process) {
        // a process that shows no command is no longer one of ours: at most the remains of a dead one
        return process.info()
                .command()
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    private static byte[] randomPassword() {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII);
    }
}
