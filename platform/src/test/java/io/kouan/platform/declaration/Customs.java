package io.kouan.platform.declaration;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.sample.SampleChains.Mode;
import io.kouan.platform.customs.MatchRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Customs in memory: decides about one document after the other, and remembers what became of them. */
final class Customs {

    static final Instant NOW = Instant.parse("2026-11-11T04:00:00Z");
    private static final SampleChains CHAINS = new SampleChains(30, Instant.parse("2026-11-11T02:00:00Z"));

    private final Map<Long, Held> all = new LinkedHashMap<>();
    private final MatchRules rules;
    private final DocumentCheck check;
    private Instant now = NOW;
    private long next = 1;

    Customs() {
        this(MatchRules.STRICT);
    }

    Customs(MatchRules rules) {
        this(rules, (type, document) -> List.of());
    }

    Customs(MatchRules rules, DocumentCheck check) {
        this.rules = rules;
        this.check = check;
    }

    static SampleChain chain(long number) {
        return CHAINS.chain(number, Mode.DIRECT_9610);
    }

    /** What was told about a document. */
    record Told(String type, int status, String info) {}

    /** Time goes on. */
    void wait(Duration time) {
        now = now.plus(time);
    }

    /** A document comes in from enterprise 7. */
    List<Told> take(String type, Document document) {
        return take(type, document, 7);
    }

    List<Told> take(String type, Document document, long enterprise) {
        var ledger = new Ledger(all.values());
        return told(ledger, decisions(ledger).take(fresh(type, document, enterprise)));
    }

    /** A document, and its type. */
    record Sent(String type, Document document) {}

    /** Documents that come in as one batch. */
    List<Told> takeTogether(List<Sent> batch) {
        var ledger = new Ledger(all.values());
        var decisions = decisions(ledger);
        var notes = new ArrayList<Note>();
        batch.forEach(one -> notes.addAll(decisions.take(fresh(one.type(), one.document(), 7))));
        return told(ledger, notes);
    }

    private Held fresh(String type, Document document, long enterprise) {
        long id = next++;
        var messageType = Catalogue.standard().type(type);
        return new Held(
                id,
                id,
                0,
                enterprise,
                "DXPENT0000000007",
                messageType,
                document.head().find("guid").orElse(""),
                document.key(type.equals("CEB311") ? List.of("ebpCode", "orderNo") : messageType.uniqueKey()),
                Held.Keys.of(document),
                "B20261111%09d".formatted(id),
                "",
                document.head().text("appTime"),
                0,
                false,
                "",
                "",
                now,
                now,
                Content.of(messageType, document));
    }

    /** The window closes on everything that has waited longer. */
    List<Told> close(Duration window) {
        var overdue = all.values().stream()
                .filter(held -> held.alive()
                        && !held.waitingFor().isEmpty()
                        && held.receivedAt().isBefore(now.minus(window)))
                .toList();
        var ledger = new Ledger(all.values());
        var notes = new ArrayList<Note>();
        overdue.forEach(held -> notes.addAll(decisions(ledger).giveUp(held)));
        return told(ledger, notes);
    }

    private Decisions decisions(Ledger ledger) {
        var numbers = new Numbers(LocalDate.of(2026, 11, 11), 1);
        return new Decisions(ledger, check, numbers, rules, Set.of(), now);
    }

    private List<Told> told(Ledger ledger, List<Note> notes) {
        ledger.updated().forEach(held -> all.put(held.id(), held));
        ledger.created().forEach(held -> all.put(held.id(), held));
        return notes.stream()
                .map(note -> new Told(note.held().type().id(), note.status(), note.info()))
                .toList();
    }

    /** An officer brings the live document of a type into a state. */
    void bring(String type, int status) {
        all.values().stream()
                .filter(held -> held.alive() && held.is(type))
                .toList()
                .forEach(held -> all.put(held.id(), held.become(status, true, held.returnInfo(), now)));
    }

    /** The states of the live documents by type. */
    Map<String, Integer> states() {
        var states = new LinkedHashMap<String, Integer>();
        all.values().stream()
                .filter(Held::alive)
                .forEach(held -> states.put(held.type().id(), held.status()));
        return states;
    }

    static Document with(Document document, String field, String value) {
        return new Document(document.head().edit().set(field, value).build(), document.lines());
    }
}
