package io.kouan.platform.staff;

import io.kouan.platform.forms.check.Fault;
import java.util.List;

/** What came of an administrator's doing. */
sealed interface StaffOutcome {

    /** It was done. */
    record Done(String login) implements StaffOutcome {}

    /** An account was made; its first password is shown once and kept nowhere. */
    record Created(String login, String password) implements StaffOutcome {}

    /** It was not done, and nothing changed. */
    record Refused(List<Fault> faults) implements StaffOutcome {
        public Refused {
            faults = List.copyOf(faults);
        }

        static Refused because(String message) {
            return new Refused(List.of(Fault.at("", message)));
        }
    }

    /** There is no such account or proposal. */
    record Unknown() implements StaffOutcome {}
}
