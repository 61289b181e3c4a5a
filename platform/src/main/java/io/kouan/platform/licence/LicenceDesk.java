package io.kouan.platform.licence;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.licence.ClientLicence.Step;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.port.Switches;
import io.kouan.platform.port.Switches.Switch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Suspends, resumes, renews and revokes licences (暂停、恢复、续期、注销). A licence that was revoked stays so. */
@Service
class LicenceDesk {

    private static final int LEAST_REASON = 5;
    private static final int MOST_REASON = 500;

    private final LicenceRegister register;
    private final Switches switches;
    private final AuditLog audit;
    private final Clock clock;

    LicenceDesk(LicenceRegister register, Switches switches, AuditLog audit, Clock clock) {
        this.register = register;
        this.switches = switches;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes a step; the message of what speaks against it. */
    @Transactional
    public Optional<String> take(String number, int version, Step step, String reason, Actor actor) {
        var refusal = refusal(number, version, step, reason.strip(), actor);
        var entry = AuditEntry.refused(
                        actor.login(),
                        actor.name(),
                        "",
                        "licence",
                        number,
                        step.name().toLowerCase(Locale.ROOT),
                        refusal.orElse(AuditEntry.DONE))
                .version(version);
        audit.write(step.needsReason() ? entry.because(List.of(), cut(reason.strip())) : entry);
        return refusal;
    }

    private Optional<String> refusal(String number, int version, Step step, String reason, Actor actor) {
        var found = register.hold(number).filter(one -> one.standing() != ClientLicence.Standing.DRAWN);
        if (found.isEmpty() || !may(step, actor)) {
            return Optional.of("ERR_FORBIDDEN");
        }
        var licence = found.get();
        if (actor.enterprise().isPresent() && actor.enterprise().getAsLong() == licence.enterprise()) {
            return Optional.of("ERR_SELF_APPROVAL");
        }
        var today = LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
        if (licence.version() != version) {
            return Optional.of("ERR_VERSION_CONFLICT");
        }
        if (!licence.steps(today).contains(step)) {
            return Optional.of("ERR_LICENCE_STATE");
        }
        if (step.needsReason() && (reason.length() < LEAST_REASON || reason.length() > MOST_REASON)) {
            return Optional.of("ERR_REASON_REQUIRED");
        }
        boolean changed = register.change(
                licence,
                ClientLicence.after(step).orElse(licence.standing()),
                step == Step.RENEW
                        ? today.plusYears(switches.number(Switch.LICENCE_YEARS)).minusDays(1)
                        : licence.says().until(),
                step.needsReason() ? reason : "",
                actor.login());
        return changed ? Optional.empty() : Optional.of("ERR_VERSION_CONFLICT");
    }

    private static boolean may(Step step, Actor actor) {
        boolean supervisor = actor.roles().contains(Role.CS_SUPERVISOR);
        return supervisor || (!step.isOfSupervisor() && actor.roles().contains(Role.CS_AGENT));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), MOST_REASON));
    }
}
