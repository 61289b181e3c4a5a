package io.kouan.platform.qualification;

import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.port.Switches;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the two filings that no data can say.
 *
 * @param switches whether the foreign trade operator filing is asked for at all (decision 7)
 */
record QualificationRules(EnterpriseProfiles profiles, FormRecords records, Switches switches) {

    private static final int ZONE = 4;
    private static final int OWNERSHIP = 5;

    /** ONE_OPEN: an enterprise has one filing of a kind under way or approved, not two. */
    List<Fault> oneOpenOrApproved(Situation situation) {
        return one(situation, Set.of("SUBMITTED", "RETURNED", "APPROVED"));
    }

    /** ONE_OPEN of what may be filed again: one under way. */
    List<Fault> oneOpen(Situation situation) {
        return one(situation, Set.of("SUBMITTED", "RETURNED"));
    }

    private List<Fault> one(Situation situation, Set<String> states) {
        if (!situation.is("declare", "submit")) {
            return List.of();
        }
        var record = situation.record();
        return records.of(record.enterprise().orElseThrow(), record.form()).stream()
                .filter(other -> other.id() != record.id() && states.contains(other.state()))
                .findFirst()
                .map(other -> List.of(Fault.at("", "ERR_DUPLICATE_OPEN", Map.of("no", number(other)))))
                .orElse(List.of());
    }

    private static String number(FormRecord record) {
        return record.number().orElseGet(() -> Long.toString(record.id()));
    }

    /** FTO_FIRST: a consignee files as a foreign trade operator first; a broker need not. */
    List<Fault> tradeFilingFirst(Situation situation) {
        if (!situation.is("declare")) {
            return List.of();
        }
        long enterprise = situation.record().enterprise().orElseThrow();
        boolean free = !switches.isOn(Switches.Switch.TRADE_OPERATOR_FILING)
                || situation.answers().text("unit_type").equals("BROKER")
                || !profiles.of(enterprise).value("import_export_code").isEmpty()
                || records.newest(enterprise, TradeFiling.FORM, Set.of("APPROVED"))
                        .isPresent();
        return free ? List.of() : List.of(Fault.at("unit_type", "ERR_NO_FTO"));
    }

    /** CODE_DIGITS: characters five and six of the code are the economic zone and the class of ownership. */
    static List<Fault> codeDigits(Situation situation) {
        var code = situation.answers().text("customs_code");
        if (!situation.is("approve") || code.length() <= OWNERSHIP) {
            return List.of();
        }
        boolean fits = situation.answers().text("economic_zone").equals(code.substring(ZONE, ZONE + 1))
                && situation.answers().text("business_class").equals(code.substring(OWNERSHIP, OWNERSHIP + 1));
        return fits ? List.of() : List.of(Fault.at("customs_code", "ERR_CUSTOMS_CODE"));
    }

    /** CODE_UNIQUE: no two enterprises hold the same code. */
    List<Fault> codeUnique(Situation situation) {
        boolean taken = situation.is("approve")
                && profiles.holderOf(situation.answers().text("customs_code"))
                        .filter(holder ->
                                holder != situation.record().enterprise().orElseThrow())
                        .isPresent();
        return taken ? List.of(Fault.at("customs_code", "ERR_CUSTOMS_CODE_TAKEN")) : List.of();
    }
}
