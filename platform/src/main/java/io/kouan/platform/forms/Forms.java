package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.FormCheck;
import io.kouan.platform.forms.check.Surroundings;
import io.kouan.platform.forms.definition.AttachmentSlot;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Section;
import io.kouan.platform.forms.definition.Transition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Which forms and records there are for somebody, and what they may do with them. */
@Service
public class Forms {

    private final FormCatalogue catalogue;
    private final FormRecords records;
    private final FormRules rules;
    private final FormSurroundings surroundings;
    private final OperatorMenus menus;

    Forms(
            FormCatalogue catalogue,
            FormRecords records,
            FormRules rules,
            FormSurroundings surroundings,
            OperatorMenus menus) {
        this.menus = menus;
        this.rules = rules;
        this.catalogue = catalogue;
        this.records = records;
        this.surroundings = surroundings;
    }

    public FormDefinition form(FormRecord record) {
        return catalogue.form(record.form());
    }

    /** The record, where somebody may see it. An unknown record and a foreign one are answered alike. */
    public Optional<FormRecord> find(long id, Actor actor) {
        return records.find(id)
                .filter(record -> mayOpen(form(record), actor))
                .filter(record -> Duties.maySee(form(record), record, roles(form(record)), actor));
    }

    /** What somebody is told who asked for a record and may not see it: an officer hears that it is another office's. */
    public String refusalToSee(long id, Actor actor) {
        return records.find(id)
                .flatMap(record -> OfficeDuty.elsewhere(form(record), record, actor))
                .orElse("ERR_FORBIDDEN");
    }

    /** Whether somebody may work in a form at all: an operator only in what the administrator opened. */
    public boolean mayOpen(FormDefinition form, Actor actor) {
        return menus.open(form, actor);
    }

    /** Whether an application is open here at all: a form whose rules are not all written is not. */
    public boolean isOpen(String form) {
        return catalogue.find(form).filter(rules::isComplete).isPresent();
    }

    /** Whether somebody has anything to do with a form: records of other forms are not theirs to open, also of the own enterprise. */
    public boolean concerns(String form, Actor actor) {
        return catalogue
                .find(form)
                .filter(known -> roles(known).stream().anyMatch(actor::has))
                .isPresent();
    }

    /** All roles that have anything to do with a form. */
    static List<String> roles(FormDefinition form) {
        var roles = new LinkedHashSet<String>();
        form.transitions().forEach(step -> roles.addAll(step.by()));
        form.buttons().forEach(button -> roles.addAll(button.by()));
        return List.copyOf(roles);
    }

    /** Why somebody cannot begin a record on this form; empty where they can. */
    public Optional<String> refusalToBegin(FormDefinition form, Actor actor) {
        if (!rules.isComplete(form)) {
            return Optional.of("ERR_NOT_OPEN");
        }
        boolean hasRole = starters(form).stream().anyMatch(actor::has);
        boolean wrongCard =
                form.card() == FormDefinition.Card.LEGAL_PERSON && !actor.card().equals("legal_person");
        if (wrongCard && actor.enterprise().isPresent()) {
            return Optional.of("ERR_CARD_REQUIRED");
        }
        if (!mayOpen(form, actor)) {
            return Optional.of("ERR_FORBIDDEN");
        }
        return hasRole && actor.enterprise().isPresent() ? Optional.empty() : Optional.of("ERR_FORBIDDEN");
    }

    /** The roles of an enterprise that take the first step. */
    static List<String> starters(FormDefinition form) {
        return form.transitions().stream()
                .filter(step -> step.from().contains(form.initialState()))
                .flatMap(step -> step.by().stream())
                .filter(role -> Role.valueOf(role).isOfEnterprise())
                .distinct()
                .toList();
    }

    /** Whether somebody sees personal data whole: on a form of the own enterprise, and for an officer as long as the case is open. */
    public boolean showsWhole(FormRecord record, Actor actor) {
        boolean closed = form(record)
                .state(record.state())
                .map(FormDefinition.State::end)
                .orElse(false);
        return Duties.isOwn(record, actor) || !closed;
    }

