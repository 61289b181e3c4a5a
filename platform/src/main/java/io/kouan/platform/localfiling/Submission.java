package io.kouan.platform.localfiling;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Everything that still keeps a local filing from being handed in, at once: fields, files, their names, the forms, what has to come first. */
@Component
class Submission {

    private final FormSteps steps;
    private final Forms forms;
    private final FormAttachments attachments;
    private final TicketRules rules;

    Submission(FormSteps steps, Forms forms, FormAttachments attachments, TicketRules rules) {
        this.steps = steps;
        this.forms = forms;
        this.attachments = attachments;
        this.rules = rules;
    }

    /** What is wrong, in the order in which it is dealt with; none where the ticket can be handed in. */
    List<Fault> wrong(FormRecord ticket, Actor actor) {
        var attached = attachments.of(ticket).entrySet().stream()
                .collect(Collectors.toMap(
                        slot -> slot.getKey(), slot -> slot.getValue().size()));
        var action = ticket.state().equals("DRAFT") ? "submit" : "supplement";
        var situation = new Situation(
                ticket, action, ticket.answers(), attached, actor, Decision.plain(), forms.around(ticket, actor));
        var faults = new ArrayList<Fault>();
        faults.addAll(rules.customsCodeFirst(situation));
        faults.addAll(rules.unifiedAccessFirst(situation));
        faults.addAll(rules.oneOpen(situation));
        faults.addAll(rules.formsValid(situation));
        faults.addAll(rules.contactIsAuthorised(situation));
        faults.addAll(steps.open(ticket, actor));
        return faults.stream().filter(fault -> !fault.warning()).distinct().toList();
    }
}
