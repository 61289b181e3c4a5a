package io.kouan.ceb.signature;

import io.kouan.ceb.finding.FindingCode;

/** Why a signature does not stand, and what lenient verification forgave. */
public enum SignatureCode implements FindingCode {
    UNKNOWN_CANONICALIZATION("CEB-5001"),
    UNKNOWN_ALGORITHM("CEB-5002"),
    ALGORITHMS_DO_NOT_PAIR("CEB-5003"),
    ALGORITHM_DOES_NOT_FIT_KEY("CEB-5004"),
    REFERENCE_NOT_WHOLE_DOCUMENT("CEB-5005"),
    WRONG_TRANSFORM("CEB-5006"),
    DIGEST_DIFFERS("CEB-5007"),
    VALUE_DOES_NOT_VERIFY("CEB-5008"),
    CERTIFICATE_MISSING("CEB-5009"),
    CERTIFICATE_UNREADABLE("CEB-5010"),
    FORGAVE_LINE_BREAK("CEB-5011"),
    FORGAVE_SIGNED_INFO_SPACE("CEB-5012"),
    FORGAVE_ALGORITHM_NAMES("CEB-5013");

    private final String code;

    SignatureCode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
