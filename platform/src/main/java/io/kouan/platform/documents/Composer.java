package io.kouan.platform.documents;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.FormCheck;
import io.kouan.platform.forms.check.Surroundings;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FieldType;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a document together from a form's answers. Official documents are Chinese, whatever the language of the page. Pure.
 *
 * @param words what texts name in braces, beyond the fields of the form
 * @param whole whether personal data are shown whole
 * @param stars whether labels of starred fields carry their asterisk
 */
record Composer(
        FormCatalogue catalogue,
        FormDefinition form,
        Answers answers,
        Surroundings around,
        Map<String, String> words,
        boolean whole,
        boolean stars) {

    private static final Pattern WORD = Pattern.compile("\\{([a-z_.]+)}");
    private static final String NUMERALS = "一二三四五六七八九十";

    /** The parts that stand in the document in this state of the record. */
    List<Block> blocks(DocumentDefinition document, String state) {
        var blocks = new ArrayList<Block>();
        int groups = 0;
        for (Part.Placed placed : document.parts()) {
            if (placed.standsIn(state)) {
                int before = blocks.size();
                add(placed.part(), groups, blocks);
                groups += placed.part() instanceof Part.Group && blocks.size() > before ? 1 : 0;
            }
        }
        return blocks;
    }

    private void add(Part part, int groups, List<Block> blocks) {
        switch (part) {
            case Part.Group(var key, var blank) -> group(form.section(key).orElseThrow(), blank, groups, blocks);
            case Part.Fields(var keys) ->
                blocks.add(new Block.Grid(keys.stream()
                        .flatMap(key -> form.field(key).stream())
                        .map(field -> cell(field, answers::text))
                        .toList()));
            case Part.Facts(var facts) ->
                blocks.add(new Block.Grid(facts.stream()
                        .map(fact -> new Block.Cell(fact.getKey(), filled(fact.getValue())))
                        .toList()));
            case Part.Points(var of, var key) -> points(of.section(key).orElseThrow(), blocks);
            case Part.Heading(var text) -> blocks.add(new Block.Heading(text));
            case Part.Paragraph(var text, var indented) -> {
                var filled = filled(text);
                if (!filled.isBlank()) {
                    blocks.add(new Block.Paragraph(filled, indented));
                }
            }
            case Part.Signing(var signatures, var seal) -> blocks.add(new Block.Signing(signatures, seal));
        }
    }

    /** Numbered as they stand here: a point that is not asked leaves no gap. */
    private void points(Section section, List<Block> blocks) {
        var points = section.fields().stream()
                .filter(field -> field.type() == FieldType.BOOLEAN)
                .filter(field -> FormCheck.isShown(field, answers::text, around))
                .map(field -> field.label().zh()
                        + field.hint().map(hint -> "，" + hint.zh()).orElse(""))
                .toList();
        for (int i = 0; i < points.size(); i++) {
            var end = i + 1 < points.size() ? "；" : "。";
            blocks.add(new Block.Paragraph((i + 1) + "．" + points.get(i) + end, true));
        }
    }

    private void group(Section section, boolean blank, int before, List<Block> blocks) {
        if (!FormCheck.isShown(section, answers, around)) {
            return;
        }
        var numeral = before < NUMERALS.length() ? NUMERALS.charAt(before) + "、" : "";
        blocks.add(new Block.Heading(numeral + section.label().zh()));
        if (blank) {
            blocks.add(new Block.Grid(section.fields().stream()
                    .map(field -> cell(field, key -> ""))
                    .toList()));
        } else if (!section.isTable()) {
            blocks.add(new Block.Grid(section.fields().stream()
                    .filter(field -> FormCheck.isShown(field, answers::text, around))
                    .map(field -> cell(field, answers::text))
                    .toList()));
        } else if (answers.rows(section.key()).isEmpty()) {
            blocks.add(new Block.Paragraph("无", true));
        } else {
            blocks.add(new Block.Table(
                    section.fields().stream().map(field -> field.label().zh()).toList(),
                    answers.rows(section.key()).stream()
                            .map(row -> row(section, row))
                            .toList()));
        }
    }

    private List<String> row(Section section, Map<String, String> row) {
        return section.fields().stream()
                .map(field -> value(field, row.getOrDefault(field.key(), "")))
                .toList();
    }

    private Block.Cell cell(Field field, UnaryOperator<String> values) {
        var star = stars && field.starred() ? " *" : "";
        return new Block.Cell(field.label().zh() + star, value(field, values.apply(field.key())));
    }

    private String value(Field field, String value) {
        if (field.type() == FieldType.BOOLEAN) {
            return value.isEmpty() ? "—" : "√";
        }
        return catalogue.shown(
                field, whole || field.type().isChoice() ? value : field.mask().of(value), Language.ZH);
    }

    /** A text with the words and values that it names; what nobody knows is left out. */
    private String filled(String text) {
        return WORD.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(words.getOrDefault(found.group(1), field(found.group(1)))));
    }

    private String field(String key) {
        return form.field(key).map(field -> value(field, answers.text(key))).orElse("");
    }
}
