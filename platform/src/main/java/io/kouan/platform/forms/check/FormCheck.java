package io.kouan.platform.forms.check;

import io.kouan.platform.forms.definition.AttachmentSlot;
import io.kouan.platform.forms.definition.Condition;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Section;
import io.kouan.platform.forms.definition.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Checks a filled-in form: put in order, required, type and length, validators, rules over several fields, attachments. All
 * faults together, in the order of the form.
 */
public final class FormCheck {

    private static final int MOST_FAULTS = 200;

    private final FormCatalogue catalogue;

    public FormCheck(FormCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Puts answers in order: what the form does not know or hides is gone, what was typed is tidy. */
    public Answers tidy(FormDefinition form, Answers answers, Surroundings around) {
        var fields = new LinkedHashMap<String, String>();
        var tables = new LinkedHashMap<String, List<Map<String, String>>>();
        var check = new FieldCheck(catalogue, around.today());
        for (Section section : form.sections()) {
            if (section.isTable()) {
                tables.put(section.key(), rows(section, answers, check));
            } else {
                section.fields().forEach(field -> put(fields, field, answers.text(field.key()), check));
            }
        }
        return visible(form, new Answers(fields, tables), around);
    }

    private static List<Map<String, String>> rows(Section section, Answers answers, FieldCheck check) {
        var rows = new ArrayList<Map<String, String>>();
        for (Map<String, String> row : answers.rows(section.key())) {
            var tidy = new LinkedHashMap<String, String>();
            section.fields().forEach(field -> put(tidy, field, row.getOrDefault(field.key(), ""), check));
            rows.add(tidy);
        }
        return rows;
    }

    private static void put(Map<String, String> values, Field field, String typed, FieldCheck check) {
        var value = check.tidy(field, typed);
        if (!value.isEmpty()) {
            values.put(field.key(), value);
        }
    }

    private static Answers visible(FormDefinition form, Answers answers, Surroundings around) {
        var fields = new LinkedHashMap<String, String>();
        var tables = new LinkedHashMap<String, List<Map<String, String>>>();
        for (Section section : form.sections()) {
            if (!isShown(section, answers, around)) {
                continue;
            }
            if (section.isTable()) {
                tables.put(section.key(), answers.rows(section.key()));
            }
            section.fields().stream()
                    .filter(field -> !section.isTable() && isShown(field, answers::text, around))
                    .filter(field -> !answers.text(field.key()).isEmpty())
                    .forEach(field -> fields.put(field.key(), answers.text(field.key())));
        }
        return new Answers(fields, tables);
    }

    /** Whether a group of questions is asked at all. */
    public static boolean isShown(Section section, Answers answers, Surroundings around) {
        return holds(section.visibleWhen(), answers::text, around, true);
    }

    /** Whether a question is asked. */
    public static boolean isShown(Field field, UnaryOperator<String> values, Surroundings around) {
        return holds(field.visibleWhen(), values, around, true);
    }

    /** Whether a question has to be answered. */
    public static boolean isRequired(Field field, UnaryOperator<String> values, Surroundings around) {
        return field.required() || holds(field.requiredWhen(), values, around, false);
    }

    /** Whether a slot must hold a file. */
    public static boolean isNeeded(AttachmentSlot slot, Answers answers, Surroundings around) {
        return slot.required() || holds(slot.requiredWhen(), answers::text, around, false);
    }

    private static boolean holds(
            Optional<Condition> condition, UnaryOperator<String> values, Surroundings around, boolean otherwise) {
        return condition.map(it -> it.holds(values, around::fact)).orElse(otherwise);
    }

    /** What is wrong with a draft: only what is filled in is looked at. */
    public List<Fault> draft(FormDefinition form, Answers answers, Surroundings around) {
        return new Pass(answers, around, false).run(form.sections());
    }

    /** What is wrong with one group of questions, as it is left for the next. */
    public List<Fault> section(FormDefinition form, Section section, Answers answers, Surroundings around) {
        return new Pass(answers, around, true).run(List.of(section));
    }

    /**
     * What keeps a form from being submitted.
     *
     * @param attached how many files are in each slot
     */
    public List<Fault> submission(
            FormDefinition form, Answers answers, Map<String, Integer> attached, Surroundings around) {
        var faults = new ArrayList<>(new Pass(answers, around, true).run(form.sections()));
        faults.addAll(new RuleCheck(around).faults(form, answers));
        for (AttachmentSlot slot : form.attachments()) {
            int files = attached.getOrDefault(slot.key(), 0);
            if (isNeeded(slot, answers, around) && files < Math.max(1, slot.least())) {
                faults.add(Fault.at(slot.key(), "ERR_ATTACHMENT_MISSING"));
            }
            if (files > slot.most()) {
                faults.add(Fault.at(slot.key(), "ERR_FILE_COUNT", Map.of("max", Integer.toString(slot.most()))));
            }
        }
        return faults.stream().limit(MOST_FAULTS).toList();
    }

    /** One walk through the questions. */
    private final class Pass {

        private final Answers answers;
        private final Surroundings around;
        private final boolean complete;
        private final FieldCheck check;
        private final List<Fault> faults = new ArrayList<>();

        Pass(Answers answers, Surroundings around, boolean complete) {
            this.answers = answers;
            this.around = around;
            this.complete = complete;
            this.check = new FieldCheck(catalogue, around.today());
        }

        List<Fault> run(List<Section> sections) {
            for (Section section : sections) {
                if (!isShown(section, answers, around)) {
                    continue;
                }
                if (section.isTable()) {
                    table(section);
                } else {
                    section.fields().forEach(field -> look(field, field.key(), answers::text));
                }
            }
            return faults.stream().limit(MOST_FAULTS).toList();
        }

        private void table(Section section) {
            var bounds = section.table().orElseThrow();
            var rows = answers.rows(section.key());
            boolean asked = section.fields().stream().anyMatch(Field::isOpen);
            if (complete && asked && rows.size() < bounds.min()) {
                faults.add(Fault.at(section.key(), missing(section)));
            }
            if (rows.size() > bounds.max()) {
                faults.add(Fault.at(section.key(), "ERR_ROWS", Map.of("max", Integer.toString(bounds.max()))));
            }
            for (int i = 0; i < Math.min(rows.size(), bounds.max()); i++) {
                var row = rows.get(i);
                UnaryOperator<String> values =
                        key -> row.getOrDefault(key, isOfTable(section, key) ? "" : answers.text(key));
                for (Field field : section.fields()) {
                    look(field, section.key() + "." + i + "." + field.key(), values);
                }
            }
        }

        private static boolean isOfTable(Section section, String key) {
            return section.fields().stream().anyMatch(field -> field.key().equals(key));
        }

        private void look(Field field, String place, UnaryOperator<String> values) {
            if (!isShown(field, values, around)) {
                return;
            }
            var value = values.apply(field.key());
            if (!value.isEmpty() && field.source() == Source.SYSTEM) {
                // the program's own values are not the fault of whoever fills in the form
                return;
            }
            if (!value.isEmpty()) {
                faults.addAll(check.faults(field, value, place, values));
            } else if (complete && isAsked(field) && isRequired(field, values, around)) {
                faults.add(Fault.at(place, missing(field)));
            }
        }

        /** A message of the field's own tells of its pattern where it has one, and of its absence where it has none. */
        private static String missing(Field field) {
            return field.message().filter(own -> field.pattern().isEmpty()).orElse("ERR_REQUIRED");
        }

        /** A table whose required fields all say the same of their absence says so of its own. */
        private static String missing(Section section) {
            var messages = section.fields().stream()
                    .filter(Field::required)
                    .map(Pass::missing)
                    .distinct()
                    .toList();
            return messages.size() == 1 ? messages.getFirst() : "ERR_REQUIRED";
        }

        private static boolean isAsked(Field field) {
            return field.source() == Source.USER || field.source() == Source.PROFILE;
        }
    }
}
