package io.kouan.platform.transmission;

import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.message.CebMessage;
import io.kouan.ceb.message.Document;
import io.kouan.platform.transmission.BusinessType.Direction;
import io.kouan.platform.transmission.BusinessType.Mode;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;

/**
 * Steps 5 to 7 of the message gate (handbook S9, R-024): the channel is open, the interface is live and sends from where it said it
 * would, and the business type is open. Pure. The steps before, envelope, signature, certificate and sender, are the exchange's.
 */
public final class Gate {

    private static final String MODE = "tradeMode";

    private Gate() {}

    /**
     * What keeps the message out; empty where nothing does.
     *
     * @param source address from which it came
     */
    public static Optional<Finding> objection(Standing standing, InetAddress source, CebMessage message) {
        return switch (standing.state()) {
            case OPEN -> byInterface(standing, source).or(() -> businessType(standing, message));
            case SUSPENDED ->
                Optional.of(new Finding(GateCode.CHANNEL_SUSPENDED, Place.WHOLE, Map.of("reason", standing.reason())));
            case NOT_OPEN, CLOSED -> Optional.of(Finding.of(GateCode.CHANNEL_NOT_OPEN, Place.WHOLE));
        };
    }

    /**
     * What keeps somebody from fetching receipts with a channel's key: an address that is not on the list. Whether the channel may send
     * just now does not matter (H-172).
     */
    public static Optional<Finding> objectionToFetch(Standing standing, InetAddress source) {
        return standing.access()
                .filter(access -> !access.permitted().isEmpty())
                .flatMap(access -> isPermitted(access, source));
    }

    /** Step 6. Who sends with the client has no interface to be asked about. */
    private static Optional<Finding> byInterface(Standing standing, InetAddress source) {
        return standing.access().flatMap(access -> switch (access.state()) {
            case LIVE -> isPermitted(access, source);
            case SUSPENDED ->
                Optional.of(new Finding(GateCode.CHANNEL_SUSPENDED, Place.WHOLE, Map.of("reason", access.reason())));
            case NONE, TESTING -> Optional.of(Finding.of(GateCode.INTERFACE_NOT_LIVE, Place.WHOLE));
        });
    }

    private static Optional<Finding> isPermitted(InterfaceAccess access, InetAddress source) {
        return access.admits(source)
                ? Optional.empty()
                : Optional.of(
                        Finding.of(GateCode.SOURCE_NOT_PERMITTED, Place.WHOLE, "address", source.getHostAddress()));
    }

    /** An inventory says its mode; what says none needs any mode in its direction. */
    private static Optional<Finding> businessType(Standing standing, CebMessage message) {
        var direction = message.type().flow() == MessageType.Flow.EXPORT ? Direction.EXPORT : Direction.IMPORT;
        if (message.type().flow() == MessageType.Flow.BOTH) {
            return Optional.empty();
        }
        boolean none = standing.open().stream().noneMatch(type -> type.direction() == direction);
        if (none) {
            return Optional.of(notOpen(Place.WHOLE, "", direction));
        }
        return message.documents().stream()
                .flatMap(document -> modeOf(document).stream()
                        .filter(mode -> !isOpen(standing, mode, direction))
                        .map(mode -> notOpen(document.head().place(MODE), mode, direction)))
                .findFirst();
    }

    private static Optional<String> modeOf(Document document) {
        return document.head().find(MODE).filter(mode -> !mode.isEmpty());
    }

    private static boolean isOpen(Standing standing, String mode, Direction direction) {
        return Mode.of(mode)
                .filter(known -> standing.open().contains(new BusinessType(known, direction)))
                .isPresent();
    }

    /** As roles and messages write it: mode and ieFlag, for example 9610-I. */
    private static Finding notOpen(Place place, String mode, Direction direction) {
        var flag = direction == Direction.IMPORT ? "I" : "E";
        return Finding.of(GateCode.BUSINESS_TYPE_NOT_OPEN, place, "type", mode.isEmpty() ? flag : mode + "-" + flag);
    }
}
