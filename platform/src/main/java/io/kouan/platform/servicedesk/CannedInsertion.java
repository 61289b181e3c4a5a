package io.kouan.platform.servicedesk;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseNames;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Fills a canned answer in for a ticket; the choice names the answer and the language, for example {@code 3:zh}. */
@Component
class CannedInsertion {

    private static final Pattern CHOICE = Pattern.compile("([0-9]{1,18}):(zh|en)");

    private final CannedAnswers answers;
    private final EnterpriseNames names;
    private final FormCatalogue catalogue;
    private final Tickets tickets;

    CannedInsertion(CannedAnswers answers, EnterpriseNames names, FormCatalogue catalogue, Tickets tickets) {
        this.answers = answers;
        this.names = names;
        this.catalogue = catalogue;
        this.tickets = tickets;
    }

    Optional<String> text(String choice, FormRecord ticket, Actor agent) {
        var chosen = CHOICE.matcher(choice);
        if (!chosen.matches()) {
            return Optional.empty();
        }
        var language = chosen.group(2).equals("en") ? Language.EN : Language.ZH;
        return answers.find(Long.parseLong(chosen.group(1)))
                .filter(answer -> !answer.retired())
                .map(answer -> CannedAnswer.filled(
                        language == Language.ZH ? answer.bodyZh() : answer.bodyEn(), values(ticket, agent, language)));
    }

    private Map<String, String> values(FormRecord ticket, Actor agent, Language language) {
        var enterprise = ticket.enterprise().orElseThrow();
        var name = Optional.ofNullable(names.named(Set.of(enterprise)).get(enterprise));
        return Map.of(
                "no",
                ticket.number().orElse(""),
                "enterprise",
                name.map(EnterpriseNames.Name::zh).orElse(""),
                "matter",
                catalogue
                        .options("ticket_template")
                        .label(Tickets.template(ticket))
                        .in(language),
                "due",
                tickets.due(ticket).map(TicketNews::time).orElse("—"),
                "agent",
                agent.name());
    }
}
