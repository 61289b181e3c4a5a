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

    Cases(Reviews reviews, Issuances issuances, DxpUsers dxpUsers, ChannelControl channels, FormRecords records) {
        this.records = records;
        this.reviews = reviews;
        this.issuances = issuances;
        this.dxpUsers = dxpUsers;
        this.channels = channels;
    }

    /** How far the case is; empty while the ticket is being written. */
    Optional<CaseState> state(FormRecord ticket) {
        return CaseState.of(
                ticket.state(),
                dxpUser(ticket)
                        .filter(user -> user.state() != DxpUser.State.ENTERED)
                        .isPresent(),
                issuance(ticket).filter(Issuance::isReleased).isPresent(),
                reviews.of(ticket.id()).refused());
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
