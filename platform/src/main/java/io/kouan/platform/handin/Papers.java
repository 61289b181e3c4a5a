package io.kouan.platform.handin;

import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FixedRow;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The papers of a hand-in (递交材料): which there are, and what each lacks. Pure. */
final class Papers {

    static final String TABLE = "papers";
    static final String ORIGINAL = "original_checked";
    private static final String REMARK = "paper_remark";

    private Papers() {}

    /**
     * What a paper lacks.
     *
     * @param row counted from 0
     * @param lacking ticks that are needed and not given
     * @param remark of the clerk
     */
    record Deficit(int row, FixedRow paper, List<Field> lacking, String remark) {
        Deficit {
            lacking = List.copyOf(lacking);
        }

        /** The same but for one tick. */
        Deficit without(String tick) {
            return new Deficit(
                    row,
                    paper,
                    lacking.stream().filter(field -> !field.key().equals(tick)).toList(),
                    remark);
        }

        /** The ticks in words. */
        String items(Function<Label, String> language, String joint) {
            return lacking.stream().map(field -> language.apply(field.label())).collect(Collectors.joining(joint));
        }
    }

    static List<FixedRow> of(FormDefinition form) {
        return form.section(TABLE).orElseThrow().fixed();
    }

    /** Every paper that lacks something, in the order of the form. */
    static List<Deficit> deficits(FormDefinition form, Answers answers) {
        var deficits = new ArrayList<Deficit>();
        var papers = of(form);
        for (int i = 0; i < papers.size(); i++) {
            var held = i < answers.rows(TABLE).size() ? answers.rows(TABLE).get(i) : Map.<String, String>of();
            var lacking = papers.get(i).needed().stream()
                    .filter(tick -> !"true".equals(held.get(tick)))
                    .flatMap(tick -> form.field(tick).stream())
                    .toList();
            if (!lacking.isEmpty()) {
                deficits.add(new Deficit(i, papers.get(i), lacking, held.getOrDefault(REMARK, "")));
            }
        }
        return deficits;
    }

    /** The papers and what each lacks, in both languages; without the clerk's own words, which may name people. */
    static Map<String, String> named(FormDefinition form, Answers answers) {
        var deficits = deficits(form, answers);
        if (deficits.isEmpty()) {
            return Map.of();
        }
        return Map.of(
                "items",
                deficits.stream()
                        .map(lack -> lack.paper().label().zh() + "（" + lack.items(Label::zh, "、") + "）")
                        .collect(Collectors.joining("；")),
                "items.en",
                deficits.stream()
                        .map(lack -> lack.paper().label().en() + " (" + lack.items(Label::en, ", ") + ")")
                        .collect(Collectors.joining("; ")));
    }

    /** All deficits in Chinese, a line each: what the enterprise is told at once (一次性告知). */
    static String told(FormDefinition form, Answers answers) {
        return deficits(form, answers).stream()
                .map(deficit -> deficit.paper().label().zh() + "：未确认“"
                        + deficit.items(Label::zh, "”“") + "”"
                        + Optional.of(deficit.remark())
                                .filter(remark -> !remark.isEmpty())
                                .map(remark -> "（" + remark + "）")
                                .orElse(""))
                .collect(Collectors.joining("\n"));
    }
}
