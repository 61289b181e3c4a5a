package io.kouan.platform.declaration;

import io.kouan.platform.customs.Chain;
import io.kouan.platform.customs.MatchRules;
import io.kouan.platform.customs.Matching;
import io.kouan.platform.customs.Mismatch;
import io.kouan.platform.customs.Status;
import io.kouan.platform.customs.Verdicts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks whether an inventory has all its documents, and lets customs decide when it has. */
final class Release {

    static final Set<String> SOURCES = Set.of("CEB311", "CEB411", "CEB511");

    private static final String RELEASED = "[Code:2600;Desc:放行]";

    private final Ledger ledger;
    private final Numbers numbers;
    private final MatchRules rules;
    private final Instant now;

    Release(Ledger ledger, Numbers numbers, MatchRules rules, Instant now) {
        this.rules = rules;
        this.ledger = ledger;
        this.numbers = numbers;
        this.now = now;
    }

    /** The documents of an inventory, as far as they are there. */
    record Found(Optional<Held> order, Optional<Held> payment, Optional<Held> waybill) {

        /** Names of what is missing, empty where nothing is. */
        List<String> missing() {
            var missing = new ArrayList<String>(3);
            if (order.isEmpty()) {
                missing.add("CEB311");
            }
            if (payment.isEmpty()) {
                missing.add("CEB411");
            }
            if (waybill.isEmpty()) {
                missing.add("CEB511");
            }
            return missing;
        }
    }

    /** An order number is one on its platform only, and an order that names its payment means that one. */
    Found find(Held inventory) {
        var keys = inventory.keys();
        var order = declared(ledger.ofOrder("CEB311", keys.orderNo())).stream()
                .filter(held -> held.keys().ebpCode().equals(keys.ebpCode()))
                .findFirst();
        var named = order.map(held -> held.document().head().text("payTransactionId"))
                .orElse("");
        var payment = declared(ledger.ofOrder("CEB411", keys.orderNo())).stream()
                .filter(held -> held.keys().ebpCode().equals(keys.ebpCode()))
                .filter(held -> named.isEmpty()
                        || held.document().head().text("payTransactionId").equals(named))
                .findFirst();
        return new Found(
                order,
                payment,
                declared(ledger.ofWaybill("CEB511", keys)).stream().findFirst());
    }

    private static List<Held> declared(List<Held> documents) {
        return documents.stream()
                .filter(held -> held.status() != Status.STORED.code())
                .toList();
    }

    /** Decides about a declared inventory: wait, return, or take in and release. */
    List<Note> decide(Held inventory) {
        var found = find(inventory);
        var missing = found.missing();
        if (!missing.isEmpty()) {
            ledger.put(inventory.waiting(String.join(" ", missing), Texts.waiting(inventory, missing), now));
            return List.of();
        }
        var chain = new Chain(
                found.order().orElseThrow().document(),
                found.payment().orElseThrow().document(),
                found.waybill().orElseThrow().document(),
                inventory.document());
        var mismatches = Matching.of(chain, rules);
        return mismatches.stream().anyMatch(rules::returns)
                ? back(inventory, mismatches)
                : release(inventory, found, mismatches);
    }

    /** The documents that waited for their match are taken in with it (R-092, onMatch). */
    private List<Note> takenIn(Found found) {
        return Stream.of(found.order(), found.payment(), found.waybill())
                .flatMap(Optional::stream)
                .filter(held -> held.status() == Status.DECLARING.code())
                .map(held -> {
                    var taken = held.become(Status.TAKEN_IN.code(), true, Texts.TAKEN_IN, now);
                    ledger.put(taken);
                    return new Note(taken, Status.TAKEN_IN.code(), Texts.TAKEN_IN);
                })
                .toList();
    }

    /** What differs and does not matter is told behind the words that the inventory is taken in with. */
    private List<Note> release(Held inventory, Found found, List<Mismatch> told) {
        var info = told.isEmpty() ? Texts.TAKEN_IN : Texts.TAKEN_IN + "," + Verdicts.mismatches(told);
        var numbered =
                inventory.numbered(numbers.invtNo(inventory.document().head().text("customsCode"), inventory.preNo()));
        var taken = numbered.become(Status.TAKEN_IN.code(), true, info, now);
        var released = taken.become(Status.RELEASED.code(), true, RELEASED, now);
        ledger.put(released);
        var notes = new ArrayList<>(takenIn(found));
        notes.add(new Note(taken, Status.TAKEN_IN.code(), info));
        notes.add(new Note(released, Status.RELEASED.code(), RELEASED));
        return notes;
    }

    /** the inventory is returned, the other documents keep their state. */
    private List<Note> back(Held inventory, List<Mismatch> mismatches) {
        var info = Verdicts.mismatches(mismatches);
        var returned = inventory.become(Status.RETURNED.code(), false, info, now);
        ledger.put(returned);
        return List.of(new Note(returned, Status.RETURNED.code(), info));
    }
}
