package io.kouan.platform.credentials;

import io.kouan.ceb.message.Bytes;
import io.kouan.platform.forms.check.Fault;
import java.util.List;
import java.util.Optional;

/** What came of it. */
public sealed interface CardOutcome {

    /**
     * It was done.
     *
     * @param file the card in a file (PKCS#12), where one was made: this is the only time it is there
     */
    record Done(Card card, Optional<Bytes> file) implements CardOutcome {}

    /** It was not done, and nothing changed. */
    record Refused(List<Fault> faults) implements CardOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }

        static Refused because(String message) {
            return at("", message);
        }

        static Refused at(String place, String message) {
            return new Refused(List.of(Fault.at(place, message)));
        }
    }
}
