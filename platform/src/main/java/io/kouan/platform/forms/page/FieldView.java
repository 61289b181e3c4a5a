package io.kouan.platform.forms.page;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.forms.check.FormCheck;
import io.kouan.platform.forms.check.Surroundings;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FieldType;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Option;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A field as a page shows it.
 *
 * @param name under which the browser sends it
 * @param choose what a select says before anything is chosen; empty where the usual will do
 * @param widget input, area, select, choice, choices, tick, date, time, search or fixed
 * @param shown the value as people read it
 * @param open whether the one who fills the form in writes it
 * @param when condition under which it is shown, as JSON for the browser; empty where it always is
 */
public record FieldView(
        String name,
        String anchor,
        String label,
        String hint,
        String choose,
        String widget,
        String list,
        String value,
        String shown,
        List<Choice> choices,
        boolean required,
        boolean visible,
        String when,
        String mode,
        long most,
        List<String> faults,
        boolean changed,
        boolean open) {

    private static final int FEW = 6;
    private static final int SHORT = 20;

    /** One option, and whether it is chosen. */
    public record Choice(String code, String label, boolean chosen) {}

    /** How the fields of one page are made. */
    record Maker(
            FormCatalogue catalogue, Surroundings around, Language language, List<FaultView> faults, boolean whole) {

        /** For pages of the own enterprise, which sees its data whole. */
        Maker(FormCatalogue catalogue, Surroundings around, Language language, List<FaultView> faults) {
            this(catalogue, around, language, faults, true);
        }

        FieldView view(Field field, String name, UnaryOperator<String> values, boolean writable) {
            var value = values.apply(field.key());
            var anchor = anchor(name);
            return new FieldView(
                    name,
                    anchor,
                    field.label().in(language),
                    asksToChoose(field)
                            ? ""
                            : field.hint().map(hint -> hint.in(language)).orElse(""),
                    asksToChoose(field)
                            ? field.hint().map(hint -> hint.in(language)).orElse("")
                            : "",
                    writable ? widget(field) : "fixed",
                    field.options(),
                    field.isSecret() || !whole ? "" : value,
                    shown(field, value),
                    choices(field, value),
                    FormCheck.isRequired(field, values, around),
                    FormCheck.isShown(field, values, around),
                    field.visibleWhen().map(ConditionJson::of).orElse(""),
                    mode(field),
                    field.type().isWritten() ? field.max().orElse(2000) : 40,
                    faults.stream()
                            .filter(fault -> fault.anchor().equals(anchor))
                            .map(FaultView::text)
                            .toList(),
                    false,
                    field.isOpen());
        }

        /** The handbook shows a select that says --请选择-- where nothing is chosen. */
        private static boolean asksToChoose(Field field) {
            return field.type() == FieldType.ENUM
                    && field.hint().filter(hint -> hint.zh().startsWith("--")).isPresent();
        }

        private String widget(Field field) {
            return switch (field.type()) {
                case TEXT -> "area";
                case ENUM ->
                    !asksToChoose(field)
                                    && options(field).size() <= FEW
                                    && !catalogue.options(field.options()).isLong()
                            ? "choice"
                            : "select";
                case MULTI_ENUM -> "choices";
                case LOOKUP -> "search";
                case BOOLEAN -> "tick";
                case DATE -> "date";
                case PASSWORD -> "password";
                default -> "input";
            };
        }

        private List<Option> options(Field field) {
            return catalogue.options(field.options()).on(around.today());
        }

        private List<Choice> choices(Field field, String value) {
            if (!field.type().isChoice() || (field.type() == FieldType.LOOKUP && isLong(field))) {
                return List.of();
            }
            var chosen = Arrays.asList(value.split(",", -1));
            return options(field).stream()
                    .map(option ->
                            new Choice(option.code(), option.label().in(language), chosen.contains(option.code())))
                    .toList();
        }

        private boolean isLong(Field field) {
            return catalogue.options(field.options()).isLong() || options(field).size() > SHORT;
        }

        /** Personal data in full only on the own form and where the case is decided (roles.md section 6). */
        private String shown(Field field, String value) {
            boolean open =
                    whole || value.isEmpty() || field.isSecret() || field.type().isChoice();
            return open || field.type() == FieldType.BOOLEAN
                    ? catalogue.shown(field, value, language)
                    : field.mask().of(value);
        }

        private static String mode(Field field) {
            return switch (field.type()) {
                case INTEGER -> "numeric";
                case DECIMAL -> "decimal";
                default ->
                    field.validators().stream().anyMatch(id -> id.equals("mobile") || id.equals("postcode"))
                            ? "numeric"
                            : field.validators().contains("email") ? "email" : "text";
            };
        }
    }

    FieldView marked(boolean differs) {
        return new FieldView(
                name, anchor, label, hint, choose, widget, list, value, shown, choices, required, visible, when, mode,
                most, faults, differs, open);
    }

    /** The same in the reader's language, where the value is the Chinese wording of a label. */
    FieldView translated(String wording, String label) {
        if (wording.isEmpty() || !value.equals(wording)) {
            return this;
        }
        return new FieldView(
                name,
                anchor,
                this.label,
                hint,
                choose,
                widget,
                list,
                value,
                label,
                choices,
                required,
                visible,
                when,
                mode,
                most,
                faults,
                changed,
                open);
    }

    /** The id of a field in the page. */
    static String anchor(String place) {
        return place.isEmpty() ? "" : "f-" + place.replace('.', '-');
    }
}
