package io.kouan.platform.forms.page;

import io.kouan.platform.forms.Corrections;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FieldType;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.forms.definition.Section;
import io.kouan.platform.forms.definition.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A group of questions as a page shows it.
 *
 * @param rows of a table, each with its fields
 * @param least rows that a table needs
 * @param asked whether the group asks anything of the one who fills the form in
 * @param extendable whether rows of a table may come and go
 */
public record SectionView(
        String key,
        String label,
        boolean table,
        List<FieldView> fields,
        List<Row> rows,
        int least,
        int most,
        boolean asked,
        boolean extendable) {

    /**
     * A row of a table.
     *
     * @param label of a row that is always there, empty otherwise
     */
    public record Row(int number, String label, List<FieldView> fields) {}

    /** To be read. */
    static SectionView of(Section section, Answers answers, FieldView.Maker maker, Set<String> changed) {
        return of(section, answers, maker, field -> false, false, changed);
    }

    /** To be written, as far as a return for correction leaves it open. */
    static SectionView writable(Section section, Answers answers, FieldView.Maker maker, Corrections corrections) {
        return of(section, answers, maker, corrections::opens, corrections.opensRows(section.key()), Set.of());
    }

    private static SectionView of(
            Section section,
            Answers answers,
            FieldView.Maker maker,
            Predicate<String> writable,
            boolean extendable,
            Set<String> changed) {
        return new SectionView(
                section.key(),
                section.label().in(maker.language()),
                section.isTable(),
                section.isTable() ? List.of() : fields(section, "", answers::text, maker, writable, changed),
                rows(section, answers, maker, writable, extendable, changed),
                section.table().map(Section.Rows::min).orElse(0),
                section.table().map(Section.Rows::max).orElse(0),
                section.fields().stream().anyMatch(Field::isOpen),
                extendable);
    }

    /** Only what the officer enters, to be written. */
    static SectionView ofReviewer(Section section, Answers answers, FieldView.Maker maker) {
        var whole = of(section, answers, maker, Set.of());
        var own = section.fields().stream()
                .filter(field -> field.source() == Source.REVIEWER)
                .toList();
        var fields = section.isTable() ? List.<FieldView>of() : reviewer(own, "", answers::text, maker);
        var rows = new ArrayList<Row>();
        for (Row row : whole.rows()) {
            var held = answers.rows(section.key()).get(row.number());
            var before = section.key() + "." + row.number() + ".";
            var all = new ArrayList<>(row.fields());
            all.removeIf(field -> own.stream().anyMatch(it -> field.name().equals(before + it.key())));
            if (!row.label().isEmpty()) {
                all.clear(); // its label says which row it is, and the rest of it is beside
            }
            all.addAll(reviewer(asked(section, row.number(), own), before, key -> held.getOrDefault(key, ""), maker));
            rows.add(new Row(row.number(), row.label(), all));
        }
        return new SectionView(
                whole.key(), whole.label(), whole.table(), fields, rows, whole.least(), whole.most(), false, false);
    }

    /** In a row that is always there, only those ticks that it needs. */
    private static List<Field> asked(Section section, int row, List<Field> own) {
        if (row >= section.fixed().size()) {
            return own;
        }
        var needed = section.fixed().get(row).needed();
        return own.stream()
                .filter(field -> field.type() != FieldType.BOOLEAN || needed.contains(field.key()))
                .map(field -> needed.contains(field.key()) ? field.demanded() : field)
                .toList();
    }

    private static List<FieldView> reviewer(
            List<Field> own, String before, UnaryOperator<String> values, FieldView.Maker maker) {
        return own.stream()
                .map(field -> maker.view(field, before + field.key(), values, true))
                .toList();
    }

    private static List<FieldView> fields(
            Section section,
            String before,
            UnaryOperator<String> values,
            FieldView.Maker maker,
            Predicate<String> writable,
            Set<String> changed) {
        return section.fields().stream()
                .map(field -> maker.view(
                                field,
                                before + field.key(),
                                values,
                                field.isOpen() && writable.test(before + field.key()))
                        .marked(changed.contains(before + field.key())))
                .toList();
    }

    private static List<Row> rows(
            Section section,
            Answers answers,
            FieldView.Maker maker,
            Predicate<String> writable,
            boolean extendable,
            Set<String> changed) {
        var rows = new ArrayList<Row>();
        if (section.isTable()) {
            var held = new ArrayList<>(answers.rows(section.key()));
            boolean asked = section.fields().stream().anyMatch(Field::isOpen);
            if (extendable
                    && asked
                    && held.isEmpty()
                    && section.table().orElseThrow().min() > 0) {
                held.add(initial(section));
            }
            for (int i = 0; i < held.size(); i++) {
                var row = held.get(i);
                UnaryOperator<String> values = key -> row.getOrDefault(key, "");
                var cells = fields(section, section.key() + "." + i + ".", values, maker, writable, changed);
                var label = i < section.fixed().size() ? section.fixed().get(i).label() : new Label("", "");
                rows.add(new Row(
                        i,
                        label.in(maker.language()),
                        cells.stream()
                                .map(cell -> cell.translated(label.zh(), label.in(maker.language())))
                                .toList()));
            }
        }
        return rows;
    }

    private static Map<String, String> initial(Section section) {
        var row = new LinkedHashMap<String, String>();
        section.fields().forEach(field -> row.put(field.key(), field.initial()));
        return row;
    }
}
