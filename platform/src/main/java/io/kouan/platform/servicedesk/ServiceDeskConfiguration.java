package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.PublicPages;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.accounts.Workplace;
import io.kouan.platform.forms.DecisionBar;
import io.kouan.platform.forms.DeskLink;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.ProceduralRule;
import io.kouan.platform.forms.page.Entrance;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of this room's forms, under the ids that the forms give them, and where its pages are. */
@Configuration(proxyBeanMethods = false)
class ServiceDeskConfiguration {

    private static final Set<Role> DESK = Set.of(Role.CS_AGENT, Role.CS_SUPERVISOR);

    static final Entrance ENTRANCE = new Entrance("/service-desk", Tickets.FORM, "servicedesk", "tickets");

    @Bean
    Entrance ticketEntrance() {
        return ENTRANCE;
    }

    @Bean
    PublicPages serviceDeskForVisitors() {
        return PublicPages.of(
                "/service-desk",
                "/service-desk/signin",
                "/service-desk/register",
                "/service-desk/registered",
                "/service-desk/resubmit",
                "/service-desk/resubmit/code");
    }

    @Bean
    Workplace ticketPlace() {
        return new Workplace("/service-desk", "servicedesk.short", "tickets", Right.CREATE, 21);
    }

    @Bean
    DeskLink accountsDesk() {
        return new DeskLink(DESK, "/desk/accounts", "servicedesk.accounts");
    }

    @Bean
    DeskLink ticketsDesk() {
        return new DeskLink(DESK, "/desk/tickets", "servicedesk.desk.title");
    }

    @Bean
    DeskLink deadlinesDesk() {
        return new DeskLink(
                Set.of(Role.CS_AGENT, Role.CS_SUPERVISOR, Role.DC_TRANSMISSION),
                "/desk/deadlines",
                "servicedesk.board");
    }

    @Bean
    DeskLink cannedDesk() {
        return new DeskLink(DESK, "/desk/canned", "servicedesk.canned");
    }

    @Bean
    ProceduralRule ticketMergeTarget(FormRecords records) {
        return ProceduralRule.of(Tickets.FORM, "MERGE_TARGET", situation -> TicketMerge.target(situation, records));
    }

    @Bean
    ProceduralRule ticketActiveAccount(TicketRules rules) {
        return ProceduralRule.first(Tickets.FORM, "ACTIVE_ACCOUNT", rules::activeAccount);
    }

    @Bean
    ProceduralRule ticketContestedOwn(FormRecords records) {
        return ProceduralRule.of(Tickets.FORM, "CONTESTED_OWN", new ContestedMatter(records)::own);
    }

    @Bean
    DecisionBar ticketContestedMatter(FormRecords records) {
        return new ContestedMatter(records);
    }

    @Bean
    ProceduralRule ticketReplyWritten(TicketRules rules) {
        return ProceduralRule.of(Tickets.FORM, "REPLY_WRITTEN", rules::replyWritten);
    }

    @Bean
    ProceduralRule ticketReopenInTime(TicketRules rules) {
        return ProceduralRule.of(Tickets.FORM, "REOPEN_IN_TIME", rules::reopenInTime);
    }

    @Bean
    ProceduralRule ticketCloseInTime(TicketRules rules) {
        return ProceduralRule.of(Tickets.FORM, "CLOSE_IN_TIME", rules::closeInTime);
    }
}
