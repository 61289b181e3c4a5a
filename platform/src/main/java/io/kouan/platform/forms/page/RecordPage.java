package io.kouan.platform.forms.page;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.files.FileLinks;
import io.kouan.platform.files.Uploads;
import io.kouan.platform.forms.Checklists;
import io.kouan.platform.forms.Corrections;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormAudit;
import io.kouan.platform.forms.FormEvent;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.RecordPanels;
import io.kouan.platform.forms.SlotPapers;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.FormCheck;
import io.kouan.platform.forms.definition.AttachmentSlot;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Section;
import io.kouan.platform.forms.definition.Source;
import io.kouan.platform.forms.definition.Transition;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of a record have in common; a room with pages of its own for a record makes them with this. */
@Component
public class RecordPage {

    private final FormCatalogue catalogue;
    private final Forms forms;
    private final FormRecords records;
    private final FormSteps steps;
    private final FormAttachments attachments;
    private final Uploads uploads;
    private final FileLinks links;
    private final Checklists checklists;
    private final FormAudit audit;
    private final List<RecordPanels> panels;
    private final List<SlotPapers> papers;
    private final Clock clock;

    RecordPage(
            FormCatalogue catalogue,
            Forms forms,
            FormRecords records,
            FormSteps steps,
            FormAttachments attachments,
            Uploads uploads,
            FileLinks links,
            Checklists checklists,
            FormAudit audit,
            List<RecordPanels> panels,
            List<SlotPapers> papers,
            Clock clock) {
        this.checklists = checklists;
        this.attachments = attachments;
        this.uploads = uploads;
        this.links = links;
        this.audit = audit;
        this.panels = List.copyOf(panels);
        this.papers = List.copyOf(papers);
        this.clock = clock;
        this.catalogue = catalogue;
        this.forms = forms;
        this.records = records;
        this.steps = steps;
    }

    /** A group in the task list: to do, to mend, done, or closed by a return that did not name it. */
    public record Task(String section, String label, String state) {}

    /** Title, menu path and whom to call. */
    public void head(FormDefinition form, Model model) {
        var language = Tongue.now();
        model.addAttribute("form", form.id());
        model.addAttribute("formTitle", form.title().in(language));
        model.addAttribute(
                "menu", form.menu().stream().map(label -> label.in(language)).toList());
        model.addAttribute(
                "contacts",
                PortProfile.current().contactsAt(form.id()).stream()
                        .map(contact -> new Contact(
                                contact.name(language),
                                contact.phone().in(language),
                                contact.phone().dial()))
                        .toList());
    }

    /** Whom to call about a form. */
    public record Contact(String name, String phone, String dial) {}

    public List<FaultView> faults(List<Fault> faults, FormDefinition form) {
        return FaultView.of(faults, form, catalogue, Tongue.now());
    }

    /** Everything about a record: its groups, its steps, its history. */
    public void fill(FormRecord record, Actor actor, Model model) {
        var form = forms.form(record);
        var language = Tongue.now();
        head(form, model);
        boolean editable = forms.mayEdit(record, actor);
        if (forms.showsWhole(record, actor)) {
            audit.viewed(record, actor);
        }
        var open = editable ? faults(steps.open(record, actor), form) : List.<FaultView>of();
        var history = records.history(record.id());
        var named = editable ? named(record, history, form) : List.<FaultView>of();
        var corrections = forms.corrections(record, actor);
        model.addAttribute("named", named);
        model.addAttribute("record", RecordView.of(record, form, language));
        model.addAttribute("editable", editable);
        model.addAttribute("open", open);
        model.addAttribute(
                "tasks",
                forms.shown(record, actor).stream()
                        .filter(RecordPage::isAsked)
                        .map(section -> task(section, record, open, named, corrections, language))
                        .toList());
        var elsewhere =
                panels.stream().flatMap(room -> room.steps(record).stream()).collect(Collectors.toSet());
        model.addAttribute(
                "actions",
                ActionView.of(
                        forms.steps(record, actor).stream()
                                .filter(step -> !elsewhere.contains(step.action()))
                                .toList(),
                        form,
                        language));
        model.addAttribute(
                "deletable",
                editable
                        && form.buttons().stream()
                                .anyMatch(button -> button.key().equals("delete")
                                        && button.states().contains(record.state())));
        model.addAttribute(
                "events",
                history.stream()
                        .map(event -> EventView.of(
                                event, form, catalogue, actor.enterprise().isEmpty(), language))
                        .toList()
                        .reversed());
        model.addAttribute("sections", sections(record, actor, Set.of()));
        model.addAttribute("turn", panels.stream().anyMatch(room -> room.isTurn(record, actor)));
        model.addAttribute(
                "panels",
                panels.stream().flatMap(room -> room.of(record, actor).stream()).toList());
        var files = attachments.of(record);
        model.addAttribute(
                "slots",
                form.attachments().stream()
                        .filter(slot -> editable || isOf(slot, files.keySet(), record, actor))
                        .map(slot -> SlotView.of(
                                        slot,
                                        forms.isNeeded(slot, record, actor),
                                        files.getOrDefault(slot.key(), List.of()),
                                        language,
                                        access(record, actor))
                                .writable(
                                        editable && corrections.opensSlot(slot.key()),
                                        papers.stream()
                                                .flatMap(room -> room.of(slot, record, actor).stream())
                                                .toList()))
                        .toList());
    }

