package io.kouan.ceb.certificate;

/**
 * What the certificate of a card (法人卡, 操作员卡) or of an encryption machine says (signature.md, section 7). Holder and number are
 * personal data.
 *
 * @param enterprise registered name
 * @param creditCode unified social credit code, eighteen characters
 * @param holder name on the card
 * @param holderNumber number of the holder's identity document; empty for a machine
 * @param cardNumber number of the card
 * @param addresses where the port says which certificates are revoked
 */
public record CardContents(
        String enterprise,
        String creditCode,
        String holder,
        String holderNumber,
        String cardNumber,
        Addresses addresses) {

    /** What the key may be used for. */
    public enum Use {
        /** a person's card: signs, and signs in */
        CARD,
        /** an encryption machine (加密机): signs, and contents can be sealed to it */
        MACHINE,
        /** says in the authority's name which certificates are revoked (OCSP) */
        RESPONDER
    }

    /** Addresses of the revocation list (CRL) and of the responder (OCSP). */
    public record Addresses(String revocationList, String responder) {}

    /** Says who it is for and nothing personal. */
    @Override
    public String toString() {
        return cardNumber + " " + creditCode;
    }
}
