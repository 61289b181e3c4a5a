package io.kouan.client.activation;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The computer that the client runs on.
 *
 * @param fingerprint 机器码: a digest of what the system itself is known by, which says nothing about that and means nothing elsewhere
 * @param system name and version of the operating system
 */
public record Computer(String fingerprint, String system) {

    private static final List<Path> LINUX = List.of(Path.of("/etc/machine-id"), Path.of("/var/lib/dbus/machine-id"));
    private static final Pattern GUID = Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MOST_NAME = 60;

    /** This one; empty where the system is known by nothing that lasts. */
    public static Optional<Computer> here() {
        var name = System.getProperty("os.name", "") + " " + System.getProperty("os.version", "");
        return identity().map(identity -> of(identity, name));
    }

    /** The one that is known by that. */
    public static Computer of(String identity, String system) {
        var name = system.strip();
        return new Computer(
                digest("kouan client computer 1\n" + identity), name.substring(0, Math.min(name.length(), MOST_NAME)));
    }

    private static Optional<String> identity() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var known = system.startsWith("windows")
                ? said("reg", "query", "HKLM\\SOFTWARE\\Microsoft\\Cryptography", "/v", "MachineGuid")
                : system.startsWith("mac") ? said("ioreg", "-rd1", "-c", "IOPlatformExpertDevice") : linux();
        return known.or(Computer::cards);
    }

    private static Optional<String> linux() {
        return LINUX.stream().flatMap(file -> read(file).stream()).findFirst();
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The first number of the kind in what a program of the system says. */
    private static Optional<String> said(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readNBytes(1 << 20), StandardCharsets.UTF_8);
            process.waitFor(5, TimeUnit.SECONDS);
            return GUID.matcher(said)
                    .results()
                    .map(found -> found.group().toLowerCase(Locale.ROOT))
                    .findFirst();
        } catch (IOException noSuchProgram) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The addresses of its network cards, where the system has no number of its own. */
    private static Optional<String> cards() {
        try {
            var addresses = Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                    .flatMap(card -> address(card).stream())
                    .sorted()
                    .collect(Collectors.joining(","));
            return Optional.of(addresses).filter(text -> !text.isEmpty());
        } catch (SocketException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> address(NetworkInterface card) {
        try {
            return card.isVirtual() || card.isLoopback()
                    ? Optional.empty()
                    : Stream.ofNullable(card.getHardwareAddress())
                            .map(HexFormat.of()::formatHex)
                            .findFirst();
        } catch (SocketException none) {
            return Optional.empty();
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
