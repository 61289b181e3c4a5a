package io.kouan.platform.transmission;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.transmission.DxpUser.State;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The registry of DXP users (handbook S9, SOD-03): the data centre types the id, the product makes none up; one officer enters it,
 * another checks it, and only then there is a channel. An id is never used again.
 */
@Service
public class DxpUsers {

    private static final Pattern FORMAT = Pattern.compile("DXPENT[0-9]{10}");
    private static final String KIND = "dxp-user";

    private final DxpUserTable table;
    private final Channels channels;
    private final BusinessTypes businessTypes;
    private final Suspensions suspensions;
    private final EnterpriseProfiles enterprises;
    private final AuditLog audit;
    private final Clock clock;

    DxpUsers(
            DxpUserTable table,
            Channels channels,
            BusinessTypes businessTypes,
            Suspensions suspensions,
            EnterpriseProfiles enterprises,
            AuditLog audit,
            Clock clock) {
        this.table = table;
        this.channels = channels;
        this.businessTypes = businessTypes;
        this.suspensions = suspensions;
        this.enterprises = enterprises;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<DxpUser> find(String dxpId) {
        return table.find(dxpId);
    }

    /** The id that was asked for on a ticket; cancelled ones do not count. */
    public Optional<DxpUser> onTicket(String ticket) {
        return table.onTicket(ticket);
    }

    /** The id of an enterprise; cancelled ones do not count. */
    public Optional<DxpUser> of(long enterprise) {
        return table.of(enterprise);
    }

    /** All, newest first. */
    public List<DxpUser> newest(int most) {
        return table.newest(most);
    }

    /** Those whose id, code, name or ticket holds a text, newest first. */
    List<DxpUserView> search(String text, int most) {
        return table.search(text, most);
    }

    Optional<DxpUserView> view(String dxpId) {
        return table.view(dxpId);
    }

    /** Enters an id that the data centre gave; empty where that is done. */
    @Transactional
    public Optional<Refusal> enter(String dxpId, long enterprise, String ticket, String node, Actor by) {
        return enter(dxpId, enterprise, ticket, node, LocalDate.ofInstant(clock.instant(), PortTime.ZONE), by);
    }

    /** The same, of an id that was issued on another day. */
    @Transactional
    public Optional<Refusal> enter(
            String dxpId, long enterprise, String ticket, String node, LocalDate issuedOn, Actor by) {
        var refusal = refusalToEnter(dxpId, enterprise, by);
        if (refusal.isEmpty()) {
            table.add(new DxpUser(dxpId, enterprise, ticket, node, issuedOn, by.login(), "", State.ENTERED, "", 1));
            tell(by, dxpId, "enter");
        }
        return refusal;
    }

    private Optional<Refusal> refusalToEnter(String dxpId, long enterprise, Actor by) {
        if (!FORMAT.matcher(dxpId).matches()) {
            return Optional.of(Refusal.at("dxp_id", "ERR_DXP_ID"));
        }
        if (isOwn(enterprise, by)) {
            return Optional.of(Refusal.of("ERR_SELF_APPROVAL"));
        }
        var profile = enterprises.of(enterprise);
        if (profile.customsCode().isEmpty() || !profile.codeVerified()) {
            return Optional.of(Refusal.of("ERR_NO_CUSTOMS_CODE"));
        }
        boolean taken = table.isTaken(dxpId, enterprise) || table.hasOne(enterprise);
        return taken ? Optional.of(Refusal.at("dxp_id", "ERR_DXP_ID_TAKEN")) : Optional.empty();
    }

    /** A second officer says that the entry is right; the enterprise's channel begins, not open yet. */
    @Transactional
    public Optional<Refusal> check(String dxpId, int version, Actor by) {
        var user = table.find(dxpId);
        if (user.isEmpty()) {
            return Optional.of(Refusal.of("ERR_FORBIDDEN"));
        }
        if (user.get().issuedBy().equals(by.login()) || isOwn(user.get().enterpriseId(), by)) {
            return Optional.of(Refusal.of("ERR_SELF_APPROVAL"));
        }
        return move(user.get(), version, State.ISSUED, "", by, "check");
    }

    /** Suspends, resumes or cancels an id. */
    @Transactional
    public Optional<Refusal> change(String dxpId, int version, State to, String reason, Actor by) {
        var user = table.find(dxpId);
        if (user.isEmpty()) {
            return Optional.of(Refusal.of("ERR_FORBIDDEN"));
        }
        boolean unchecked = user.get().state() == State.ENTERED && to == State.ISSUED;
        if (unchecked || isOwn(user.get().enterpriseId(), by)) {
            return Optional.of(Refusal.of("ERR_SELF_APPROVAL"));
        }
        if (to != State.ISSUED && !Reason.isGiven(reason)) {
            return Optional.of(Refusal.at("reason", "ERR_REASON_REQUIRED"));
        }
        return move(
                user.get(),
                version,
                to,
                to == State.ISSUED ? "" : reason,
                by,
                to.name().toLowerCase(java.util.Locale.ROOT));
    }

    private Optional<Refusal> move(DxpUser user, int version, State to, String reason, Actor by, String action) {
        if (!allowed(user.state(), to)) {
            return Optional.of(
                    new Refusal("ERR_STATE", "", Map.of("state", user.state().name())));
        }
        var checkedBy = user.state() == State.ENTERED && to == State.ISSUED ? by.login() : user.checkedBy();
        if (!table.move(user.dxpId(), version, to, reason, checkedBy)) {
            return Optional.of(Refusal.of("ERR_VERSION_CONFLICT"));
        }
        if (to == State.ISSUED) {
            channels.make(user.dxpId(), user.enterpriseId());
        }
        if (to == State.SUSPENDED) {
            suspensions.tell(user.enterpriseId(), reason);
        }
        if (to == State.CANCELLED) {
            for (Realm realm : Realm.values()) {
                businessTypes.closeAll(user.enterpriseId(), realm);
            }
        }
        BusinessTypes.afterCommit(channels::forget);
        tell(by, user.dxpId(), action);
        return Optional.empty();
    }

    private static boolean allowed(State from, State to) {
        return switch (from) {
            case ENTERED -> to == State.ISSUED || to == State.CANCELLED;
            case ISSUED -> to == State.SUSPENDED || to == State.CANCELLED;
            case SUSPENDED -> to == State.ISSUED || to == State.CANCELLED;
            case CANCELLED -> false;
        };
    }

    private void tell(Actor by, String dxpId, String action) {
        audit.write(AuditEntry.done(by.login(), by.name(), Role.DC_TRANSMISSION.name(), KIND, dxpId, action));
    }

    /** SOD-01 */
    private static boolean isOwn(long enterprise, Actor by) {
        return by.enterprise().isPresent() && by.enterprise().getAsLong() == enterprise;
    }
}
