package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.FormCheck;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins, fills in and throws away records. */
@Service
public class FormEditing {

    private final FormCatalogue catalogue;
    private final Forms forms;
    private final FormRecords records;
    private final FormNumbers numbers;
    private final FormRules rules;
    private final FormSurroundings surroundings;
    private final FormCheck check;
    private final FormAudit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FormEditing(
            FormCatalogue catalogue,
            Forms forms,
            FormRecords records,
            FormNumbers numbers,
            FormRules rules,
            FormSurroundings surroundings,
            FormAudit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.records = records;
        this.numbers = numbers;
        this.rules = rules;
        this.surroundings = surroundings;
        this.check = new FormCheck(catalogue);
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Begins a record, with what is known already filled in. */
    @Transactional
    public Outcome begin(String formId, Actor actor) {
        var form = catalogue.form(formId);
        var refusal = forms.refusalToBegin(form, actor);
        if (refusal.isPresent()) {
            return Outcome.Refused.because(refusal.get());
        }
        var role = Forms.starters(form).stream().filter(actor::has).findFirst().orElse("");
        return begin(form, actor.enterprise(), form.initialState(), "begin", role, actor);
    }

    /**
     * An officer begins a record for an enterprise that stands at the window with its papers.
     *
     * @param action a step that begins a record
     */
    @Transactional
    public Outcome beginAtDesk(String formId, String action, long enterprise, Actor actor) {
        var form = catalogue.form(formId);
        var step = form.transitions().stream()
                .filter(it -> it.action().equals(action) && it.from().isEmpty())
                .findFirst();
        var role =
                step.stream().flatMap(it -> it.by().stream()).filter(actor::has).findFirst();
        if (step.isEmpty() || role.isEmpty()) {
            return Outcome.Refused.because("ERR_FORBIDDEN");
        }
        if (actor.enterprise().equals(OptionalLong.of(enterprise))) {
            return Outcome.Refused.because("ERR_SELF_APPROVAL");
        }
        var outcome = begin(form, OptionalLong.of(enterprise), step.get().to(), action, role.get(), actor);
        if (outcome instanceof Outcome.Done(var record, var _)) {
            events.publishEvent(new FormMoved(
                    record, action, "", actor, Decision.plain(), step.get().notification()));
        }
        return outcome;
    }

    private Outcome begin(
            FormDefinition form, OptionalLong enterprise, String state, String action, String role, Actor actor) {
        var around = surroundings.of(enterprise, actor.card());
        var answers = InitialAnswers.of(form, around.profile());
        var first = records.begin(form, enterprise, state, actor, answers);
        var closed =
                rules.closed(form, new Situation(first, "begin", answers, Map.of(), actor, Decision.plain(), around));
        if (!closed.isEmpty()) {
            records.delete(first);
            return new Outcome.Refused(closed);
        }
        for (var number : form.numbers().entrySet()) {
            answers = answers.with(number.getKey(), numbers.next(number.getValue(), Map.of()));
        }
        var situation = new Situation(first, "begin", answers, Map.of(), actor, Decision.plain(), around);
        var complete = rules.filled(form, situation);
        var own = form.numbers().keySet().stream().findFirst().map(answers::text);
        var stored = records.store(
                        new FormRecordChange(first)
                                .answers(complete)
                                .number(own)
                                .build(),
                        first.version())
                .orElseThrow();
        records.tell(stored.id(), FormEvent.of(stored, clock.instant(), actor, role, action, "", Decision.plain()));
        audit.begun(stored, role, actor);
        return new Outcome.Done(stored, List.of());
    }

    /**
     * Keeps what was filled in, also where it is not right yet: what somebody typed is never thrown away. What is wrong
     * with it is told along. Only what a return left closed is refused.
     *
     * @param left the group of questions that was left for the next; empty while somebody is still typing
     */
    @Transactional
    public Outcome save(long id, int version, Answers typed, Optional<String> left, Actor actor) {
        var found = forms.find(id, actor);
        if (found.isEmpty()) {
            return Outcome.Refused.because(forms.refusalToSee(id, actor));
        }
        var record = found.get();
        if (!forms.mayEdit(record, actor)) {
            return FormSteps.wrongState(forms.form(record), record);
        }
        var form = forms.form(record);
        var around = surroundings.of(record, actor);
        var corrections = forms.corrections(record, actor);
        var answers = check.tidy(form, OpenFields.merge(form, record.answers(), typed, corrections), around);
        var locked = OpenFields.locked(form, check.tidy(form, record.answers(), around), answers, corrections);
        if (!locked.isEmpty()) {
            return new Outcome.Refused(locked);
        }
        var section = left.flatMap(form::section);
        var faults = section.map(known -> check.section(form, known, answers, around))
                .orElseGet(() -> check.draft(form, answers, around));
        var remembered = new HashSet<>(record.remembered());
        section.ifPresent(known -> {
            remembered.remove(known.key());
            if (faults.stream().allMatch(Fault::warning)) {
                remembered.add(known.key());
            }
        });
        var next = new FormRecordChange(record)
                .answers(answers)
                .remembered(remembered)
                .build();
        return records.store(next, version)
                .<Outcome>map(stored -> new Outcome.Done(stored, faults))
                .orElseGet(() -> Outcome.Refused.because("ERR_VERSION_CONFLICT"));
    }

    /** Throws a draft away. */
    @Transactional
    public Outcome delete(long id, int version, Actor actor) {
        var found = forms.find(id, actor);
        var button = found.flatMap(record -> forms.form(record).buttons().stream()
                .filter(it -> it.key().equals("delete"))
                .filter(it ->
                        Duties.role(forms.form(record), it.by(), record, actor).isPresent())
                .findFirst());
        if (found.isEmpty() || button.isEmpty()) {
            return Outcome.Refused.because("ERR_FORBIDDEN");
        }
        var record = found.get();
        if (!button.get().states().contains(record.state())) {
            return Outcome.Refused.because("ERR_NOT_DRAFT_DELETE");
        }
        if (record.version() != version || !records.delete(record)) {
            return Outcome.Refused.because("ERR_VERSION_CONFLICT");
        }
        audit.done(record, "delete", actor, Map.of());
        return new Outcome.Done(record, List.of());
    }
}
