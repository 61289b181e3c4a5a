package io.kouan.platform.localfiling;

import io.kouan.platform.forms.FormEvent;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.transmission.ChannelControl;
import io.kouan.platform.transmission.ChannelState;
import io.kouan.platform.transmission.ChannelView;
import io.kouan.platform.transmission.DxpUser;
import io.kouan.platform.transmission.DxpUsers;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What belongs to the case of a ticket: its review, the DXP ID that was given on it, its issuance, the enterprise's channel. */
@Component
class Cases {

    private final Reviews reviews;
    private final Issuances issuances;
    private final DxpUsers dxpUsers;
    private final ChannelControl channels;
    private final FormRecords records;
    private final Materials materials;

    Cases(
            Reviews reviews,
            Issuances issuances,
            DxpUsers dxpUsers,
            ChannelControl channels,
            FormRecords records,
            Materials materials) {
        this.records = records;
        this.materials = materials;
        this.reviews = reviews;
        this.issuances = issuances;
        this.dxpUsers = dxpUsers;
        this.channels = channels;
    }

    /** How far the case is; empty while the ticket is being written. */
    Optional<CaseState> state(FormRecord ticket) {
        return CaseState.of(
                ticket.state(),
                isChange(ticket)
                        ? isChanged(ticket)
                        : dxpUser(ticket)
                                .filter(user -> user.state() != DxpUser.State.ENTERED)
                                .isPresent(),
                issuance(ticket).filter(Issuance::isReleased).isPresent(),
                reviews.of(ticket.id()).refused());
    }

    /**
     * Whether the ticket changes what was filed before (申请类型 变更): it is looked through and goes to the data centre like any other, but
     * DXP ID, accounts, licence and channel of the enterprise stay, and nothing is issued on it.
     */
    boolean isChange(FormRecord ticket) {
        return Optional.ofNullable(materials.of(ticket).get(Material.DXP_USER))
                .filter(form -> form.answers().text("apply_kind").equals("CHANGE"))
                .isPresent();
    }

    /** Whether the data centre has taken a change over. */
    boolean isChanged(FormRecord ticket) {
        return records.history(ticket.id()).reversed().stream()
                .map(FormEvent::action)
                .filter(Set.of("forward", "dxp_issued", "dc_return")::contains)
                .findFirst()
                .filter("dxp_issued"::equals)
                .isPresent();
    }

    /** Whether the enterprise has a DXP ID that counts, on whatever ticket it was given. */
    boolean isConnected(FormRecord ticket) {
        return dxpUsers.of(ticket.enterprise().orElseThrow())
                .filter(user -> user.state() == DxpUser.State.ISSUED)
                .isPresent();
    }

    /** The case in which what the enterprise has was issued; empty before. */
    Optional<FormRecord> original(FormRecord ticket) {
        return issuances
                .newest(ticket.enterprise().orElseThrow())
                .map(Issuance::ticket)
                .filter(id -> id != ticket.id())
                .flatMap(records::find);
    }

    /** The DXP ID asked for on this ticket, checked or not. */
    Optional<DxpUser> dxpUser(FormRecord ticket) {
        return ticket.number().flatMap(dxpUsers::onTicket);
    }

    Optional<Issuance> issuance(FormRecord ticket) {
        return issuances.of(ticket.id());
    }

    Optional<ChannelView> channel(FormRecord ticket) {
        return dxpUser(ticket).map(DxpUser::dxpId).flatMap(channels::find);
    }

    /** Whether the enterprise has its answer. */
    boolean isAnswered(FormRecord ticket) {
        return Set.of("REPLIED", "CLOSED").contains(ticket.state());
    }

    /** When the ticket was answered last. */
    Optional<Instant> repliedAt(FormRecord ticket) {
        return records.history(ticket.id()).reversed().stream()
                .filter(event -> event.action().equals("reply"))
                .map(FormEvent::at)
                .findFirst();
    }

    /** Whether the channel is open. */
    boolean isOpen(FormRecord ticket) {
        return channel(ticket)
                .map(ChannelView::state)
                .filter(ChannelState.OPEN::equals)
                .isPresent();
    }
}
