package io.kouan.platform.content;

import io.kouan.platform.forms.check.Fault;
import java.util.List;

/** What came of a change to the port's content. */
sealed interface Outcome {

    /** It was done to the thing of that id. */
    record Done(long id) implements Outcome {}

    /** It was not done, and nothing changed. */
    record Refused(List<Fault> faults) implements Outcome {
        public Refused {
            faults = List.copyOf(faults);
        }

        static Refused because(String message) {
            return new Refused(List.of(Fault.at("", message)));
        }
    }
}
