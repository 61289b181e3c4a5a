package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.FormCheck;
import io.kouan.platform.forms.check.Surroundings;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Transition;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves records from state to state: a step is taken with all that follows from it, or not at all. */
@Service
public class FormSteps {

    private final Forms forms;
    private final FormRecords records;
    private final FormRules rules;
    private final FormSurroundings surroundings;
    private final FormAttachments attachments;
    private final Checklists checklists;
    private final SubmissionNumbers numbers;
    private final FormCheck check;
    private final FormAudit audit;
    private final List<DecisionBar> bars;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FormSteps(
            FormCatalogue catalogue,
            Forms forms,
            FormRecords records,
            FormRules rules,
            FormSurroundings surroundings,
            FormAttachments attachments,
            Checklists checklists,
            SubmissionNumbers numbers,
            FormAudit audit,
            List<DecisionBar> bars,
            ApplicationEventPublisher events,
            Clock clock) {
        this.forms = forms;
        this.records = records;
        this.rules = rules;
        this.surroundings = surroundings;
        this.attachments = attachments;
        this.checklists = checklists;
        this.numbers = numbers;
        this.check = new FormCheck(catalogue);
        this.audit = audit;
        this.bars = List.copyOf(bars);
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a step, or says why not; either is put into the audit log.
     *
     * @param action the button pressed: where several steps share it, the first whose condition holds is taken
     */
    @Transactional
    public Outcome take(long id, int version, String action, Decision decision, Actor actor) {
        var outcome = taken(id, version, action, decision, actor);
        if (outcome instanceof Outcome.Refused(var faults)) {
            audit.refused(id, version, action, faults, decision, actor);
        }
        return outcome;
    }

    private Outcome taken(long id, int version, String action, Decision decision, Actor actor) {
        var found = forms.find(id, actor);
        if (found.isEmpty()) {
            return Outcome.Refused.because(forms.refusalToSee(id, actor));
        }
        var record = found.get();
        if (record.version() != version) {
            return Outcome.Refused.because("ERR_VERSION_CONFLICT");
        }
        var form = forms.form(record);
        var around = surroundings.of(record, actor);
        var step = form.steps(action, record.state()).stream()
                .filter(it -> Forms.isOpen(it, record.answers(), around))
                .findFirst();
        if (step.isEmpty()) {
            return tooEarly(form, record, action, decision, actor, around);
        }
        return Duties.refusal(form, step.get(), record, actor)
                .or(() -> bar(form, step.get(), record, actor))
                .<Outcome>map(Outcome.Refused::because)
                .orElseGet(() -> take(form, step.get(), record, decision, actor, around));
    }

    /** An officer who decides too early is told by the rules what is missing, where they know it, and else of the state. */
    private Outcome tooEarly(
            FormDefinition form,
            FormRecord record,
            String action,
            Decision decision,
            Actor actor,
            Surroundings around) {
        boolean decides = form.transitions().stream()
                .filter(step -> step.action().equals(action))
                .anyMatch(step -> Duties.role(form, step.by(), record, actor)
                        .filter(role -> !role.isOfEnterprise())
                        .isPresent());
        var missing = decides
                ? rules.broken(
                        form,
                        new Situation(
                                record, action, record.answers(), attachments.counts(record), actor, decision, around))
                : List.<Fault>of();
        return missing.isEmpty() ? wrongState(form, record) : new Outcome.Refused(missing);
    }

    /** What keeps an officer from deciding beyond the roles. */
    private Optional<String> bar(FormDefinition form, Transition step, FormRecord record, Actor actor) {
        return Duties.role(form, step.by(), record, actor)
                .filter(Duties::decides)
                .flatMap(role -> bars.stream()
                        .flatMap(bar -> bar.refusal(form, record, actor).stream())
                        .findFirst());
    }

    static Outcome wrongState(FormDefinition form, FormRecord record) {
        var state = form.state(record.state()).orElseThrow().label();
        return new Outcome.Refused(
                List.of(Fault.at("", "ERR_STATE", Map.of("state", state.zh(), "state.en", state.en()))));
    }

    private Outcome take(
            FormDefinition form,
            Transition step,
            FormRecord record,
            Decision decision,
            Actor actor,
            Surroundings around) {
        var answers = check.tidy(form, OpenFields.reviewer(form, record.answers(), decision.values(), actor), around);
        var situation =
                new Situation(record, step.action(), answers, attachments.counts(record), actor, decision, around);
        var faults = StepCheck.faults(form, step, situation, check);
        if (step.needsValidForm()) {
            faults.addAll(attachments.misnamed(record, around));
        }
        faults.addAll(checklists.faults(form, record, step.action(), around, decision));
        faults.addAll(rules.broken(form, situation));
        var told = faults.stream().distinct().toList();
        if (told.stream().anyMatch(fault -> !fault.warning())
                || (told.stream().anyMatch(fault -> !fault.isInformation()) && !decision.confirmed())) {
            return new Outcome.Refused(
                    told.stream().filter(fault -> !fault.isInformation()).toList());
        }
        var filled = rules.filled(form, situation);
        var complete = step.needsValidForm() ? numbers.fill(form, record, filled) : filled;
        var role = Duties.role(form, step.by(), record, actor).orElseThrow();
        var next =
                new FormRecordChange(record).answers(complete).state(step.to()).claimedBy(Optional.empty());
        if (step.needsValidForm()) {
            next.number(SubmissionNumbers.own(form, complete));
        }
        if (role.isOfEnterprise() && !step.to().equals(record.state())) {
            next.handedIn(actor, clock.instant());
        }
        return records.store(next.build(), record.version())
                .<Outcome>map(stored -> {
                    tell(record, stored, step, role.name(), decision, actor);
                    checklists.keep(form, record, stored, step.action(), around, decision);
                    return new Outcome.Done(stored, told);
                })
                .orElseGet(() -> Outcome.Refused.because("ERR_VERSION_CONFLICT"));
    }

    private void tell(
            FormRecord before, FormRecord stored, Transition step, String role, Decision decision, Actor actor) {
        var event = FormEvent.of(stored, clock.instant(), actor, role, step.action(), before.state(), decision);
        records.tell(
                stored.id(),
                before.answers().equals(stored.answers()) && !step.needsValidForm() ? event.brief() : event);
        audit.moved(before, stored, step.action(), role, decision, actor);
        events.publishEvent(new FormMoved(stored, step.action(), before.state(), actor, decision, step.notification()));
    }

    /**
     * Lays values over a record because something else was decided that changes it; its state stays, its history tells.
     *
     * @param role in which that was decided
     */
    @Transactional
    public FormRecord amend(FormRecord record, Map<String, String> values, Actor actor, String role) {
        return amend(record, record.answers().with(values), actor, role);
    }

    /** The same with whole answers, where rows of a table are among what changes. */
    @Transactional
    public FormRecord amend(FormRecord record, Answers answers, Actor actor, String role) {
        var next = new FormRecordChange(record).answers(answers).build();
        var stored = records.store(next, record.version()).orElseThrow();
        records.tell(
                stored.id(),
                FormEvent.of(stored, clock.instant(), actor, role, "amend", record.state(), Decision.plain()));
        return stored;
    }

    /** An officer takes a record off the queue, or puts it back. */
    @Transactional
    public Outcome claim(long id, int version, boolean take, Actor actor) {
        var found = forms.find(id, actor);
        if (found.isEmpty() || forms.steps(found.get(), actor).isEmpty()) {
            return Outcome.Refused.because("ERR_FORBIDDEN");
        }
        var next = new FormRecordChange(found.get())
                .claimedBy(take ? Optional.of(actor.login()) : Optional.empty())
                .build();
        return records.store(next, version)
                .<Outcome>map(stored -> {
                    audit.done(stored, take ? "claim" : "release", actor, Map.of());
                    return new Outcome.Done(stored, List.of());
                })
                .orElseGet(() -> Outcome.Refused.because("ERR_VERSION_CONFLICT"));
    }

    /** What would keep the record from being handed in now. */
    public List<Fault> open(FormRecord record, Actor actor) {
        var form = forms.form(record);
        var around = surroundings.of(record, actor);
        Answers answers = check.tidy(form, record.answers(), around);
        var faults = new ArrayList<>(check.submission(form, answers, attachments.counts(record), around));
        faults.addAll(attachments.misnamed(record, around));
        return List.copyOf(faults);
    }
}
