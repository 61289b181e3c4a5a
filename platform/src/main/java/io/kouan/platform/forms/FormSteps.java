package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.FormCheck;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Transition;
import java.time.Clock;
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
    private final FormCheck check;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FormSteps(
            FormCatalogue catalogue,
            Forms forms,
            FormRecords records,
            FormRules rules,
            FormSurroundings surroundings,
            FormAttachments attachments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.forms = forms;
        this.records = records;
        this.rules = rules;
        this.surroundings = surroundings;
        this.attachments = attachments;
        this.check = new FormCheck(catalogue);
        this.events = events;
        this.clock = clock;
    }

    /** Takes a step, or says why not. */
    @Transactional
    public Outcome take(long id, int version, String action, Decision decision, Actor actor) {
        var found = forms.find(id, actor);
        if (found.isEmpty()) {
            return Outcome.Refused.because("ERR_FORBIDDEN");
        }
        var record = found.get();
        if (record.version() != version) {
            return Outcome.Refused.because("ERR_VERSION_CONFLICT");
        }
        var form = forms.form(record);
        var step = form.transition(action, record.state());
        if (step.isEmpty()) {
            return wrongState(form, record);
        }
        return Duties.refusal(step.get(), record, actor)
                .<Outcome>map(Outcome.Refused::because)
                .orElseGet(() -> take(form, step.get(), record, decision, actor));
    }

    static Outcome wrongState(FormDefinition form, FormRecord record) {
        var state = form.state(record.state()).orElseThrow().label();
        return new Outcome.Refused(
                List.of(Fault.at("", "ERR_STATE", Map.of("state", state.zh(), "state.en", state.en()))));
    }

    private Outcome take(FormDefinition form, Transition step, FormRecord record, Decision decision, Actor actor) {
        var around = surroundings.of(record.enterprise(), actor.card());
        var answers = check.tidy(form, OpenFields.reviewer(form, record.answers(), decision.values()), around);
        var situation =
                new Situation(record, step.action(), answers, attachments.counts(record), actor, decision, around);
        var faults = StepCheck.faults(form, step, situation, check);
        faults.addAll(rules.broken(form, situation));
        var errors = faults.stream().filter(fault -> !fault.warning()).toList();
        if (!errors.isEmpty() || (!faults.isEmpty() && !decision.confirmed())) {
            return new Outcome.Refused(faults);
        }
        var complete = rules.filled(form, situation);
        var role = Duties.role(step.by(), record, actor).orElseThrow();
        var next =
                new FormRecordChange(record).answers(complete).state(step.to()).claimedBy(Optional.empty());
        if (role.isOfEnterprise() && !step.to().equals(record.state())) {
            next.handedIn(actor, clock.instant());
        }
        return records.store(next.build(), record.version())
                .<Outcome>map(stored -> {
                    tell(record, stored, step, role.name(), decision, actor);
                    return new Outcome.Done(stored, faults);
                })
                .orElseGet(() -> Outcome.Refused.because("ERR_VERSION_CONFLICT"));
    }

    private void tell(
            FormRecord before, FormRecord stored, Transition step, String role, Decision decision, Actor actor) {
        var event = FormEvent.of(stored, clock.instant(), actor, role, step.action(), before.state(), decision);
        records.tell(
                stored.id(),
                before.answers().equals(stored.answers()) && !step.needsValidForm() ? event.brief() : event);
        events.publishEvent(new FormMoved(stored, step.action(), before.state(), actor, decision, step.notification()));
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
                .<Outcome>map(stored -> new Outcome.Done(stored, List.of()))
                .orElseGet(() -> Outcome.Refused.because("ERR_VERSION_CONFLICT"));
    }

    /** What would keep the record from being handed in now. */
    public List<Fault> open(FormRecord record, Actor actor) {
        var form = forms.form(record);
        var around = surroundings.of(record.enterprise(), actor.card());
        Answers answers = check.tidy(form, record.answers(), around);
        return check.submission(form, answers, attachments.counts(record), around);
    }
}
