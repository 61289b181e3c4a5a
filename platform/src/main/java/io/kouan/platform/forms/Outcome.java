package io.kouan.platform.forms;

import io.kouan.platform.forms.check.Fault;
import java.util.List;

/** What came of it. */
public sealed interface Outcome {

    /** It was done; warnings may be told. */
    record Done(FormRecord record, List<Fault> warnings) implements Outcome {
        public Done {
            warnings = List.copyOf(warnings);
        }
    }

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
