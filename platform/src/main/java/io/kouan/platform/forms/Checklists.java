package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.files.PageCount;
import io.kouan.platform.files.StoredFile;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.Surroundings;
import io.kouan.platform.forms.definition.AttachmentSlot;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.FormRule;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.forms.definition.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an officer has to tick before a step (审核清单): the seals and signatures of each file, page by page where every page needs
 * one, or the points of a paper that was handed in. The product cannot see a seal; it keeps who said to have seen it.
 */
@Component
public class Checklists {

    private final FormCatalogue catalogue;
    private final FormAttachments attachments;
    private final JdbcClient db;

    Checklists(FormCatalogue catalogue, FormAttachments attachments, JdbcClient db) {
        this.catalogue = catalogue;
        this.attachments = attachments;
        this.db = db;
    }

    /** All ticks of the steps that could be taken, by step. */
    public Map<String, List<Tick>> of(
            FormDefinition form, FormRecord record, Surroundings around, Set<String> actions) {
        var lists = new LinkedHashMap<String, List<Tick>>();
        for (FormRule rule : rules(form, record, around)) {
            var action = rule.parameter("action");
            if (actions.contains(action)) {
                lists.computeIfAbsent(action, known -> new ArrayList<>()).addAll(ticks(form, rule, record));
            }
        }
        return lists;
    }

    /** The step is refused as long as a tick is missing. */
    List<Fault> faults(FormDefinition form, FormRecord record, String action, Surroundings around, Decision decision) {
        var faults = new ArrayList<Fault>();
        for (FormRule rule : rules(form, record, around)) {
            if (rule.parameter("action").equals(action)) {
                var missing = ticks(form, rule, record).stream()
                        .filter(tick -> !decision.ticks().contains(tick.key()))
                        .toList();
                if (!missing.isEmpty()) {
                    faults.add(Fault.at("", rule.message(), named(missing)));
                }
            }
        }
        return faults;
    }

    private static Map<String, String> named(List<Tick> missing) {
        return Map.of(
                "items",
                missing.stream().map(tick -> tick.label().zh()).distinct().collect(Collectors.joining("、")),
                "items.en",
                missing.stream().map(tick -> tick.label().en()).distinct().collect(Collectors.joining(", ")));
    }

    /** Keeps what was ticked for the step that made this version; what was on no list is not kept. */
    void keep(
            FormDefinition form,
            FormRecord before,
            FormRecord stored,
            String action,
            Surroundings around,
            Decision by) {
        for (FormRule rule : rules(form, before, around)) {
            if (rule.parameter("action").equals(action)) {
                ticks(form, rule, before).stream()
                        .filter(tick -> by.ticks().contains(tick.key()))
                        .forEach(tick -> db.sql(
                                        "insert into form_tick (record_id, version, tick) values (:record, :version, :tick)")
                                .param("record", stored.id())
                                .param("version", stored.version())
                                .param("tick", tick.key())
                                .update());
            }
        }
    }

    private static List<FormRule> rules(FormDefinition form, FormRecord record, Surroundings around) {
        return form.rules().stream()
                .filter(rule -> rule.kind() == FormRule.Kind.CHECKLIST)
                .filter(rule -> rule.when()
                        .map(when -> when.holds(
                                record.answers()::text, fact -> around.facts().getOrDefault(fact, "")))
                        .orElse(true))
                .toList();
    }

    private List<Tick> ticks(FormDefinition form, FormRule rule, FormRecord record) {
        return rule.findParameter("form")
                .map(paper -> points(rule, catalogue.form(paper)))
                .orElseGet(() -> ofFiles(form, rule, record));
    }

    /** The boxes of a paper that the officer fills in. */
    private static List<Tick> points(FormRule rule, FormDefinition paper) {
        return paper.section(rule.parameter("section")).orElseThrow().fields().stream()
                .filter(field ->
                        field.source() == Source.REVIEWER && field.type().isTick())
                .map(field -> new Tick(
                        field.key(), rule.parameter("action"), Tick.Kind.POINT, paper.title(), field.label(), 0))
                .toList();
    }

    private List<Tick> ofFiles(FormDefinition form, FormRule rule, FormRecord record) {
        var ticks = new ArrayList<Tick>();
        var files = attachments.of(record);
        for (AttachmentSlot slot : form.attachments()) {
            for (StoredFile file : files.getOrDefault(slot.key(), List.of())) {
                var group = new Label(
                        slot.label().zh() + " · " + file.name(), slot.label().en() + " · " + file.name());
                if (slot.seal().equals("every_page")) {
                    pages(record, file)
                            .mapToObj(page -> new Tick(
                                    "seal." + file.id() + "." + page,
                                    rule.parameter("action"),
                                    Tick.Kind.SEAL,
                                    group,
                                    slot.label(),
                                    page))
                            .forEach(ticks::add);
                } else if (!slot.seal().equals("none")) {
                    ticks.add(tick("seal.", Tick.Kind.SEAL, rule, slot, file, group));
                }
                if (slot.signedByLegalPerson()) {
                    ticks.add(tick("sign.", Tick.Kind.SIGNATURE, rule, slot, file, group));
                }
            }
        }
        return ticks;
    }

    private static Tick tick(
            String before, Tick.Kind kind, FormRule rule, AttachmentSlot slot, StoredFile file, Label group) {
        return new Tick(before + file.id(), rule.parameter("action"), kind, group, slot.label(), 0);
    }

    private IntStream pages(FormRecord record, StoredFile file) {
        int pages = attachments
                .glance(record, file.id(), Actor.program())
                .map(held -> PageCount.of(held.content()))
                .orElse(1);
        return IntStream.rangeClosed(1, pages);
    }
}
