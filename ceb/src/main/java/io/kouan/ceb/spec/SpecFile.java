package io.kouan.ceb.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One file of the specification, by its path below {@code kouan/} on the class path.
 *
 * @param path for example {@code messages/CEB621.yaml}
 */
public record SpecFile(String path) {

    /** The file's YAML, to be read strictly. */
    public SpecNode yaml() {
        try (InputStream in = open()) {
            Object loaded = new Load(LoadSettings.builder().setLabel(path).build()).loadFromInputStream(in);
            return new SpecNode(path, loaded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as text lines without the final line break. */
    public List<String> lines() {
        return text().lines().toList();
    }

    /** The whole file as UTF-8 text. */
    public String text() {
        return new String(bytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The file's bytes as they are. */
    public byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open() {
        InputStream in = SpecFile.class.getClassLoader().getResourceAsStream("kouan/" + path);
        if (in == null) {
            throw new BadSpecification(path, "the file does not exist");
        }
        return in;
    }
}
