package io.kouan.platform.localfiling;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.licence.Licences;
import io.kouan.platform.transmission.ChannelControl;
import io.kouan.platform.transmission.DxpUser;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prepares and releases what the enterprise gets (本地备案批复, SOD-04): one agent prepares the accounts' names and the licence and opens the
 * channel, another looks and releases; only then the accounts exist.
 */
@Service
class IssuanceDesk {

    private final Cases cases;
    private final Issuances issuances;
    private final Materials materials;
    private final PortalAccounts accounts;
    private final ChannelControl channels;
    private final EnterpriseProfiles profiles;
    private final Licences licences;
    private final AuditLog audit;

    IssuanceDesk(
            Cases cases,
            Issuances issuances,
            Materials materials,
            PortalAccounts accounts,
            ChannelControl channels,
            EnterpriseProfiles profiles,
            Licences licences,
            AuditLog audit) {
        this.cases = cases;
        this.issuances = issuances;
        this.materials = materials;
        this.accounts = accounts;
        this.channels = channels;
        this.profiles = profiles;
        this.licences = licences;
        this.audit = audit;
    }

    /** 提交复核: fixes what is to be issued; empty where that is done. */
    @Transactional
    public Optional<Fault> prepare(FormRecord ticket, Actor actor) {
        var refusal = refusal(ticket, actor);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (cases.issuance(ticket).isPresent()) {
            return Optional.of(Fault.at("", "ERR_VERSION_CONFLICT"));
        }
        var user = issued(ticket);
        if (user.isEmpty()) {
            return Optional.of(Fault.at("", "ERR_ISSUANCE_INCOMPLETE", Map.of("items", "DXPID", "items.en", "DXP ID")));
        }
        issuances.add(drawn(ticket, user.get(), actor));
        tell(ticket, "prepare", actor);
        return Optional.empty();
    }

    private Issuance drawn(FormRecord ticket, DxpUser user, Actor actor) {
        var profile = profiles.of(ticket.enterprise().orElseThrow());
        var code = profile.customsCode().orElseThrow();
        return new Issuance(
                ticket.id(),
                profile.id(),
                user.dxpId(),
                Issuance.customsAccount(code),
                Issuance.inspectionAccount(code),
                licences.draw(profile.id(), user.dxpId()),
                actor.login(),
                "",
                Optional.empty(),
                Optional.empty());
    }

    /** 开通通道, in the way of transmission that the application asks for. */
    @Transactional
    public Optional<Fault> openChannel(FormRecord ticket, Actor actor) {
        var refusal = refusal(ticket, actor);
        if (refusal.isPresent()) {
            return refusal;
        }
        var channel = cases.channel(ticket);
        if (channel.isEmpty()) {
            return Optional.of(Fault.at("", "ERR_FORBIDDEN"));
        }
        var mode = Optional.ofNullable(materials.of(ticket).get(Material.DXP_USER))
                .map(form -> form.answers().text("transmission_mode"))
                .filter(text -> !text.isEmpty())
                .orElse("CLIENT");
        return channels.open(channel.get().dxpId(), channel.get().version(), mode, actor)
                .map(refused -> Fault.at("", refused.message(), refused.values()));
    }

    /** 复核放行: another agent lets it go, and the accounts are opened for whoever handed the ticket in. */
    @Transactional
    public Optional<Fault> release(FormRecord ticket, Actor actor) {
        var refusal = refusal(ticket, actor);
        if (refusal.isPresent()) {
            return refusal;
        }
        var issuance = cases.issuance(ticket);
        if (issuance.isEmpty()) {
            return Optional.of(Fault.at("", "ERR_FORBIDDEN"));
        }
        if (issuance.get().preparedBy().equals(actor.login())) {
            return Optional.of(Fault.at("", "ERR_SELF_APPROVAL"));
        }
        if (!accounts.areFree(issuance.get())) {
            return Optional.of(Fault.at("", "ERR_USERNAME_TAKEN"));
        }
        if (!issuances.release(ticket.id(), actor.login())) {
            return Optional.of(Fault.at("", "ERR_VERSION_CONFLICT"));
        }
        licences.issue(issuance.get().licenceNo(), actor);
        var person = ticket.submittedBy().orElse(ticket.createdBy());
        accounts.open(issuance.get(), profiles.of(issuance.get().enterprise()).nameZh(), person);
        tell(ticket, "release", actor);
        return Optional.empty();
    }

    private static Optional<Fault> refusal(FormRecord ticket, Actor actor) {
        boolean agent = actor.roles().contains(Role.CS_AGENT) || actor.roles().contains(Role.CS_SUPERVISOR);
        if (!agent || !ticket.state().equals("PROCESSING")) {
            return Optional.of(Fault.at("", "ERR_FORBIDDEN"));
        }
        return ticket.enterprise().equals(actor.enterprise())
                ? Optional.of(Fault.at("", "ERR_SELF_APPROVAL"))
                : Optional.empty();
    }

    private Optional<DxpUser> issued(FormRecord ticket) {
        return cases.dxpUser(ticket).filter(user -> user.state() == DxpUser.State.ISSUED);
    }

    private void tell(FormRecord ticket, String action, Actor actor) {
        var role = actor.roles().contains(Role.CS_AGENT) ? Role.CS_AGENT : Role.CS_SUPERVISOR;
        audit.write(AuditEntry.done(
                        actor.login(), actor.name(), role.name(), "local-filing", TicketRules.number(ticket), action)
                .version(ticket.version()));
    }
}
