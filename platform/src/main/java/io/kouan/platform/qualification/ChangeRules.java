package io.kouan.platform.qualification;

import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.Fact;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of the change of registration (注册信息变更申请, handbook S2c): only with the legal person's card. */
final class ChangeRules {

    static final String FORM = "customs_registration_change";

    private static final String HAND_IN = "unified_access_handin";

    private ChangeRules() {}

    /** HAS_CODE: there has to be a registration that can be changed. */
    static List<Fault> hasCode(Situation situation) {
        var held = situation.around().facts().get(Fact.HAS_CUSTOMS_CODE.id());
        return "true".equals(held) ? List.of() : List.of(Fault.at("", "ERR_NO_CUSTOMS_CODE"));
    }

    /** LEGAL_CARD: submitted in a session of that card. */
    static List<Fault> legalCard(Situation situation) {
        boolean missing = situation.is("submit") && !situation.actor().card().equals("legal_person");
        return missing ? List.of(Fault.at("", "ERR_CARD_REQUIRED")) : List.of();
    }

    /** PRINT_AFTER_SUBMIT: what is handed in on paper is what was submitted. */
    static List<Fault> printAfterSubmit(Situation situation) {
        boolean early =
                situation.is("print") && situation.record().submittedAt().isEmpty();
        return early ? List.of(Fault.at("", "ERR_PRINT_BEFORE_SUBMIT")) : List.of();
    }

    /** HANDIN_ACCEPTED: customs approves once it holds the signed and sealed print (H-063). */
    static List<Fault> handInAccepted(Situation situation, FormRecords records) {
        boolean early = situation.is("approve")
                && records.newest(situation.record().enterprise().orElseThrow(), HAND_IN, Set.of("ACCEPTED", "OPENED"))
                        .isEmpty();
        return early
                ? List.of(Fault.at("", "ERR_STATE", Map.of("state", "材料未受理", "state.en", "papers not accepted yet")))
                : List.of();
    }
}
