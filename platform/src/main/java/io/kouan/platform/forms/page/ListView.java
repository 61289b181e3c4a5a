package io.kouan.platform.forms.page;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.ListQuery;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.ListPage;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * A list of records as its page shows it.
 *
 * @param columns labels
 */
public record ListView(String title, List<Condition> conditions, List<String> columns, List<Row> rows) {

    /** A query condition: text, choice or range of days. */
    public record Condition(
            String name, String label, String kind, String value, String until, List<FieldView.Choice> choices) {}

    /**
     * A line.
     *
     * @param cells values in the order of the columns
     */
    public record Row(RecordView record, List<Cell> cells) {}

    /**
     * A value in a line.
     *
     * @param kind state, number or text
     */
    public record Cell(String label, String kind, String text) {}

    /** How a list is shown in one language. */
    record Maker(FormCatalogue catalogue, FormDefinition form, ListPage list, LocalDate today, Language language) {

        ListView view(ListQuery query, List<FormRecord> records, Function<FormRecord, Answers> answers) {
            return new ListView(
                    list.title().in(language),
                    list.filters().stream()
                            .map(filter -> condition(filter, query))
                            .toList(),
                    list.columns().stream().map(this::label).toList(),
                    records.stream()
                            .map(record -> row(record, answers.apply(record)))
                            .toList());
        }

        private Condition condition(ListPage.Filter filter, ListQuery query) {
            var field = filter.field();
            return switch (filter.match()) {
                case RANGE ->
                    new Condition(
                            field,
                            label(field),
                            "range",
                            query.value(field + ".from"),
                            query.value(field + ".to"),
                            List.of());
                case EQUAL ->
                    new Condition(field, label(field), "choice", query.value(field), "", choices(field, query));
                case PREFIX, CONTAINS -> new Condition(field, label(field), "text", query.value(field), "", List.of());
            };
        }

        private List<FieldView.Choice> choices(String field, ListQuery query) {
            var chosen = query.value(field);
            if (field.equals(form.stateField())) {
                return form.states().stream()
                        .map(state -> new FieldView.Choice(
                                state.code(),
                                state.label().in(language),
                                state.code().equals(chosen)))
                        .toList();
            }
            return catalogue.options(field(field).options()).on(today).stream()
                    .map(option -> new FieldView.Choice(
                            option.code(),
                            option.label().in(language),
                            option.code().equals(chosen)))
                    .toList();
        }

        private Row row(FormRecord record, Answers answers) {
            return new Row(
                    RecordView.of(record, form, language),
                    list.columns().stream().map(column -> cell(column, answers)).toList());
        }

        private Cell cell(String column, Answers answers) {
            var field = field(column);
            var value = answers.text(column);
            if (column.equals(form.stateField())) {
                return new Cell(label(column), "state", value);
            }
            if (field.type().isChoice() && !value.isEmpty()) {
                return new Cell(
                        label(column),
                        "text",
                        value + " "
                                + catalogue
                                        .options(field.options())
                                        .label(value)
                                        .in(language));
            }
            boolean given = form.submissionNumbers().containsKey(column);
            return new Cell(
                    label(column), given ? "number" : "text", field.mask().of(value));
        }

        private Field field(String key) {
            return form.field(key).orElseThrow();
        }

        private String label(String key) {
            return field(key).label().in(language);
        }
    }
}
