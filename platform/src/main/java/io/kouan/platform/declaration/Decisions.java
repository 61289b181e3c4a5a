package io.kouan.platform.declaration;

import io.kouan.ceb.finding.Finding;
import io.kouan.platform.customs.CustomsCode;
import io.kouan.platform.customs.MatchRules;
import io.kouan.platform.customs.MatchRules.SourceReceipt;
import io.kouan.platform.customs.Status;
import io.kouan.platform.customs.Verdicts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides about one document after the other, in journal order. Pure: what it knows is in the ledger, what it changes is in the
 * ledger, what has to be told comes back as notes.
 */
final class Decisions {

    private final Ledger ledger;
    private final DocumentCheck check;
    private final MatchRules rules;
    private final Set<Long> failing;
    private final Instant now;
    private final Admission admission;
    private final Release release;

    /**
     * @param failing documents that a fault of ours was met with before: they are refused, so that the others go on
     */
    Decisions(Ledger ledger, DocumentCheck check, Numbers numbers, MatchRules rules, Set<Long> failing, Instant now) {
        this.failing = Set.copyOf(failing);
        this.ledger = ledger;
        this.check = check;
        this.rules = rules;
        this.now = now;
        this.admission = new Admission(ledger, now);
        this.release = new Release(ledger, numbers, rules, now);
    }

    /** Takes a declared document in, or refuses it; lets an inventory go that it completes. */
    List<Note> take(Held fresh) {
        try {
            return failing.contains(fresh.id()) ? failed(fresh) : decide(fresh);
        } catch (DocumentFailed deeper) {
            throw deeper;
        } catch (RuntimeException fault) {
            throw new DocumentFailed(fresh.id(), fault);
        }
    }

    private List<Note> decide(Held fresh) {
        var head = fresh.document().head();
        var appType = head.find("appType").filter(type -> !type.isEmpty()).orElse("1");
        var wrong = check.errors(fresh.type(), fresh.document());
        if (!wrong.isEmpty()) {
            return refuse(fresh, wrong);
        }
        var refusal = admission.refusal(fresh, appType);
        if (refusal.isPresent()) {
            return refuse(fresh, List.of(refusal.get()));
        }
        return switch (appType) {
            case "2" -> change(fresh);
            case "3" -> delete(fresh);
            default -> declare(fresh, Texts.declared(fresh));
        };
    }

    /** Returns an inventory whose documents did not come in time. */
    List<Note> giveUp(Held inventory) {
        var missing = String.join(
                "、",
                Arrays.stream(inventory.waitingFor().split(" "))
                        .map(Texts::name)
                        .toList());
        var finding = new Finding(
                CustomsCode.WAITED_TOO_LONG, inventory.document().head().place(), Map.of("missing", missing));
        var info = Verdicts.info(List.of(finding));
        var returned = inventory.become(Status.RETURNED.code(), false, info, now);
        ledger.put(returned);
        return List.of(new Note(returned, Status.RETURNED.code(), info));
    }

    /** Something went wrong on our side: the sender is told, and everybody else goes on. */
    private List<Note> failed(Held fresh) {
        return refuse(
                fresh,
                List.of(Finding.of(
                        CustomsCode.SYSTEM_ERROR, fresh.document().head().place())));
    }

    private List<Note> refuse(Held fresh, List<Finding> findings) {
        int status = Verdicts.status(findings.getFirst());
        var info = Verdicts.info(findings);
        var refused = fresh.become(status, false, info, now);
        ledger.put(refused);
        return List.of(new Note(refused, status, info));
    }

    private List<Note> declare(Held fresh, String info) {
        if (fresh.document().head().find("appStatus").filter("1"::equals).isPresent()) {
            var stored = fresh.become(Status.STORED.code(), true, Texts.stored(fresh), now);
            ledger.put(stored);
            return List.of(new Note(stored, Status.STORED.code(), stored.returnInfo()));
        }
        ledger.live(fresh)
                .filter(old -> Admission.isExpired(old, now))
                .ifPresent(old -> ledger.put(old.become(old.status(), false, old.returnInfo(), now)));
        var declared = fresh.become(Status.DECLARING.code(), true, info, now);
        return fresh.is("CEB621") ? inventory(declared) : source(declared);
    }

    /** An inventory is answered with 2 at once; the text says what it waits for. */
    private List<Note> inventory(Held declared) {
        ledger.put(declared);
        var decided = release.decide(declared);
        var first = decided.isEmpty() ? ledger.get(declared.id()).returnInfo() : declared.returnInfo();
        return joined(List.of(new Note(declared, Status.DECLARING.code(), first)), decided);
    }

    /**
     * Everything else may complete an inventory. It is taken in on arrival; where the port says so, an order, a payment and a
     * waybill are taken in with the inventory that they match.
     */
    private List<Note> source(Held declared) {
        if (rules.sourceReceipt() == SourceReceipt.ON_MATCH
                && Release.SOURCES.contains(declared.type().id())) {
            ledger.put(declared);
            return joined(
                    List.of(new Note(declared, Status.DECLARING.code(), declared.returnInfo())), waiting(declared));
        }
        var taken = declared.become(Status.TAKEN_IN.code(), true, Texts.TAKEN_IN, now);
        ledger.put(taken);
        var notes = List.of(
                new Note(declared, Status.DECLARING.code(), declared.returnInfo()),
                new Note(taken, Status.TAKEN_IN.code(), Texts.TAKEN_IN));
        return joined(notes, waiting(taken));
    }

    private List<Note> waiting(Held source) {
        var inventories = switch (source.type().id()) {
            case "CEB311", "CEB411" -> ledger.ofOrder("CEB621", source.keys().orderNo());
            case "CEB511" -> ledger.ofWaybill("CEB621", source.keys());
            default -> List.<Held>of();
        };
        var notes = new ArrayList<Note>();
        for (Held inventory : inventories) {
            if (inventory.status() == Status.DECLARING.code()) {
                notes.addAll(released(inventory));
            }
        }
        return notes;
    }

    /** A fault met with an inventory that waited is not the fault of the document that completed it. */
    private List<Note> released(Held inventory) {
        if (failing.contains(inventory.id())) {
            return failed(inventory);
        }
        try {
            return release.decide(inventory);
        } catch (RuntimeException fault) {
            throw new DocumentFailed(inventory.id(), fault);
        }
    }

    /** The version held before gives its key to the new one. */
    private List<Note> change(Held fresh) {
        var before = ledger.known(fresh).orElseThrow();
        ledger.put(before.become(before.status(), false, Texts.changed(fresh), now));
        return declare(fresh, Texts.changed(fresh));
    }

    private List<Note> delete(Held fresh) {
        var before = ledger.known(fresh).orElseThrow();
        ledger.put(before.become(before.status(), false, Texts.deleted(fresh), now));
        var declared = fresh.become(Status.DECLARING.code(), false, Texts.deleted(fresh), now);
        var done = declared.become(Status.TAKEN_IN.code(), false, Texts.TAKEN_IN, now);
        ledger.put(done);
        return List.of(
                new Note(declared, Status.DECLARING.code(), declared.returnInfo()),
                new Note(done, Status.TAKEN_IN.code(), Texts.TAKEN_IN));
    }

    private static List<Note> joined(List<Note> first, List<Note> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
