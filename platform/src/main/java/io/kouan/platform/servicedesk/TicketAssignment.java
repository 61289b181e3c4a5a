package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Addressees;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Person;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.FormAudit;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.check.Fault;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 转派: a supervisor gives a ticket to another agent; the desk reads it in the conversation, the enterprise does not. */
@Service
class TicketAssignment {

    private final Forms forms;
    private final TicketFacts facts;
    private final Conversations conversations;
    private final Addressees addressees;
    private final People people;
    private final FormAudit audit;

    TicketAssignment(
            Forms forms,
            TicketFacts facts,
            Conversations conversations,
            Addressees addressees,
            People people,
            FormAudit audit) {
        this.forms = forms;
        this.facts = facts;
        this.conversations = conversations;
        this.addressees = addressees;
        this.people = people;
        this.audit = audit;
    }

    /** Whether somebody may give it to another now. */
    boolean mayAssign(FormRecord ticket, Actor actor) {
        return actor.has(Role.CS_SUPERVISOR.name())
                && forms.form(ticket).buttons().stream()
                        .anyMatch(button ->
                                button.key().equals("assign") && button.states().contains(ticket.state()));
    }

    @Transactional
    public List<Fault> assign(FormRecord ticket, String login, Actor supervisor) {
        var person = people.find(login);
        boolean agent = addressees.holding(Role.CS_AGENT).contains(login) && person.isPresent();
        if (!mayAssign(ticket, supervisor) || !agent) {
            return List.of(Fault.at("", "ERR_FORBIDDEN"));
        }
        facts.assign(ticket, login);
        var name = person.map(Person::displayName).orElse(login);
        conversations.write(ticket, TicketMessage.Author.of(supervisor), "assign", name, true);
        audit.done(ticket, "assign", supervisor, Map.of("assignee", login));
        return List.of();
    }
}
