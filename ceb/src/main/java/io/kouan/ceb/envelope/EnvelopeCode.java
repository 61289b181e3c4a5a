package io.kouan.ceb.envelope;

import io.kouan.ceb.finding.FindingCode;

/** What is wrong with a DXP envelope, or with a sealed content. */
public enum EnvelopeCode implements FindingCode {
    NOT_AN_ENVELOPE("CEB-6001"),
    ENVELOPE_NOT_XML("CEB-6002"),
    ENVELOPE_FORBIDDEN("CEB-6003"),
    ENVELOPE_TOO_LARGE("CEB-6004"),
    ENVELOPE_OUT_OF_BOUNDS("CEB-6005"),
    ENVELOPE_UNKNOWN_ELEMENT("CEB-6006"),
    ENVELOPE_MISSING_ELEMENT("CEB-6007"),
    ENVELOPE_TOO_MANY("CEB-6008"),
    ENVELOPE_OUT_OF_ORDER("CEB-6009"),
    ENVELOPE_TEXT_NOT_ALLOWED("CEB-6010"),
    ENVELOPE_UNKNOWN_ATTRIBUTE("CEB-6011"),
    ENVELOPE_MISSING_ATTRIBUTE("CEB-6012"),
    ENVELOPE_NOT_THE_FIXED_VALUE("CEB-6013"),
    ENVELOPE_LENGTH("CEB-6014"),
    ENVELOPE_NOT_DIGITS("CEB-6015"),
    ENVELOPE_NOT_A_TIME("CEB-6016"),
    ENVELOPE_NOT_BASE64("CEB-6017"),
    ENVELOPE_NO_DATA("CEB-6018"),
    ENVELOPE_NOT_AN_ID("CEB-6019"),
    SEALED_UNREADABLE("CEB-6101"),
    SEALED_FOR_ANOTHER("CEB-6102"),
    SEALED_UNKNOWN_ALGORITHM("CEB-6103"),
    SEALED_BROKEN("CEB-6104"),
    SEALED_TOO_LARGE("CEB-6105");

    private final String code;

    EnvelopeCode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
