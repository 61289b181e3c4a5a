package io.kouan.platform.filing;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of the filing at customs (handbook S7) that no data can say. */
record CustomsFilingRules(FormRecords records, FilingChangeBook changes, PortProfile port) {

    static final String RECEIPT = "receive_paper";

    private static final Set<String> OPEN = Set.of("WAIT_PAPER", "REVIEWING", "RETURNED", "APPROVED");

    /** OFFICE_LIST: an office of this port and no other, whatever the request says. */
    List<Fault> officeList(Situation situation) {
        var office = situation.answers().text("customs_office");
        boolean wrong = isDeclared(situation) && port.customsOffice(office).isEmpty();
        return wrong ? List.of(Fault.at("customs_office", "ERR_OFFICE")) : List.of();
    }

    /** PAPER_RECEIVED: no approval before the front desk holds the sealed original (H-122); a scan does not replace it. */
    static List<Fault> paperReceived(Situation situation) {
        boolean missing = situation.is("approve") && !situation.around().facts().containsKey(Fact.did(RECEIPT));
        return missing ? List.of(Fault.at("", "ERR_WRITTEN_APPLICATION_MISSING")) : List.of();
    }

    /** The enterprise is told where to bring the letter, when the filing begins to wait for it (H-120). */
    List<Fault> paperAsked(Situation situation) {
        return situation.is("declare_with_letter")
                ? List.of(Fault.information("customs_office", "INFO_WRITTEN_APPLICATION"))
                : List.of();
    }

    /** CHANGE_KEEPS_OFFICE: a change stays at the office that approved what it changes. */
    List<Fault> changeKeepsOffice(Situation situation) {
        boolean moved = isDeclared(situation)
                && changes.formerOf(situation.record())
                        .flatMap(records::find)
                        .filter(former -> !former.answers()
                                .text("customs_office")
                                .equals(situation.answers().text("customs_office")))
                        .isPresent();
        return moved ? List.of(Fault.at("customs_office", "ERR_OFFICE")) : List.of();
    }

    /** ONE_PER_OFFICE: one filing open or approved per enterprise and office, but the one that this one changes. */
    List<Fault> onePerOffice(Situation situation) {
        if (!isDeclared(situation)) {
            return List.of();
        }
        var record = situation.record();
        var office = situation.answers().text("customs_office");
        var former = changes.formerOf(record);
        return records.of(record.enterprise().orElseThrow(), record.form()).stream()
                .filter(other -> other.id() != record.id() && OPEN.contains(other.state()))
                .filter(other -> !former.equals(Optional.of(other.id())))
                .filter(other -> other.answers().text("customs_office").equals(office))
                .findFirst()
                .map(other -> List.of(Fault.at("customs_office", "ERR_DUPLICATE_OPEN", Map.of("no", number(other)))))
                .orElse(List.of());
    }

    private static String number(FormRecord record) {
        return record.number().orElseGet(() -> Long.toString(record.id()));
    }

    private static boolean isDeclared(Situation situation) {
        return situation.is("declare", "declare_with_letter");
    }
}
