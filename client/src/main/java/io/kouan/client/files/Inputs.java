package io.kouan.client.files;

import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Parameters;

/** The arguments of a command that works on messages: files, folders with everything below them, or standard input. */
public final class Inputs {

    private static final Path PIPE = Path.of("-");

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "inputs")
    private List<Path> paths = new ArrayList<>();

    /** For commands whose arguments are not only files. */
    public static Inputs of(List<String> names) {
        var inputs = new Inputs();
        names.forEach(name -> inputs.paths.add(Path.of(name)));
        return inputs;
    }

    /** Whether an argument names something that can be read. */
    public static boolean exists(String name) {
        return name.equals(PIPE.toString()) || Files.isReadable(Path.of(name));
    }

    /** In the order of the arguments, within folders by name. */
    public List<Input> list(Terminal terminal) {
        var inputs = new ArrayList<Input>();
        for (Path path : paths.isEmpty() ? List.of(PIPE) : paths) {
            if (path.equals(PIPE)) {
                inputs.add(Input.of(terminal.in()));
            } else if (Files.isDirectory(path)) {
                below(path).forEach(file -> inputs.add(Input.of(file, path.relativize(file))));
            } else if (Files.isReadable(path)) {
                inputs.add(Input.of(path, path.getFileName()));
            } else {
                throw Failure.usage("files.missing", path);
            }
        }
        return inputs;
    }

    private static List<Path> below(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Inputs::isMessage).sorted().toList();
        } catch (IOException unreadable) {
            throw Failure.usage(
                    "files.unreadable", folder, unreadable.getClass().getSimpleName());
        }
    }

    private static boolean isMessage(Path file) {
        var name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(".xml") && !name.startsWith(".") && Files.isRegularFile(file);
    }
}
