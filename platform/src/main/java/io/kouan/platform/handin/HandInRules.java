package io.kouan.platform.handin;

import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.documents.PrintedDocument;
import io.kouan.platform.documents.PrintedDocuments;
import io.kouan.platform.forms.FormEvent;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.Fact;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.identity.AgentStatus;
import io.kouan.platform.port.Calendars;
import io.kouan.platform.port.Switches;
import io.kouan.platform.port.Switches.Switch;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of the hand-in that no data can say.
 *
 * @param switches whether the foreign trade operator filing is asked for at all (decision 7)
 */
record HandInRules(
        FormCatalogue catalogue,
        FormRecords records,
        PrintedDocuments prints,
        EnterpriseProfiles profiles,
        AgentStatus agents,
        Calendars calendars,
        Switches switches) {

    static final Set<String> OPEN = Set.of("PREPARING", "READY", "RECEIVED", "DEFICIENT", "ACCEPTED");
    private static final int MOST_DAYS = 30;

    /** AGENT_EVIDENCE: only an agent enterprise skips, and only one that is a registered broker or proves what it says. */
    List<Fault> agentEvidence(Situation situation) {
        if (!situation.is("skip")) {
            return List.of();
        }
        long enterprise = enterprise(situation);
        boolean agent = "true".equals(situation.around().facts().get(Fact.IS_AGENT.id()));
        boolean proven = agents.isProven(enterprise) || situation.attached().getOrDefault("agent_proof", 0) > 0;
        return agent && proven ? List.of() : List.of(Fault.at("agent_proof", "ERR_AGENT_EVIDENCE"));
    }

    /** CHANGE_SUBMITTED: the change of registration is submitted, and printed since then. */
    List<Fault> changeSubmitted(Situation situation) {
        if (!situation.is("ready")) {
            return List.of();
        }
        long enterprise = enterprise(situation);
        var submitted = records.newest(enterprise, "customs_registration_change", Set.of("SUBMITTED", "APPROVED"))
                .flatMap(FormRecord::submittedAt);
        var printed = prints.newest(enterprise, "DOC-01").map(PrintedDocument::printedAt);
        boolean right = submitted.isPresent()
                && printed.filter(at -> !at.isBefore(submitted.get())).isPresent();
        return right ? List.of() : List.of(Fault.at("", "ERR_PRINT_BEFORE_SUBMIT"));
    }

    /** FTO_PRINT: there is a foreign trade operator filing to print, here or filed elsewhere. */
    List<Fault> tradeFiling(Situation situation) {
        if (!situation.is("ready") || !switches.isOn(Switch.TRADE_OPERATOR_FILING)) {
            return List.of();
        }
        long enterprise = enterprise(situation);
        boolean there = !profiles.of(enterprise).value("import_export_code").isEmpty()
                || records.newest(enterprise, "foreign_trade_operator", Set.of("SUBMITTED", "APPROVED"))
                        .isPresent();
        return there ? List.of() : List.of(Fault.at("", "ERR_NO_FTO"));
    }

    /** FOUR_PAPERS: every paper is sealed, signed and shown as its row asks; all that lacks is told together. */
    List<Fault> fourPapers(Situation situation) {
        if (!situation.is("accept")) {
            return List.of();
        }
        return Papers.deficits(catalogue.form(HandIn.FORM), situation.answers()).stream()
                .flatMap(deficit -> faults(deficit).stream())
                .toList();
    }

    private static List<Fault> faults(Papers.Deficit deficit) {
        var faults = new ArrayList<Fault>();
        var place = Papers.TABLE + "." + deficit.row() + ".";
        var others = deficit.without(Papers.ORIGINAL);
        if (!others.lacking().isEmpty()) {
            faults.add(Fault.at(
                    place + others.lacking().getFirst().key(),
                    "ERR_HANDIN_INCOMPLETE",
                    Map.of(
                            "items", deficit.paper().label().zh() + "（" + others.items(Label::zh, "、") + "）",
                            "items.en", deficit.paper().label().en() + " (" + others.items(Label::en, ", ") + ")")));
        }
        if (others.lacking().size() < deficit.lacking().size()) {
            faults.add(Fault.at(place + Papers.ORIGINAL, "ERR_ORIGINAL_NOT_CHECKED"));
        }
        return faults;
    }

    /** DEFICITS_LISTED: a hand-in goes back only with what it lacks. */
    List<Fault> deficitsListed(Situation situation) {
        boolean nothing = situation.is("deficient")
                && Papers.deficits(catalogue.form(HandIn.FORM), situation.answers())
                        .isEmpty()
                && situation.decision().reason().isBlank();
        return nothing ? List.of(Fault.at("reason", "ERR_REASON_REQUIRED")) : List.of();
    }

    /** OTHER_THAN_CLERK (SOD-02): whoever accepted the papers does not open the permission. */
    List<Fault> otherThanClerk(Situation situation) {
        boolean same = situation.is("open")
                && accepted(situation.record())
                        .filter(event -> event.login().equals(situation.actor().login()))
                        .isPresent();
        return same ? List.of(Fault.at("", "ERR_SELF_APPROVAL")) : List.of();
    }

    private Optional<FormEvent> accepted(FormRecord record) {
        return records.history(record.id()).reversed().stream()
                .filter(event -> event.action().equals("accept"))
                .findFirst();
    }

    /** ONE_OPEN: an enterprise has one hand-in under way, and none after the permission was opened. */
    List<Fault> oneOpen(Situation situation) {
        if (!situation.is("begin", "ready")) {
            return List.of();
        }
        return records.of(enterprise(situation), HandIn.FORM).stream()
                .filter(other -> other.id() != situation.record().id())
                .filter(other -> OPEN.contains(other.state()) || other.state().equals("OPENED"))
                .findFirst()
                .map(other -> List.of(Fault.at(
                        "",
                        "ERR_DUPLICATE_OPEN",
                        Map.of("no", other.number().orElseGet(() -> Long.toString(other.id()))))))
                .orElse(List.of());
    }

    /** VISIT_DAY: the window is open on working days. */
    List<Fault> visitDay(Situation situation) {
        var typed = situation.answers().text("visit_date");
        if (!situation.is("ready") || typed.isEmpty()) {
            return List.of();
        }
        try {
            var day = LocalDate.parse(typed);
            var today = situation.around().today();
            boolean fits = calendars.current().isWorkingDay(day)
                    && !day.isBefore(today)
                    && !day.isAfter(today.plusDays(MOST_DAYS));
            return fits ? List.of() : List.of(Fault.at("visit_date", "ERR_VISIT_DAY"));
        } catch (DateTimeException _) {
            return List.of(); // told by the check of the field
        }
    }

    private static long enterprise(Situation situation) {
        return situation.record().enterprise().orElseThrow();
    }
}
