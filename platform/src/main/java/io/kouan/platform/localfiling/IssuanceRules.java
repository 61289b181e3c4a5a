package io.kouan.platform.localfiling;

import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.transmission.DxpUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The rules of a ticket that asks for the local filing, as far as the offices have to keep them.
 *
 * @param papers asked for late, because files know of forms and forms of rules
 * @param evidence asked for late, as well
 */
record IssuanceRules(
        FormCatalogue catalogue,
        Cases cases,
        Reviews reviews,
        Issuances issuances,
        Supplier<Papers> papers,
        Supplier<AgentEvidence> evidence) {

    /**
     * CHECKLIST_COMPLETE: nothing goes to the data centre before everything was seen to be right; and nobody has seen evidence of an agent
     * where there is none.
     */
    List<Fault> checklistComplete(Situation situation) {
        if (!situation.is("forward")) {
            return List.of();
        }
        var faults = new ArrayList<>(
                checklist(situation).faults(reviews.of(situation.record().id()).ticks()));
        if (evidence.get().isMissing(situation.record())) {
            faults.add(Fault.at("", "ERR_AGENT_EVIDENCE"));
        }
        return faults;
    }

    private Checklist checklist(Situation situation) {
        return Checklist.of(
                catalogue.screen("local_filing_checklist"), papers.get().scans(situation.record()), situation.around());
    }

    /** DXP_RECORDED: the case comes back from the data centre with a DXP ID that two officers have seen. */
    List<Fault> dxpRecorded(Situation situation) {
        return situation.is("dxp_issued") && !isIssued(situation.record()) && !isChangeOfConnected(situation.record())
                ? List.of(incomplete(List.of("dxp_id")))
                : List.of();
    }

    private boolean isChangeOfConnected(FormRecord ticket) {
        return cases.isChange(ticket) && cases.isConnected(ticket);
    }

    /** ORIGINAL_TICKET: what was issued on one ticket is not answered on another; and only what was issued can be changed. */
    List<Fault> originalTicket(Situation situation) {
        boolean change = cases.isChange(situation.record());
        if (change && situation.is("submit", "supplement")) {
            return cases.original(situation.record()).isPresent()
                    ? List.of()
                    : List.of(Fault.at(Material.DXP_USER.slot(), "ERR_LOCAL_FILING_FIRST"));
        }
        boolean elsewhere = replies(situation)
                && !change
                && cases.issuance(situation.record()).isEmpty()
                && issuances
                        .newest(situation.record().enterprise().orElseThrow())
                        .isPresent();
        return elsewhere ? List.of(Fault.at("", "ERR_ORIGINAL_TICKET")) : List.of();
    }

    /** ISSUANCE_COMPLETE: all of it, or a refusal. */
    List<Fault> issuanceComplete(Situation situation) {
        if (!replies(situation)) {
            return List.of();
        }
        if (cases.isChange(situation.record())) {
            return cases.isChanged(situation.record()) ? List.of() : List.of(incomplete(List.of("dxp_id")));
        }
        var missing = missing(situation.record());
        return missing.isEmpty() ? List.of() : List.of(incomplete(missing));
    }

    private boolean replies(Situation situation) {
        return situation.is("reply") && !reviews.of(situation.record().id()).refused();
    }

    /** What is not there yet, as fields of the screen {@code local_filing_issuance}. */
    List<String> missing(FormRecord ticket) {
        var missing = new ArrayList<String>();
        var issuance = cases.issuance(ticket);
        if (!isIssued(ticket)) {
            missing.add("dxp_id");
        }
        if (issuance.isEmpty()) {
            missing.addAll(List.of("customs_account", "inspection_account", "licence_no"));
        }
        if (!cases.isOpen(ticket)) {
            missing.add("channel_state");
        }
        if (issuance.filter(Issuance::isReleased).isEmpty()) {
            missing.add("released_by");
        }
        return missing;
    }

    private boolean isIssued(FormRecord ticket) {
        return cases.dxpUser(ticket)
                .filter(user -> user.state() == DxpUser.State.ISSUED)
                .isPresent();
    }

    private Fault incomplete(List<String> fields) {
        return Fault.at(
                "",
                "ERR_ISSUANCE_INCOMPLETE",
                Map.of(
                        "items",
                        fields.stream().map(key -> field(key).label().zh()).collect(Collectors.joining("、")),
                        "items.en",
                        fields.stream().map(key -> field(key).label().en()).collect(Collectors.joining(", "))));
    }

    private Field field(String key) {
        return catalogue.screen("local_filing_issuance").stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
