package io.kouan.platform.credentials;

import java.time.Instant;
import java.util.Optional;

/**
 * A card (法人卡, 操作员卡) or the certificate of an encryption machine (CA加密证书), handbook S3.
 *
 * @param login the person who signs in with it; empty for a machine
 * @param enabled whether the legal person lets it be used
 * @param serial of the certificate that counts now, lower-case hex
 * @param record pre-entry it came from
 * @param handedOver since when its holder has it; before it does not count
 * @param renewalAsked since when the enterprise waits for a new certificate
 */
public record Card(
        long id,
        long enterprise,
        String number,
        CardKind kind,
        String medium,
        Holder holder,
        String login,
        CardState state,
        boolean enabled,
        String serial,
        Instant validFrom,
        Instant validTo,
        Optional<Long> record,
        Optional<Integer> row,
        String receivedBy,
        Optional<Instant> handedOver,
        Optional<Instant> renewalAsked,
        Instant issuedAt,
        int version) {

    /**
     * Whose card it is (持卡人): personal data. For a machine, model and serial number stand for name and number.
     *
     * @param idType of the list id_type
     */
    public record Holder(String name, String idType, String idNumber, String mobile) {

        /** Shows nothing personal. */
        @Override
        public String toString() {
            return "holder";
        }
    }

    /** Whether its certificate may be used now: for signing in and for messages alike. */
    public boolean counts(Instant now) {
        return state == CardState.NORMAL && enabled && handedOver.isPresent() && validTo.isAfter(now);
    }
}
