package io.kouan.platform.port;

import io.kouan.ceb.signature.Strictness;

/** How strictly the port takes signatures (decisions 14 to 16). */
public enum Profile {
    /** every declare message must be signed, to the letter of XMLDSig */
    STRICT(Strictness.STRICT),
    /** unsigned messages pass where the schema lets them, known deviations are forgiven; both with a warning */
    LENIENT(Strictness.LENIENT);

    private final Strictness strictness;

    Profile(Strictness strictness) {
        this.strictness = strictness;
    }

    public Strictness strictness() {
        return strictness;
    }
}
