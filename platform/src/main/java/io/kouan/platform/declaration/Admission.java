package io.kouan.platform.declaration;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.platform.customs.CustomsCode;
import io.kouan.platform.customs.Status;
import io.kouan.platform.port.PortTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a document may come in at all: key, operation, version, time. Pure. */
final class Admission {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final Duration BEHIND = Duration.ofDays(7);

    private final Ledger ledger;
    private final Instant now;

    Admission(Ledger ledger, Instant now) {
        this.ledger = ledger;
        this.now = now;
    }

    /** Why the document cannot come in; empty where it can. */
    Optional<Finding> refusal(Held fresh, String appType) {
        if (isOutOfWindow(fresh.appTime())) {
            return finding(fresh, CustomsCode.TIME_OUT_OF_WINDOW, Map.of("appTime", fresh.appTime()));
        }
        if (appType.equals("1")) {
            return duplicate(fresh);
        }
        return change(fresh, ledger.known(fresh), appType.equals("3"));
    }

    /** a waybill's number may be used again after six months, everything else for ever only once. */
    static boolean isExpired(Held held, Instant now) {
        return held.is("CEB511") && isOld(held, now);
    }

    private static boolean isOld(Held held, Instant now) {
        return held.receivedAt()
                .isBefore(now.atZone(PortTime.ZONE).minusMonths(6).toInstant());
    }

    /** the key, and for inventories also the agent's own number and the waybill. */
    private Optional<Finding> duplicate(Held fresh) {
        if (ledger.live(fresh).filter(held -> !isExpired(held, now)).isPresent()) {
            return finding(fresh, KindCodes.of(fresh.type().id()).exists(), Map.of("key", fresh.key()));
        }
        var gone = ledger.gone(fresh).filter(before -> fresh.appTime().compareTo(before.appTime()) < 0);
        if (gone.isPresent()) {
            return older(fresh, gone.get());
        }
        if (!fresh.is("CEB621")) {
            return Optional.empty();
        }
        if (!ledger.ofCop(fresh).isEmpty()) {
            var key = fresh.keys().copCode() + "+" + fresh.keys().copNo();
            return finding(fresh, CustomsCode.INVENTORY_EXISTS, Map.of("key", key));
        }
        if (ledger.ofWaybill("CEB621", fresh.keys()).stream().anyMatch(other -> !isOld(other, now))) {
            return finding(
                    fresh,
                    CustomsCode.INVENTORY_EXISTS,
                    Map.of("key", fresh.keys().waybill()));
        }
        return Optional.empty();
    }

    /** */
    private Optional<Finding> change(Held fresh, Optional<Held> held, boolean delete) {
        var codes = KindCodes.of(fresh.type().id());
        if (held.isEmpty()) {
            return finding(fresh, codes.notFound(), Map.of("key", fresh.key()));
        }
        var known = held.get();
        if (fresh.appTime().compareTo(known.appTime()) < 0) {
            return older(fresh, known);
        }
        return fresh.is("CEB621") ? inventoryState(fresh, known, delete) : locked(fresh, codes);
    }

    /** what was declared later counts. */
    private static Optional<Finding> older(Held fresh, Held known) {
        return finding(
                fresh,
                KindCodes.of(fresh.type().id()).older(),
                Map.of("appTime", fresh.appTime(), "held", known.appTime()));
    }

    /** while it is only stored, or after it was returned; a change also while an officer has it. */
    private static Optional<Finding> inventoryState(Held fresh, Held known, boolean delete) {
        boolean open = known.status() == Status.STORED.code() || known.status() == Status.RETURNED.code();
        if (open || (!delete && known.status() == Status.MANUAL_REVIEW.code())) {
            return Optional.empty();
        }
        return finding(
                fresh,
                delete ? CustomsCode.STATE_FORBIDS_DELETE : CustomsCode.STATE_FORBIDS_CHANGE,
                Map.of("key", fresh.key(), "status", String.valueOf(known.status())));
    }

    /** R-034; an inventory that still waits does not lock, as the change may be what it waits for. */
    private Optional<Finding> locked(Held fresh, KindCodes codes) {
        var users = fresh.is("CEB511")
                ? ledger.ofWaybill("CEB621", fresh.keys())
                : ledger.ofOrder("CEB621", fresh.keys().orderNo()).stream()
                        .filter(inventory ->
                                inventory.keys().ebpCode().equals(fresh.keys().ebpCode()))
                        .toList();
        for (Held inventory : users) {
            if (inventory.status() >= Status.RELEASED.code()) {
                return finding(fresh, CustomsCode.INVENTORY_RELEASED, Map.of("key", fresh.key()));
            }
            if (inventory.status() >= Status.TAKEN_IN.code()) {
                return finding(fresh, codes.locked(), Map.of("key", fresh.key()));
            }
        }
        return Optional.empty();
    }

    /** */
    private boolean isOutOfWindow(String appTime) {
        try {
            var declared =
                    LocalDateTime.parse(appTime, SECONDS).atZone(PortTime.ZONE).toInstant();
            return declared.isAfter(now.plus(AHEAD)) || declared.isBefore(now.minus(BEHIND));
        } catch (DateTimeException e) {
            return true;
        }
    }

    private static Optional<Finding> finding(Held fresh, FindingCode code, Map<String, String> values) {
        return Optional.of(new Finding(code, fresh.document().head().place(), values));
    }
}
