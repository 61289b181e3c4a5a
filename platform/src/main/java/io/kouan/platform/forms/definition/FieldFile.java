package io.kouan.platform.forms.definition;

import io.kouan.ceb.spec.SpecNode;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the fields of a form strictly. */
final class FieldFile {

    private static final Set<String> KEYS = Set.of(
            "key",
            "zh",
            "en",
            "type",
            "required",
            "required_when",
            "visible_when",
            "readonly",
            "source",
            "default",
            "min",
            "max",
            "scale",
            "pattern",
            "validators",
            "options",
            "starred",
            "mask",
            "hint_zh",
            "hint_en",
            "msg",
            "prov",
            "note");

    private final Vocabulary words;
    private final Set<String> fields;

    FieldFile(Vocabulary words, Set<String> fields) {
        this.words = words;
        this.fields = fields;
    }

    Field read(SpecNode node) {
        node.only(KEYS);
        var validators = FormFile.texts(node, "validators");
        validators.forEach(id -> words.validator(node, id));
        node.findText("options").ifPresent(id -> words.options(node, id));
        node.findText("msg").ifPresent(id -> words.message(node, id));
        return new Field(
                node.text("key"),
                Shared.label(node),
                FieldType.of(node.text("type")),
                FormFile.isTrue(node, "required"),
                Shared.condition(node, "required_when", fields),
                Shared.condition(node, "visible_when", fields),
                FormFile.isTrue(node, "readonly"),
                source(node),
                node.findText("default").filter(value -> !value.equals("false")).orElse(""),
                number(node, "min"),
                number(node, "max"),
                node.find("scale").map(it -> OptionalInt.of(it.number())).orElse(OptionalInt.empty()),
                node.findText("pattern").map(Pattern::compile),
                validators,
                node.findText("options").orElse(""),
                FormFile.isTrue(node, "starred"),
                node.findText("mask")
                        .map(name -> Mask.valueOf(name.toUpperCase(Locale.ROOT)))
                        .orElse(Mask.NONE),
                node.findText("hint_zh")
                        .map(zh -> new Label(zh, node.findText("hint_en").orElse(zh))),
                node.findText("msg"));
    }

    private static Source source(SpecNode node) {
        return node.findText("source")
                .map(name -> Source.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(Source.USER);
    }

    private static OptionalLong number(SpecNode node, String key) {
        return node.find(key)
                .map(it -> OptionalLong.of(Long.parseLong(it.text())))
                .orElse(OptionalLong.empty());
    }
}
