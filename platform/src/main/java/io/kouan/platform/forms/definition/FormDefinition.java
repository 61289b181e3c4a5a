package io.kouan.platform.forms.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A form (表单) as its file says.
 *
 * @param version records keep the version they were filled with
 * @param system room of the product, S1 to S12
 * @param menu labels from the home page to the form
 * @param card which card the visitor must have signed in with
 * @param states the first is the initial one
 * @param documents what can be printed from a record
 * @param submissionNumbers numbers given when a record is handed in, by field; the first becomes the record's own
 * @param listPage how the records are listed, where the form says
 * @param stateField the field that shows the record's state, empty where none does
 * @param numbers which numbering gives which field its value when a record begins; the first is the record's own number
 */
public record FormDefinition(
        String id,
        int version,
        Label title,
        String system,
        List<Label> menu,
        Realm realm,
        Card card,
        List<Button> buttons,
        List<State> states,
        List<Transition> transitions,
        List<Section> sections,
        List<AttachmentSlot> attachments,
        List<FormRule> rules,
        List<String> documents,
        Map<String, String> numbers,
        Map<String, SubmissionNumber> submissionNumbers,
        Optional<ListPage> listPage,
        String stateField) {

    public FormDefinition {
        menu = List.copyOf(menu);
        buttons = List.copyOf(buttons);
        states = List.copyOf(states);
        transitions = List.copyOf(transitions);
        sections = List.copyOf(sections);
        attachments = List.copyOf(attachments);
        rules = List.copyOf(rules);
        documents = List.copyOf(documents);
        submissionNumbers = Collections.unmodifiableMap(new LinkedHashMap<>(submissionNumbers));
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    /** A small screen as a form of one group, so that it is asked and checked like one. */
    public static FormDefinition ofScreen(String id, Label title, List<Field> fields) {
        return new FormDefinition(
                id,
                1,
                title,
                "",
                List.of(),
                Realm.NONE,
                Card.NONE,
                List.of(),
                List.of(new State("OPEN", title, false, false)),
                List.of(),
                List.of(Section.of(id, title, fields)),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                "");
    }

    /** Where the visitor signs in: Single Window, customer service, customs entry, inspection entry. */
    public enum Realm {
        NONE,
        SW,
        CS,
        KJ_CUS,
        KJ_CIQ
    }

    /** Which card the session must have been opened with. */
    public enum Card {
        NONE,
        LEGAL_PERSON,
        ANY
    }

    /**
     * A button.
     *
     * @param states in which it can be pressed; none means all
     * @param by roles; none means whoever sees the form
     * @param when it is there at all; empty where always
     */
    public record Button(String key, Label label, List<String> states, List<String> by, Optional<Condition> when) {
        public Button {
            states = List.copyOf(states);
            by = List.copyOf(by);
        }
    }

    /**
     * A state (状态).
     *
     * @param end nothing can follow
     * @param settled nobody waits for anything, though a step is possible
     */
    public record State(String code, Label label, boolean end, boolean settled) {}

    /**
     * A number that a record gets when it is handed in.
     *
     * @param numbering as in {@code forms/shared/numbering.yaml}
     * @param parts fields whose values the numbering names, by name
     */
    public record SubmissionNumber(String numbering, Map<String, String> parts) {
        public SubmissionNumber {
            parts = Map.copyOf(parts);
        }
    }

    public Stream<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream());
    }

    public Optional<Field> field(String key) {
        return fields().filter(field -> field.key().equals(key)).findFirst();
    }

    public Optional<Section> section(String key) {
        return sections.stream().filter(section -> section.key().equals(key)).findFirst();
    }

    public Optional<State> state(String code) {
        return states.stream().filter(state -> state.code().equals(code)).findFirst();
    }

    public Optional<AttachmentSlot> slot(String key) {
        return attachments.stream().filter(slot -> slot.key().equals(key)).findFirst();
    }

    /** The steps that a button may take from a state. */
    public List<Transition> steps(String button, String state) {
        return transitions.stream()
                .filter(step -> step.button().equals(button) && step.from().contains(state))
                .toList();
    }

    /** What the button of a step says; empty where the form has no button for it. */
    public Optional<Label> buttonOf(String action) {
        var key = transitions.stream()
                .filter(step -> step.action().equals(action))
                .map(Transition::button)
                .findFirst()
                .orElse(action);
        return buttons.stream()
                .filter(button -> button.key().equals(key))
                .map(Button::label)
                .findFirst();
    }

    /** The state in which a record begins. */
    public String initialState() {
        return states.getFirst().code();
    }
}
