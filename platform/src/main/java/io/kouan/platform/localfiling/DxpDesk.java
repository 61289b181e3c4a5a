package io.kouan.platform.localfiling;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.transmission.DxpUser;
import io.kouan.platform.transmission.DxpUsers;
import io.kouan.platform.transmission.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The data centre's part (海关数据中心): one officer enters the DXP ID, another checks it, and the ticket goes back to the service desk. */
@Service
class DxpDesk {

    private final DxpUsers users;
    private final Cases cases;
    private final FormSteps steps;

    DxpDesk(DxpUsers users, Cases cases, FormSteps steps) {
        this.users = users;
        this.cases = cases;
        this.steps = steps;
    }

    /** Enters the id; empty where that is done. */
    @Transactional
    public List<Fault> enter(FormRecord ticket, String dxpId, String node, Actor actor) {
        if (!isWith(ticket, actor)) {
            return List.of(Fault.at("", "ERR_FORBIDDEN"));
        }
        return faults(users.enter(
                dxpId.strip().toUpperCase(Locale.ROOT),
                ticket.enterprise().orElseThrow(),
                TicketRules.number(ticket),
                cut(node),
                actor));
    }

    /** Says that the entry is right; the channel begins, and the ticket moves on. */
    @Transactional
    public List<Fault> check(FormRecord ticket, int version, Actor actor) {
        var user = cases.dxpUser(ticket);
        if (!isWith(ticket, actor) || user.isEmpty()) {
            return List.of(Fault.at("", "ERR_FORBIDDEN"));
        }
        var refused = user.get().state() == DxpUser.State.ISSUED
                ? Optional.<Refusal>empty()
                : users.check(user.get().dxpId(), user.get().version(), actor);
        if (refused.isPresent()) {
            return faults(refused);
        }
        if (steps.take(ticket.id(), version, "dxp_issued", Decision.plain(), actor)
                instanceof Outcome.Refused(var faults)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return faults;
        }
        return List.of();
    }

    /** Says that the entry is wrong: it is cancelled, and never used again. */
    @Transactional
    public List<Fault> reject(FormRecord ticket, String reason, Actor actor) {
        var user = cases.dxpUser(ticket).filter(it -> it.state() == DxpUser.State.ENTERED);
        if (!isWith(ticket, actor) || user.isEmpty()) {
            return List.of(Fault.at("", "ERR_FORBIDDEN"));
        }
        return faults(
                users.change(user.get().dxpId(), user.get().version(), DxpUser.State.CANCELLED, reason.strip(), actor));
    }

    private static boolean isWith(FormRecord ticket, Actor actor) {
        return actor.roles().contains(Role.DC_TRANSMISSION) && ticket.state().equals("FORWARDED");
    }

    private static String cut(String node) {
        var text = node.strip();
        return text.length() <= 30 ? text : text.substring(0, 30);
    }

    private static List<Fault> faults(Optional<Refusal> refusal) {
        return refusal.map(it -> Fault.at(it.field(), it.message(), it.values())).stream()
                .toList();
    }
}
