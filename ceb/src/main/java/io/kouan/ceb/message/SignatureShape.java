package io.kouan.ceb.message;

import io.kouan.ceb.finding.FindingCode;

/** What is wrong with the shape of a signature, before anything is computed (signature.md, sections 2 and 6). */
public enum SignatureShape implements FindingCode {
    UNKNOWN_PART("CEB-1101"),
    REPEATED_PART("CEB-1102"),
    MISSING_PART("CEB-1103"),
    NOT_BASE64("CEB-1104"),
    SECOND_SIGNATURE("CEB-1105"),
    MISPLACED_SIGNATURE("CEB-1106");

    private final String code;

    SignatureShape(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
