package io.kouan.platform.forms.page;

import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What differs between two records of one form, as a page shows it: what is filled in by whoever files, field by field. */
@Component
public class Comparison {

    private final Questions questions;

    Comparison(Questions questions) {
        this.questions = questions;
    }

    /** A field that differs. */
    public record Difference(String group, String label, String before, String now) {}

    public List<Difference> of(FormDefinition form, Answers before, Answers now) {
        return form.sections().stream()
                .filter(section -> section.fields().stream().anyMatch(Field::isOpen))
                .flatMap(section -> differences(section, before, now))
                .toList();
    }

    private Stream<Difference> differences(Section section, Answers before, Answers now) {
        var open = section.isTable()
                ? section
                : section.only(section.fields().stream()
                        .filter(Field::isOpen)
                        .map(Field::key)
                        .toList());
        var old = fields(open, before);
        var young = fields(open, now);
        var all = new LinkedHashMap<>(young);
        old.forEach(all::putIfAbsent);
        return all.entrySet().stream()
                .map(field -> new Difference(
                        section.label().in(Tongue.now()),
                        field.getValue().label(),
                        text(old, field.getKey()),
                        text(young, field.getKey())))
                .filter(difference -> !difference.before().equals(difference.now()));
    }

    private Map<String, FieldView> fields(Section section, Answers answers) {
        var view = questions.tell(section, answers);
        var fields = new LinkedHashMap<String, FieldView>();
        Stream.concat(view.fields().stream(), view.rows().stream().flatMap(row -> row.fields().stream()))
                .forEach(field -> fields.put(field.name(), field));
        return fields;
    }

    private static String text(Map<String, FieldView> fields, String name) {
        return fields.containsKey(name) ? fields.get(name).shown() : "";
    }
}
