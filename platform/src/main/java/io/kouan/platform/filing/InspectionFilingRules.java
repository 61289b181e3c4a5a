package io.kouan.platform.filing;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of the filing at the inspection office (handbook S8) that no data can say. */
record InspectionFilingRules(FormRecords records, FilingChangeBook changes, PortProfile port) {

    private static final Set<String> COUNTS = Set.of("WAIT_PAPER", "REVIEWING", "RETURNED", "APPROVED");
    private static final List<String> AGENT = List.of(
            "agent_no",
            "agent_name",
            "agent_contact",
            "agent_phone",
            "agent_legal_rep",
            "agent_org_code",
            "agent_address");
    private static final List<String> PAPERS = List.of("licence_scan", "quality_commitment", "entity_record");

    /** ORG_LIST: an office of this port and no other. */
    List<Fault> orgList(Situation situation) {
        var code = situation.answers().text("inspection_org");
        boolean wrong = situation.is("declare")
                && port.inspectionOffices().stream()
                        .noneMatch(office -> office.code().equals(code));
        return wrong ? List.of(Fault.at("inspection_org", "ERR_INSPECTION_ORG")) : List.of();
    }

    /** CHANGE_KEEPS_OFFICE: a change stays at the office that approved what it changes. */
    List<Fault> changeKeepsOffice(Situation situation) {
        boolean moved = situation.is("declare")
                && changes.formerOf(situation.record())
                        .flatMap(records::find)
                        .filter(former -> !former.answers()
                                .text("inspection_org")
                                .equals(situation.answers().text("inspection_org")))
                        .isPresent();
        return moved ? List.of(Fault.at("inspection_org", "ERR_INSPECTION_ORG")) : List.of();
    }

    /** OFFICE_PAIR: customs and inspection at different places are usually a slip; who means it confirms (H-137). */
    List<Fault> officePair(Situation situation) {
        var code = situation.answers().text("inspection_org");
        if (!situation.is("declare") || code.isEmpty()) {
            return List.of();
        }
        var customs = records.of(situation.record().enterprise().orElseThrow(), Entry.CUSTOMS.form()).stream()
                .filter(filing -> COUNTS.contains(filing.state()))
                .map(Entry.CUSTOMS::office)
                .toList();
        return customs.isEmpty() || customs.stream().anyMatch(office -> isBeside(office, code))
                ? List.of()
                : List.of(Fault.warning("inspection_org", "WARN_OFFICE_PAIR"));
    }

    private boolean isBeside(String customs, String inspection) {
        return port.customsOffice(customs)
                .filter(office -> office.inspection().equals(inspection))
                .isPresent();
    }

    /** THREE_ATTACHMENTS: licence, commitment and entity record (H-141). */
    static List<Fault> threeAttachments(Situation situation) {
        return situation.is("declare")
                ? PAPERS.stream()
                        .filter(slot -> situation.attached().getOrDefault(slot, 0) == 0)
                        .map(slot -> Fault.at(slot, "ERR_ATTACHMENT_MISSING"))
                        .toList()
                : List.of();
    }

    /** AGENT_COMPLETE: a row of the agents is filled in whole or taken out (H-138). */
    static List<Fault> agentComplete(Situation situation) {
        var faults = new ArrayList<Fault>();
        if (situation.is("declare")) {
            var rows = situation.answers().rows("agents");
            for (int i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                var place = "agents." + i + ".";
                var number = Integer.toString(i + 1);
                AGENT.stream()
                        .filter(field -> row.getOrDefault(field, "").isEmpty())
                        .findFirst()
                        .ifPresent(
                                field -> faults.add(Fault.at(place + field, "ERR_AGENT_ROW", Map.of("row", number))));
            }
        }
        return faults;
    }

    /** PLATFORM_SITE: a platform enterprise has a website (H-140). */
    static List<Fault> platformSite(Situation situation) {
        boolean missing =
                situation.is("declare") && situation.answers().rows("websites").isEmpty();
        return missing ? List.of(Fault.at("websites", "ERR_WEBSITE_REQUIRED")) : List.of();
    }

    /** DELETE_DRAFT_ONLY: what was declared once stays on file (H-131). */
    static List<Fault> deleteDraftOnly(Situation situation) {
        FormRecord record = situation.record();
        boolean wrong = situation.is("delete") && !record.state().equals("DRAFT");
        return wrong ? List.of(Fault.at("", "ERR_NOT_DRAFT_DELETE")) : List.of();
    }
}
