package io.kouan.ceb.spec;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** YAML that stands in no file, to try how strictly it is read. */
public final class SpecText {

    private SpecText() {}

    public static SpecNode yaml(String text) {
        return new SpecNode("text", new Load(LoadSettings.builder().build()).loadFromString(text));
    }
}
