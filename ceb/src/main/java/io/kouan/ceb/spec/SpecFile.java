package io.kouan.ceb.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
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
        return yaml(UnaryOperator.identity());
    }

    /**
     * The same with each of its texts put through something.
     *
     * @param words for example what puts the port's own names in
     */
    public SpecNode yaml(UnaryOperator<String> words) {
        try (InputStream in = open()) {
            Object loaded = new Load(LoadSettings.builder().setLabel(path).build()).loadFromInputStream(in);
            return new SpecNode(path, said(loaded, words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object said(@Nullable Object loaded, UnaryOperator<String> words) {
        return switch (loaded) {
            case String text -> words.apply(text);
            case List<?> list -> list.stream().map(one -> said(one, words)).toList();
            case Map<?, ?> map -> {
                var said = new LinkedHashMap<Object, @Nullable Object>();
                map.forEach((key, value) -> said.put(key, said(value, words)));
                yield said;
            }
            case null, default -> loaded;
        };
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
