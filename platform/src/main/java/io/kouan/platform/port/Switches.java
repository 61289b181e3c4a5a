package io.kouan.platform.port;

import java.util.Arrays;
import java.util.Optional;

/** The switches (开关) of the port (handbook S12), as they stand now. Changed by two administrators, never by a restart. */
public interface Switches {

    boolean isOn(Switch which);

    String text(Switch which);

    int number(Switch which);

    /** A switch. */
    enum Switch {
        /** whether the foreign trade operator filing is asked for (decision 7) */
        TRADE_OPERATOR_FILING("qualification.fto.enabled"),
        /** whether the local filing waits for the unified edition */
        LOCAL_FILING_NEEDS_UNIFIED_ACCESS("local_filing.require_unified_access"),
        /** title printed on the form of customs */
        CUSTOMS_FORM_TITLE("document.customs_form.title"),
        /** computers of one licence */
        LICENCE_COMPUTERS("licence.max_computers"),
        /** how long a licence counts */
        LICENCE_YEARS("licence.valid_years");

        private final String key;

        Switch(String key) {
            this.key = key;
        }

        /** The switch of that name. */
        public static Optional<Switch> of(String key) {
            return Arrays.stream(values())
                    .filter(known -> known.key.equals(key))
                    .findFirst();
        }

        /** Its name in the handbook. */
        public String key() {
            return key;
        }
    }
}
