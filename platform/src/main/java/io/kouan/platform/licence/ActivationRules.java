package io.kouan.platform.licence;

import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rules of a request for activation that no data can say; kept when it is handed in and again when it is granted. */
record ActivationRules(
        RequestFiles files, LicenceRegister register, Computers computers, FormRecords records, Clock clock) {

    /** FILE_SIGNED: the file is whole, not too old, and signed with a card of the enterprise (H-159). */
    List<Fault> fileSigned(Situation situation) {
        return isAsked(situation) && verdict(situation) == RequestVerdict.BROKEN
                ? List.of(Fault.at(ActivationForm.FILE, "ERR_ACTIVATION_FILE"))
                : List.of();
    }

    /** LICENCE_OWNED: a foreign licence and an unknown one are answered alike, whether the form names it or the file (H-159). */
    List<Fault> licenceOwned(Situation situation) {
        boolean foreign = isAsked(situation)
                && ((!typed(situation).isEmpty() && own(situation).isEmpty())
                        || verdict(situation) == RequestVerdict.FOREIGN);
        return foreign ? List.of(Fault.at(ActivationForm.LICENCE, "ERR_LICENCE_OWNER")) : List.of();
    }

    /** LICENCE_USABLE: neither suspended nor revoked nor run out. */
    List<Fault> licenceUsable(Situation situation) {
        var today = LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
        boolean unusable = isAsked(situation)
                && own(situation).filter(licence -> !licence.isUsable(today)).isPresent();
        return unusable ? List.of(Fault.at(ActivationForm.LICENCE, "ERR_LICENCE_STATE")) : List.of();
    }

    /** LIMIT: not more computers than the licence allows, also where two officers grant at the same moment (H-160). */
    List<Fault> limit(Situation situation) {
        if (!isAsked(situation)) {
            return List.of();
        }
        var licence = situation.is("issue") ? register.hold(typed(situation)) : own(situation);
        var fingerprint = files.look(
                        situation.record(), typed(situation), situation.actor().login(), true)
                .request()
                .map(request -> request.computer().fingerprint());
        boolean full = licence.isPresent()
                && fingerprint.isPresent()
                && ActivatedComputer.isFull(
                        computers.counting(licence.get().number()),
                        fingerprint.get(),
                        ActivationForm.reason(situation.answers()),
                        licence.get().says().computers());
        return full ? List.of(Fault.at("reason", "ERR_ACTIVATION_LIMIT")) : List.of();
    }

    /** ACTIVATION_REQUEST: a ticket about an activation is opened by the request that it is about, and by nothing else. */
    List<Fault> requested(Situation situation) {
        boolean waits = records.of(situation.record().enterprise().orElseThrow(), ActivationForm.ID).stream()
                .anyMatch(request -> request.state().equals(ActivationForm.REQUESTED)
                        && ActivationForm.ticket(request).isEmpty());
        return situation.is("submit") && !waits ? List.of(Fault.at("template", "ERR_ACTIVATION_FILE")) : List.of();
    }

    private static boolean isAsked(Situation situation) {
        return situation.is("submit", "issue");
    }

    private RequestVerdict verdict(Situation situation) {
        return files.look(
                        situation.record(), typed(situation), situation.actor().login(), situation.is("issue"))
                .verdict();
    }

    private Optional<ClientLicence> own(Situation situation) {
        long enterprise = situation.record().enterprise().orElseThrow();
        return register.find(typed(situation))
                .filter(licence -> licence.enterprise() == enterprise)
                .filter(licence -> licence.standing() != ClientLicence.Standing.DRAWN);
    }

    private static String typed(Situation situation) {
        return situation.answers().text(ActivationForm.LICENCE);
    }
}