    /** To be read, only what the record has to do with: a slot for another matter than the record's is left out. */
    private boolean isOf(AttachmentSlot slot, Set<String> filled, FormRecord record, Actor actor) {
        return filled.contains(slot.key()) || slot.requiredWhen().isEmpty() || forms.isNeeded(slot, record, actor);
    }

    private SlotView.FileAccess access(FormRecord record, Actor actor) {
        var around = forms.around(record, actor);
        return new SlotView.FileAccess(
                uploads.isScanned(),
                file -> uploads.mayOpen(file, actor.login()),
                file -> links.token(file.id(), actor.login()),
                (slot, file) -> attachments.expectedName(slot, file, around).orElse(""));
    }

    /** The groups with their values, to be read. */
    List<SectionView> sections(FormRecord record, Actor actor, Set<String> changed) {
        var maker = new FieldView.Maker(
                catalogue, forms.around(record, actor), Tongue.now(), List.of(), forms.showsWhole(record, actor));
        return forms.shown(record, actor).stream()
                .map(section -> SectionView.of(section, shown(record), maker, changed))
                .toList();
    }

    /** The answers as they are shown: the state is the record's own, and never kept twice. */
    Answers shown(FormRecord record) {
        return shown(record, record.answers());
    }

    Answers shown(FormRecord record, Answers answers) {
        var form = forms.form(record);
        var whole = record.answers().with(answers.fields());
        for (var table : answers.tables().entrySet()) {
            whole = whole.withRows(table.getKey(), table.getValue());
        }
        return form.stateField().isEmpty()
                ? whole
                : whole.with(
                        form.stateField(),
                        form.state(record.state())
                                .map(state -> state.label().in(Tongue.now()))
                                .orElse(""));
    }

    /** The groups to be written, with what is wrong beside each question. */
    public List<SectionView> asked(FormRecord record, Answers answers, List<FaultView> faults, Actor actor) {
        var maker = new FieldView.Maker(catalogue, forms.around(record, actor), Tongue.now(), faults);
        var shown = shown(record, answers);
        var corrections = forms.corrections(record, actor);
        return forms.shown(record, actor).stream()
                .map(section -> SectionView.writable(section, shown, maker, corrections))
                .toList();
    }

    /** The groups as they were filled in once, with what differs from the time before. */
    List<SectionView> sections(FormRecord record, Answers answers, Set<String> changed, Actor actor) {
        var around = forms.around(record, actor);
        var maker = new FieldView.Maker(catalogue, around, Tongue.now(), List.of(), forms.showsWhole(record, actor));
        return forms.form(record).sections().stream()
                .filter(section -> FormCheck.isShown(section, answers, around))
                .map(section -> SectionView.of(section, answers, maker, changed))
                .toList();
    }

    /** What the officer may enter: the groups reduced to those fields. */
    List<SectionView> entered(FormRecord record, Actor actor, Map<String, String> typed) {
        var answers = forms.entering(record, typed, actor);
        var maker = new FieldView.Maker(catalogue, forms.around(record, actor), Tongue.now(), List.of());
        return forms.shown(record, actor).stream()
                .filter(section -> section.fields().stream().anyMatch(field -> field.source() == Source.REVIEWER))
                .filter(section -> forms.fillsIn(section, actor))
                .map(section -> SectionView.ofReviewer(section, answers, maker))
                .toList();
    }

    /** What the officer has to tick, by step; what was ticked before a refusal stays ticked. */
    List<ChecklistView> checklists(FormRecord record, Actor actor, Set<String> ticked) {
        var form = forms.form(record);
        var actions =
                forms.steps(record, actor).stream().map(Transition::action).collect(Collectors.toSet());
        return ChecklistView.of(
                form, checklists.of(form, record, forms.around(record, actor), actions), ticked, Tongue.now());
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
    }

    /** What the officer who returned it has named and nobody has changed since; the rest may stay as it is. */
    private static List<FaultView> named(FormRecord record, List<FormEvent> history, FormDefinition form) {
        var handedIn = record.submitted().orElse(Answers.NONE);
        return Optional.of(history.getLast()).filter(event -> !event.places().isEmpty()).stream()
                .flatMap(event -> event.places().stream())
                .filter(place -> value(record.answers(), place).equals(value(handedIn, place)))
                .map(place -> FaultView.named(place, form, Tongue.now()))
                .toList();
    }

    private static String value(Answers answers, String place) {
        var parts = place.split("\\.", -1);
        if (parts.length != 3) {
            return answers.text(place);
        }
        var rows = answers.rows(parts[0]);
        int row = Integer.parseInt(parts[1]);
        return row < rows.size() ? rows.get(row).getOrDefault(parts[2], "") : "";
    }

    private static boolean isAsked(Section section) {
        return section.fields().stream().anyMatch(Field::isOpen);
    }

    private static Task task(
            Section section,
            FormRecord record,
            List<FaultView> open,
            List<FaultView> named,
            Corrections corrections,
            Language language) {
        if (!corrections.opensAnyOf(section)) {
            return new Task(section.key(), section.label().in(language), "kept");
        }
        boolean wrong = Stream.concat(open.stream(), named.stream())
                .anyMatch(fault -> fault.section().equals(section.key()) && !fault.warning());
        boolean seen = record.remembered().contains(section.key());
        return new Task(section.key(), section.label().in(language), state(wrong, seen));
    }

    /** Nobody has been there: it may still be right, from the profile. */
    private static String state(boolean wrong, boolean seen) {
        if (seen) {
            return wrong ? "wrong" : "done";
        }
        return wrong ? "todo" : "check";
    }
}
