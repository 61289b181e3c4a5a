package io.kouan.platform.licence;

import io.kouan.ceb.licence.Licence;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A licence in the register (客户端许可证).
 *
 * @param says what its file says
 * @param standing what was decided about it
 * @param version grows with every decision
 * @param reason of the last one
 */
record ClientLicence(long enterprise, Licence says, Standing standing, int version, String reason) {

    /** What was decided about a licence. */
    enum Standing {
        /** prepared with the local filing and not released yet: nobody outside knows of it */
        DRAWN,
        ISSUED,
        SUSPENDED,
        REVOKED
    }

    /** What somebody of the desk can do about it. */
    enum Step {
        SUSPEND,
        RESUME,
        RENEW,
        REVOKE;

        /** Only a supervisor takes it, all but the renewal. */
        boolean isOfSupervisor() {
            return this != RENEW;
        }

        /** Whether it is not done without saying why. */
        boolean needsReason() {
            return this == SUSPEND || this == REVOKE;
        }
    }

    String number() {
        return says.number();
    }

    /** Whether computers may be activated with it on that day. */
    boolean isUsable(LocalDate today) {
        return standing == Standing.ISSUED && says.counts(today);
    }

    /** @param activated whether it counts on a computer */
    LicenceState state(LocalDate today, boolean activated) {
        return switch (standing) {
            case REVOKED -> LicenceState.REVOKED;
            case DRAWN, ISSUED, SUSPENDED -> {
                if (today.isAfter(says.until())) {
                    yield LicenceState.EXPIRED;
                }
                yield standing == Standing.SUSPENDED
                        ? LicenceState.SUSPENDED
                        : activated ? LicenceState.ACTIVATED : LicenceState.ISSUED;
            }
        };
    }

    /** What can be done about it now. */
    Set<Step> steps(LocalDate today) {
        return switch (state(today, false)) {
            case ISSUED, ACTIVATED -> Set.of(Step.SUSPEND, Step.REVOKE);
            case SUSPENDED -> Set.of(Step.RESUME, Step.REVOKE);
            case EXPIRED -> Set.of(Step.RENEW, Step.REVOKE);
            case REVOKED -> Set.of();
        };
    }

    /** How it stands after a step; empty where the step changes its time and not its standing. */
    static Optional<Standing> after(Step step) {
        return switch (step) {
            case SUSPEND -> Optional.of(Standing.SUSPENDED);
            case RESUME -> Optional.of(Standing.ISSUED);
            case REVOKE -> Optional.of(Standing.REVOKED);
            case RENEW -> Optional.empty();
        };
    }
}
