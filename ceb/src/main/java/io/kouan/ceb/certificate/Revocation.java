package io.kouan.ceb.certificate;

import java.math.BigInteger;
import java.time.Instant;
import org.bouncycastle.asn1.x509.CRLReason;

/** A certificate that no longer counts, since when and why (RFC 5280, 5.3.1). */
public record Revocation(BigInteger serial, Instant since, Reason reason) {

    /** Why. */
    public enum Reason {
        /** suspended, may count again */
        HOLD(CRLReason.certificateHold),
        /** another certificate took its place */
        SUPERSEDED(CRLReason.superseded),
        /** given up */
        ENDED(CRLReason.cessationOfOperation);

        private final int code;

        Reason(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
