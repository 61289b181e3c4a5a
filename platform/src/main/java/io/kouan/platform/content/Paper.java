package io.kouan.platform.content;

import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Section;
import java.util.List;

/** A blank form as paper has it: its title, and what is asked, group by group. Whatever file it becomes is drawn from this. */
record Paper(String title, List<Group> groups) {

    Paper {
        groups = List.copyOf(groups);
    }

    /** A group of questions. */
    record Group(String heading, List<Line> lines) {
        Group {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A question.
     *
     * @param starred whether the enterprise must fill it in (带*号)
     * @param choices what can be chosen; none where it is written freely
     */
    record Line(String label, boolean starred, List<String> choices) {
        Line {
            choices = List.copyOf(choices);
        }

        String marked() {
            return starred ? label + " *" : label;
        }
    }

    /** How choices are found: the names of a list. */
    interface Choices {
        List<String> of(String list);
    }

    /** The blank paper of a form, in Chinese as the handbook has it. */
    static Paper of(FormDefinition form, Choices choices) {
        boolean stars = form.fields().anyMatch(Field::starred);
        return new Paper(
                form.title().zh(),
                form.sections().stream()
                        .map(section -> group(section, stars, choices))
                        .toList());
    }

    private static Group group(Section section, boolean stars, Choices choices) {
        return new Group(
                section.label().zh(),
                section.fields().stream()
                        .map(field -> new Line(
                                field.label().zh(),
                                stars ? field.starred() : field.required(),
                                field.type().isChoice() ? choices.of(field.options()) : List.of()))
                        .toList());
    }
}
