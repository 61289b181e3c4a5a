package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/** Begins tickets, keeps what is typed into them, and takes their steps together with what is said. */
@Service
class TicketDesk {

    private final FormEditing editing;
    private final FormSteps steps;
    private final EnterpriseProfiles profiles;
    private final Conversations conversations;
    private final TalkFiles files;
    private final TicketRules rules;
    private final TicketTell tell;
    private final Forms forms;
    private final TransactionTemplate transaction;
    private final TicketTemplates templates = TicketTemplates.read();

    TicketDesk(
            FormEditing editing,
            FormSteps steps,
            EnterpriseProfiles profiles,
            Conversations conversations,
            TalkFiles files,
            TicketRules rules,
            TicketTell tell,
            Forms forms,
            PlatformTransactionManager transactions) {
        this.editing = editing;
        this.steps = steps;
        this.profiles = profiles;
        this.conversations = conversations;
        this.files = files;
        this.rules = rules;
        this.tell = tell;
        this.forms = forms;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The form that a matter is filled in on, where it has one of its own. */
    Optional<String> formOf(String template) {
        return templates.formOf(template);
    }

    /** Begins a ticket about a matter (办理事项), with what the matter presets. */
    @Transactional
    public Outcome begin(String template, Actor actor) {
        var begun = editing.begin(Tickets.FORM, actor);
        return begun instanceof Outcome.Done(var record, var _) && templates.isKnown(template)
                ? save(record, record.version(), new Answers(Map.of("template", template), Map.of()), actor)
                : begun;
    }

    /** Keeps what was typed; where another matter was chosen, what it presets comes with it. */
    @Transactional
    public Outcome save(FormRecord record, int version, Answers typed, Actor actor) {
        var before = Tickets.template(record);
        var now = typed.text("template");
        var answers = record.answers().with(typed.fields());
        boolean chosen = templates.isKnown(now)
                && !now.equals(before)
                && record.enterprise().isPresent();
        var kept = chosen
                ? templates.chosen(
                        answers,
                        before,
                        now,
                        profiles.of(record.enterprise().getAsLong()).nameZh())
                : answers;
        return editing.save(record.id(), version, kept, Optional.empty(), actor);
    }

    /** Takes a step of the ticket, with what is said along. */
    public Outcome take(FormRecord record, int version, String action, String said, boolean confirmed, Actor actor) {
        var decision =
                new Decision(List.of(), "", said.isBlank() ? Map.of() : Map.of(TicketRules.BODY, said), confirmed);
        return steps.take(record.id(), version, action, decision, actor);
    }

    /** The same with files, which go with what is said: all of it or nothing. */
    public Outcome take(
            FormRecord record, int version, String action, String said, List<MultipartFile> attached, Actor actor) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                var outcome = take(record, version, action, said, false, actor);
                if (outcome instanceof Outcome.Done && !said.isBlank()) {
                    files.put(record, conversations.newest(record.id()), attached, actor);
                }
                return outcome;
            }));
        } catch (TalkFiles.Refused refused) {
            return new Outcome.Refused(List.of(refused.fault()));
        }
    }

    /** Something said without a step, or noted by the desk for itself; what is wrong with it. */
    public List<Fault> say(
            FormRecord record, String said, boolean internal, List<MultipartFile> attached, Actor actor) {
        boolean over = forms.form(record)
                .state(record.state())
                .filter(state -> state.end() || state.code().equals(TicketState.DRAFT))
                .isPresent();
        if (over && !internal) {
            return List.of(Fault.at("", "ERR_FORBIDDEN"));
        }
        var faults = rules.said(said, true);
        if (!faults.isEmpty()) {
            return faults;
        }
        try {
            transaction.executeWithoutResult(status -> {
                long message = conversations.write(record, TicketMessage.Author.of(actor), "say", said, internal);
                files.put(record, message, attached, actor);
                if (!internal) {
                    tell.said(record, said, actor);
                }
            });
            return List.of();
        } catch (TalkFiles.Refused refused) {
            return List.of(refused.fault());
        }
    }
}
