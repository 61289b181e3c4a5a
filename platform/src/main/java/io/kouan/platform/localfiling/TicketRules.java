package io.kouan.platform.localfiling;

import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.FormCheck;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.handin.UnifiedAccess;
import io.kouan.platform.port.Switches;
import io.kouan.platform.servicedesk.Tickets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The rules of a ticket that asks for the local filing, as far as the enterprise has to keep them.
 *
 * @param papers asked for late, because files know of forms and forms of rules
 */
record TicketRules(
        FormCatalogue catalogue,
        FormRecords records,
        EnterpriseProfiles profiles,
        UnifiedAccess access,
        Switches switches,
        Materials materials,
        Supplier<Papers> papers,
        Reviews reviews) {

    static final String TEMPLATE = "LOCAL_FILING";
    static final Set<String> OPEN = Set.of("SUBMITTED", "PROCESSING", "NEED_INFO", "FORWARDED");

    private static boolean isHandedIn(Situation situation) {
        return situation.is("submit", "supplement");
    }

    /** FORMS_VALID: what was begun online is complete and still right; an uploaded .xls has its starred parts. */
    List<Fault> formsValid(Situation situation) {
        if (!isHandedIn(situation)) {
            return List.of();
        }
        var faults = new ArrayList<Fault>();
        var forms = materials.of(situation.record());
        forms.forEach((material, record) -> faults.addAll(faults(material, record, situation)));
        if (!forms.containsKey(Material.DXP_USER)) {
            faults.addAll(papers.get().sheetFaults(situation));
        }
        return faults;
    }

    private List<Fault> faults(Material material, FormRecord record, Situation situation) {
        var form = catalogue.form(material.form());
        var around = situation.around();
        var faults = new ArrayList<>(new FormCheck(catalogue).submission(form, record.answers(), Map.of(), around));
        if (material == Material.DXP_USER) {
            faults.addAll(Starred.faults("", Starred.missing(form, record.answers(), around)));
        }
        if (material == Material.POWER_OF_ATTORNEY) {
            faults.addAll(MaterialRules.stillValid(record.answers(), around.today()));
        }
        boolean open = record.state().equals("DRAFT");
        if (faults.isEmpty() && !open) {
            return List.of();
        }
        return faults.stream().filter(fault -> !fault.warning()).findFirst().map(Fault::message).stream()
                .filter(message -> Set.of("ERR_DATE_ORDER", "ERR_STARRED", "ERR_NAME_MISMATCH")
                        .contains(message))
                .findFirst()
                .map(message -> faults.stream()
                        .filter(fault -> fault.message().equals(message))
                        .map(fault -> Fault.at(material.slot(), fault.message(), fault.values()))
                        .toList())
                .orElseGet(() -> List.of(Fault.at(material.slot(), "ERR_REQUIRED")));
    }

    /** CONTACT_IS_AUTHORISED: name and number agree, in the forms or as the agent typed them from the scans. */
    List<Fault> contactIsAuthorised(Situation situation) {
        if (!isHandedIn(situation) && !situation.is("forward")) {
            return List.of();
        }
        var forms = materials.of(situation.record());
        var keyed =
                situation.is("forward") ? reviews.of(situation.record().id()).keyed() : Map.<String, String>of();
        var contact = Identity.contact(forms, keyed);
        var authorised = Identity.authorised(forms, keyed);
        boolean known = contact.isPresent() && authorised.isPresent();
        if (!known) {
            return situation.is("forward") ? List.of(Fault.at("", "ERR_CONTACT_NOT_AUTHORISED")) : List.of();
        }
        return contact.get().is(authorised.get())
                ? List.of()
                : List.of(Fault.at(
                        isHandedIn(situation) ? Material.UNIFIED_ACCESS.slot() : "", "ERR_CONTACT_NOT_AUTHORISED"));
    }

    /** UNIFIED_ACCESS_FIRST: the papers of section two are accepted, or an agent enterprise skipped them. */
    List<Fault> unifiedAccessFirst(Situation situation) {
        boolean missing = situation.is("submit")
                && switches.isOn(Switches.Switch.LOCAL_FILING_NEEDS_UNIFIED_ACCESS)
                && !access.isAccepted(enterprise(situation));
        return missing ? List.of(Fault.at("", "ERR_UNIFIED_ACCESS_FIRST")) : List.of();
    }

    /** CUSTOMS_CODE_FIRST: accounts and DXP ID hang on a customs code that somebody has verified. */
    List<Fault> customsCodeFirst(Situation situation) {
        if (!situation.is("submit")) {
            return List.of();
        }
        var profile = profiles.of(enterprise(situation));
        return profile.customsCode().isPresent() && profile.codeVerified()
                ? List.of()
                : List.of(Fault.at("", "ERR_NO_CUSTOMS_CODE"));
    }

    /** ONE_OPEN: one case of an enterprise at a time. */
    List<Fault> oneOpen(Situation situation) {
        if (!situation.is("submit")) {
            return List.of();
        }
        return records.of(enterprise(situation), Tickets.FORM).stream()
                .filter(other -> other.id() != situation.record().id())
                .filter(other -> Tickets.isAbout(TEMPLATE, other))
                .filter(other -> OPEN.contains(other.state()))
                .findFirst()
                .map(other -> List.of(Fault.at("", "ERR_DUPLICATE_OPEN", Map.of("no", number(other)))))
                .orElse(List.of());
    }

    static String number(FormRecord record) {
        return record.number().orElseGet(() -> Long.toString(record.id()));
    }

    private static long enterprise(Situation situation) {
        return situation.record().enterprise().orElseThrow();
    }
}
