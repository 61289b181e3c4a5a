package io.kouan.platform.credentials;

import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.Fact;
import io.kouan.platform.port.WorkingCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules of the pre-entry (法人卡和操作员卡申请, handbook S3) that no data can say. */
record CardRules(Cards cards, WorkingCalendar calendar) {

    static final String FORM = "card_application";

    private static final String TABLE = "cards";

    /** REG_APPROVED: cards come after the registration with customs. */
    static List<Fault> registered(Situation situation) {
        var held = situation.around().facts().get(Fact.HAS_CUSTOMS_CODE.id());
        boolean asked = situation.is("begin", "submit");
        return asked && !"true".equals(held) ? List.of(Fault.at("", "ERR_NO_CUSTOMS_CODE")) : List.of();
    }

    /** ONE_LEGAL_CARD: one that counts, or may count again. */
    List<Fault> oneLegalCard(Situation situation) {
        if (!situation.is("submit")) {
            return List.of();
        }
        var asked = places(situation, "LEGAL");
        boolean held =
                cards.legalOf(situation.record().enterprise().orElseThrow()).isPresent();
        return asked.stream()
                .skip(held ? 0 : 1)
                .map(row -> Fault.at(TABLE + "." + row + ".card_kind", "ERR_LEGAL_CARD_EXISTS"))
                .toList();
    }

    /** HOLDERS_DIFFER: neither among the cards asked for nor with those the enterprise has (SOD-15). */
    List<Fault> holdersDiffer(Situation situation) {
        if (!situation.is("submit")) {
            return List.of();
        }
        var rows = situation.answers().rows(TABLE);
        var held = cards.of(situation.record().enterprise().orElseThrow());
        var faults = new ArrayList<Fault>();
        for (int row = 0; row < rows.size(); row++) {
            var kind = rows.get(row).getOrDefault("card_kind", "");
            var number = rows.get(row).getOrDefault("holder_id_no", "");
            boolean here = rows.stream()
                    .filter(other -> !other.getOrDefault("card_kind", "").equals(kind))
                    .anyMatch(other -> !number.isEmpty() && number.equals(other.get("holder_id_no")));
            boolean there = Stream.of(CardKind.values())
                    .filter(known -> known.name().equals(kind))
                    .anyMatch(known -> isHeldByTheSame(known, number, held));
            if (here || there) {
                faults.add(Fault.at(TABLE + "." + row + ".holder_id_no", "ERR_PERSON_SAME"));
            }
        }
        return faults;
    }

    /** Whether the holder of a legal person's card holds an operator card, or the other way round. */
    static boolean isHeldByTheSame(CardKind kind, String idNumber, List<Card> held) {
        return kind.isCard()
                && !idNumber.isEmpty()
                && held.stream()
                        .filter(card -> card.state().holdsPlace() && card.kind().isCard() && card.kind() != kind)
                        .anyMatch(card -> card.holder().idNumber().equals(idNumber));
    }

    /** VISIT_DAY: the window is open on working days. */
    List<Fault> visitDay(Situation situation) {
        if (!situation.is("submit")) {
            return List.of();
        }
        try {
            var day = LocalDate.parse(situation.answers().text("visit_date"));
            boolean open = calendar.isWorkingDay(day)
                    && !day.isBefore(situation.around().today());
            return open ? List.of() : List.of(Fault.at("visit_date", "ERR_DATE"));
        } catch (DateTimeException e) {
            return List.of(); // that it is a date at all is said by the form
        }
    }

    /** CARDS_MADE: every card that was asked for is in the register under the number and serial that are entered. */
    List<Fault> cardsMade(Situation situation) {
        if (!situation.is("make")) {
            return List.of();
        }
        var made = cards.madeFrom(situation.record().id());
        var faults = new ArrayList<Fault>();
        var rows = situation.answers().rows(TABLE);
        for (int row = 0; row < rows.size(); row++) {
            if (isMissing(made, row, rows.get(row).getOrDefault("cert_serial", ""))) {
                faults.add(Fault.at(TABLE + "." + row + ".cert_serial", "ERR_REQUIRED"));
            }
        }
        boolean machine = situation.answers().text("needs_ca_certificate").equals("Y");
        if (machine
                && isMissing(
                        made, CardOrder.Origin.MACHINE_ROW, situation.answers().text("ca_cert_serial"))) {
            faults.add(Fault.at("ca_cert_serial", "ERR_REQUIRED"));
        }
        return faults;
    }

    private static boolean isMissing(List<Card> made, int row, String serial) {
        return made.stream()
                .noneMatch(card -> card.row().filter(from -> from == row).isPresent()
                        && card.serial().equalsIgnoreCase(serial));
    }

    /** RECEIVER_KNOWN: who fetches the cards is written down. */
    List<Fault> receiverKnown(Situation situation) {
        boolean missing = situation.is("hand_over")
                && cards.madeFrom(situation.record().id()).stream()
                        .anyMatch(card -> card.handedOver().isEmpty());
        return missing
                ? List.of(Fault.at("", "ERR_REQUIRED", Map.of("label", "领取人", "label.en", "Receiver")))
                : List.of();
    }

    private static List<Integer> places(Situation situation, String kind) {
        var rows = situation.answers().rows(TABLE);
        return Stream.iterate(0, row -> row < rows.size(), row -> row + 1)
                .filter(row -> kind.equals(rows.get(row).get("card_kind")))
                .toList();
    }
}
