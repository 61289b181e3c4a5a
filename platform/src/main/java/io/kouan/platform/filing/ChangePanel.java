package io.kouan.platform.filing;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Permissions;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.RecordPanels;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Section;
import io.kouan.platform.forms.page.FieldView;
import io.kouan.platform.forms.page.Questions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Beside a filing: that it can be changed, or what it changes in the approved one, for both sides to see. */
@Component
@Order(7)
class ChangePanel implements RecordPanels {

    private final FilingChanges changes;
    private final FormCatalogue catalogue;
    private final Questions questions;
    private final Permissions permissions;

    ChangePanel(FilingChanges changes, FormCatalogue catalogue, Questions questions, Permissions permissions) {
        this.changes = changes;
        this.catalogue = catalogue;
        this.questions = questions;
        this.permissions = permissions;
    }

    /** A field that differs. */
    public record Difference(String group, String label, String before, String now) {}

    /**
     * What the panel shows.
     *
     * @param begin where a change begins; empty where none can
     * @param open address of the change that is under way; empty where none is
     * @param former number of the filing that this one changes; empty where it changes none
     */
    public record Shown(
            String begin, String open, String openNumber, String former, String link, List<Difference> differences) {
        public Shown {
            differences = List.copyOf(differences);
        }
    }

    @Override
    public List<Panel> of(FormRecord record, Actor actor) {
        return Entry.of(record.form()).stream()
                .map(entry -> shown(entry, record, actor))
                .filter(shown -> !(shown.begin() + shown.open() + shown.former()).isEmpty())
                .map(shown -> new Panel("filing-change", shown))
                .toList();
    }

    private Shown shown(Entry entry, FormRecord record, Actor actor) {
        boolean own = record.enterprise().equals(actor.enterprise());
        var open = own ? changes.open(record) : java.util.Optional.<FormRecord>empty();
        var former = changes.former(record);
        boolean may = changes.mayBegin(record, actor) && permissions.allow(actor.roles(), entry.form(), Right.CREATE);
        return new Shown(
                may ? entry.entrance().record(record.id()) + "/change" : "",
                open.map(it -> entry.entrance().record(it.id())).orElse(""),
                open.map(ChangePanel::number).orElse(""),
                former.map(ChangePanel::number).orElse(""),
                former.map(it -> own ? entry.entrance().record(it.id()) : "/desk/" + it.id())
                        .orElse(""),
                former.map(it -> differences(catalogue.form(record.form()), it.answers(), record.answers()))
                        .orElse(List.of()));
    }

    private List<Difference> differences(FormDefinition form, Answers before, Answers now) {
        var differences = new ArrayList<Difference>();
        for (Section section : form.sections()) {
            if (section.fields().stream().anyMatch(field -> field.isOpen())) {
                differences.addAll(differences(section, before, now));
            }
        }
        return differences;
    }

    private List<Difference> differences(Section section, Answers before, Answers now) {
        var open = section.isTable()
                ? section
                : section.only(section.fields().stream()
                        .filter(field -> field.isOpen())
                        .map(field -> field.key())
                        .toList());
        var old = fields(open, before);
        var young = fields(open, now);
        var all = new LinkedHashMap<>(young);
        old.forEach(all::putIfAbsent);
        return all.entrySet().stream()
                .map(field -> new Difference(
                        section.label().in(io.kouan.platform.forms.page.Tongue.now()),
                        field.getValue().label(),
                        text(old, field.getKey()),
                        text(young, field.getKey())))
                .filter(difference -> !difference.before().equals(difference.now()))
                .toList();
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

    private static String number(FormRecord record) {
        return record.number().orElseGet(() -> Long.toString(record.id()));
    }
}