    /** Whether somebody may change the answers now. */
    public boolean mayEdit(FormRecord record, Actor actor) {
        var form = form(record);
        if (form.card() == FormDefinition.Card.LEGAL_PERSON && !actor.card().equals("legal_person")) {
            return false;
        }
        var saving = form.buttons().stream()
                .filter(button -> Set.of("save", "edit").contains(button.key()))
                .toList();
        if (!saving.isEmpty()) {
            return saving.stream()
                    .anyMatch(button ->
                            button.states().contains(record.state()) && mayAsEnterprise(button.by(), record, actor));
        }
        return form.transitions().stream()
                .anyMatch(step -> step.from().contains(record.state()) && mayAsEnterprise(step.by(), record, actor));
    }

    private boolean mayAsEnterprise(List<String> by, FormRecord record, Actor actor) {
        return Duties.role(form(record), by, record, actor)
                .filter(Role::isOfEnterprise)
                .isPresent();
    }

    /** The steps that somebody may try from here. */
    public List<Transition> steps(FormRecord record, Actor actor) {
        var form = form(record);
        var around = surroundings.of(record, actor);
        return form.transitions().stream()
                .filter(step -> step.from().contains(record.state()))
                .filter(step -> isOpen(step, record.answers(), around))
                .filter(step -> Duties.role(form, step.by(), record, actor).isPresent())
                .filter(step -> step.offeredWhen()
                        .map(when -> when.holds(
                                record.answers()::text, fact -> around.facts().getOrDefault(fact, "")))
                        .orElse(true))
                .toList();
    }

    /** Whether what a step asks for first holds. */
    static boolean isOpen(Transition step, Answers answers, Surroundings around) {
        return step.when()
                .map(when -> when.holds(answers::text, fact -> around.facts().getOrDefault(fact, "")))
                .orElse(true);
    }

    /** Whether a button that is no step is there for a record, for example 打印书面申请. */
    public boolean has(String button, FormRecord record, Actor actor) {
        var form = form(record);
        var around = surroundings.of(record, actor);
        return form.buttons().stream()
                .filter(it -> it.key().equals(button) && it.states().contains(record.state()))
                .filter(it -> Duties.role(form, it.by(), record, actor).isPresent())
                .anyMatch(it -> it.when()
                        .map(when -> when.holds(
                                record.answers()::text, fact -> around.facts().getOrDefault(fact, "")))
                        .orElse(true));
    }

    /** The groups of questions that are asked, given what is answered so far. */
    public List<Section> shown(FormRecord record, Actor actor) {
        var around = surroundings.of(record, actor);
        return form(record).sections().stream()
                .filter(section -> !section.attachments())
                .filter(section -> FormCheck.isShown(section, record.answers(), around))
                .toList();
    }

    /** Whether a slot must hold a file before the record is handed in. */
    public boolean isNeeded(AttachmentSlot slot, FormRecord record, Actor actor) {
        return FormCheck.isNeeded(slot, record.answers(), around(record, actor));
    }

    /** The answers with what an officer enters, which may be wrong still. */
    public Answers entering(FormRecord record, Map<String, String> typed, Actor actor) {
        return OpenFields.reviewer(form(record), record.answers(), typed, actor);
    }

    /** Whether an officer fills in what officers fill in of a group. */
    public boolean fillsIn(Section section, Actor actor) {
        return OpenFields.fillsIn(section, actor);
    }

    /** What may be changed after a return that named items (退回修改); everything where none did. */
    public Corrections corrections(FormRecord record, Actor actor) {
        var named = records.named(record.id());
        if (named.isEmpty()) {
            return Corrections.ALL;
        }
        var form = form(record);
        var around = surroundings.of(record, actor);
        var check = new FormCheck(catalogue);
        var answers = check.tidy(form, record.answers(), around);
        var attached = records.attached(record.id());
        var faults = new ArrayList<>(check.submission(form, answers, attached, around));
        form.transitions().stream()
                .filter(step -> step.from().contains(record.state()) && step.needsValidForm())
                .map(step -> new Situation(record, step.action(), answers, attached, actor, Decision.plain(), around))
                .forEach(situation -> faults.addAll(rules.broken(form, situation)));
        return Corrections.of(form, named, faults);
    }

    /** Whether an officer can name it as something to be put right. */
    public boolean isItem(FormRecord record, String place) {
        return Corrections.isItem(form(record), place);
    }

    /** What somebody typed, laid over the record, for a page that is shown again. */
    public Answers typing(FormRecord record, Answers typed, Actor actor) {
        return OpenFields.merge(form(record), record.answers(), typed, corrections(record, actor));
    }

    /** What the record is looked at against. */
    public Surroundings around(FormRecord record, Actor actor) {
        return surroundings.of(record, actor);
    }
}
