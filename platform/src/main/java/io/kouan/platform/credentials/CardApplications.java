package io.kouan.platform.credentials;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.Desk;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Pre-entries (法人卡和操作员卡申请) at the window: which cards are still to be made, and the steps that follow when they are. */
@Service
class CardApplications {

    private final Forms forms;
    private final Desk queue;
    private final FormSteps steps;
    private final Cards cards;
    private final CardDesk desk;

    CardApplications(Forms forms, Desk queue, FormSteps steps, Cards cards, CardDesk desk) {
        this.forms = forms;
        this.queue = queue;
        this.steps = steps;
        this.cards = cards;
        this.desk = desk;
    }

    /** A card that was asked for, and the one that was made of it. */
    record Row(int row, CardKind kind, String medium, Card.Holder holder, Optional<Card> made) {}

    /** What waits for a step of the window. */
    List<FormRecord> waiting(Actor clerk) {
        return queue.queue(clerk).stream()
                .filter(record -> record.form().equals(CardRules.FORM))
                .toList();
    }

    /** The pre-entry, where somebody may see it. */
    Optional<FormRecord> find(long id, Actor clerk) {
        return forms.find(id, clerk).filter(record -> record.form().equals(CardRules.FORM));
    }

    /** What was asked for; the encryption machine comes last. */
    List<Row> rows(FormRecord record) {
        var made = cards.madeFrom(record.id());
        var rows = new ArrayList<Row>();
        var asked = record.answers().rows("cards");
        for (int row = 0; row < asked.size(); row++) {
            var values = asked.get(row);
            var holder = new Card.Holder(
                    values.getOrDefault("holder_name", ""),
                    values.getOrDefault("holder_id_type", ""),
                    values.getOrDefault("holder_id_no", ""),
                    values.getOrDefault("holder_mobile", ""));
            rows.add(new Row(
                    row,
                    CardKind.valueOf(values.getOrDefault("card_kind", "OPERATOR")),
                    values.getOrDefault("card_medium", "UKEY"),
                    holder,
                    of(made, row)));
        }
        if (record.answers().text("needs_ca_certificate").equals("Y")) {
            int row = CardOrder.Origin.MACHINE_ROW;
            var machine = new Card.Holder(
                    record.answers().text("hsm_model"), "", record.answers().text("hsm_serial"), "");
            rows.add(new Row(row, CardKind.MACHINE, "HSM", machine, of(made, row)));
        }
        return rows;
    }

    private static Optional<Card> of(List<Card> made, int row) {
        return made.stream()
                .filter(card -> card.row().filter(from -> from == row).isPresent())
                .findFirst();
    }

    /** 制卡: numbers and serials go from the register into the pre-entry. */
    @Transactional
    public Outcome make(FormRecord record, Actor clerk) {
        var values = new LinkedHashMap<String, String>();
        for (Row row : rows(record)) {
            row.made().ifPresent(card -> values.putAll(entered(row, card)));
        }
        return steps.take(record.id(), record.version(), "make", Decision.entering(values), clerk);
    }

    private static Map<String, String> entered(Row row, Card card) {
        var serial = card.serial().toUpperCase(Locale.ROOT);
        if (row.kind() == CardKind.MACHINE) {
            return Map.of("ca_cert_serial", serial);
        }
        var place = "cards." + row.row() + ".";
        return Map.of(
                place + "card_no",
                card.number(),
                place + "cert_serial",
                serial,
                place + "cert_valid_to",
                CardDesk.day(card).toString());
    }

    /** 领取登记: from now on the cards count. */
    @Transactional
    public Outcome handOver(FormRecord record, CardOrder.Receiver receiver, Actor clerk) {
        desk.handOver(record.id(), receiver, clerk);
        var outcome = steps.take(record.id(), record.version(), "hand_over", Decision.plain(), clerk);
        if (outcome instanceof Outcome.Refused) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }
}
