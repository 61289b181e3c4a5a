package io.kouan.platform.business;

import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of a request for business types that no data can say. Their conditions stand in the form's file. */
record BusinessRules(FormRecords records) {

    private static final String FILING = "customs_portal_filing";
    private static final String APPROVED = "APPROVED";

    /** CUSTOMS_APPROVED: nothing is asked for, and nothing opened, before customs has approved (H-148). */
    static List<Fault> customsApproved(Situation situation) {
        return situation.is("submit", "open_roles")
                ? List.of(Fault.at("customs_approved", "ERR_CUSTOMS_NOT_APPROVED"))
                : List.of();
    }

    /**
     * INSPECTION_APPROVED: hinders nothing, but is seen once; the roles of the inspection entry follow the approval there (H-152).
     * Pointless while customs has not approved either.
     */
    static List<Fault> inspectionApproved(Situation situation) {
        boolean atCustoms = APPROVED.equals(situation.around().facts().get(Fact.CUSTOMS_FILING.id()));
        return situation.is("submit") && atCustoms
                ? List.of(Fault.warning("inspection_filing_no", "ERR_INSPECTION_NOT_APPROVED"))
                : List.of();
    }

    /** PAIR_UNIQUE: each pair of mode and direction once (H-153). */
    static List<Fault> pairUnique(Situation situation) {
        var faults = new ArrayList<Fault>();
        if (situation.is("submit")) {
            var seen = new HashSet<String>();
            var rows = situation.answers().rows(BusinessRequest.TABLE);
            for (int i = 0; i < rows.size(); i++) {
                var pair = rows.get(i).getOrDefault("business_mode", "") + "-"
                        + rows.get(i).getOrDefault("direction", "");
                if (pair.length() > 1 && !seen.add(pair)) {
                    faults.add(Fault.at(BusinessRequest.TABLE + "." + i + ".direction", "ERR_DUPLICATE_ROW"));
                }
            }
        }
        return faults;
    }

    /** FILING_OWNER: the filing that is named is the enterprise's own; a foreign one and an unknown one are answered alike. */
    List<Fault> filingOwner(Situation situation) {
        var number = situation.answers().text("customs_filing_no");
        boolean asked = situation.is("submit") && !number.isEmpty();
        boolean own = records.of(situation.record().enterprise().orElseThrow(), FILING).stream()
                .flatMap(filing -> filing.number().stream())
                .anyMatch(number::equals);
        return asked && !own ? List.of(Fault.at("customs_filing_no", "ERR_FORBIDDEN")) : List.of();
    }

    /** BUSINESS_REQUEST: a ticket about business types is opened by the request that it is about, and by nothing else. */
    List<Fault> requested(Situation situation) {
        boolean waits = records.of(situation.record().enterprise().orElseThrow(), BusinessRequest.FORM).stream()
                .anyMatch(request -> request.state().equals(BusinessRequest.SUBMITTED)
                        && BusinessRequest.number(request).isEmpty());
        return situation.is("submit") && !waits ? List.of(Fault.at("template", "ERR_BUSINESS_TYPE")) : List.of();
    }

    /** The filing at customs that was approved last. */
    Optional<FormRecord> customsFiling(long enterprise) {
        return records.newest(enterprise, FILING, Set.of(APPROVED));
    }

    /** The filing at the inspection office that was approved last. */
    Optional<FormRecord> inspectionFiling(long enterprise) {
        return records.newest(enterprise, "inspection_filing", Set.of(APPROVED));
    }
}
