package io.kouan.platform.credentials;

import io.kouan.ceb.message.Bytes;
import java.util.Optional;

/**
 * A card to be issued, as the window has it before it.
 *
 * @param number 卡号, as printed on the medium; empty for a card in a file, which gets one
 * @param receiver who fetches it; empty while nobody has
 * @param from row of the pre-entry it comes from
 */
public record CardOrder(
        long enterprise,
        CardKind kind,
        String medium,
        String number,
        Card.Holder holder,
        KeySource keys,
        Optional<Receiver> receiver,
        Optional<Origin> from) {

    /** Who fetched the card (领取人). */
    public record Receiver(String name, String idNumber) {

        /** Shows nothing personal. */
        @Override
        public String toString() {
            return "receiver";
        }
    }

    /** A row of a pre-entry; {@link #MACHINE_ROW} is its encryption machine. */
    public record Origin(long record, int row) {

        static final int MACHINE_ROW = -1;
    }

    /** Where the key pair is. */
    public sealed interface KeySource {

        /** In the medium or the machine, which has made a request (PKCS#10); the port never sees the private key. */
        record Request(Bytes content) implements KeySource {}

        /**
         * In a file that is made for the holder: the private key leaves the port once and is kept nowhere.
         *
         * @param sm2 SM2, else RSA
         * @param pin chosen by the holder
         */
        record Software(boolean sm2, String pin) implements KeySource {

            /** Never shows the PIN. */
            @Override
            public String toString() {
                return "software";
            }
        }
    }
}
