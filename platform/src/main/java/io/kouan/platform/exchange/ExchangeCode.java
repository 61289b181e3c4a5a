package io.kouan.platform.exchange;

import io.kouan.ceb.finding.FindingCode;

/** What can be wrong at the door. */
public enum ExchangeCode implements FindingCode {
    CREDENTIAL_MISSING("EX-1001"),
    CREDENTIAL_UNKNOWN("EX-1002"),
    BODY_TOO_LARGE("EX-1003"),
    BODY_TRUNCATED("EX-1004"),
    BODY_ENCODED("EX-1005"),
    BAD_PARAMETER("EX-1006"),
    NO_SUCH_MESSAGE("EX-1007"),
    NO_SUCH_ENDPOINT("EX-1008"),
    PORT_HAS_NO_CERTIFICATE("EX-1009"),
    NOT_ENCRYPTED("EX-1010"),

    SENDER_IS_NOT_CHANNEL("EX-1101"),
    RECEIVER_UNKNOWN("EX-1102"),
    NOT_A_DECLARATION("EX-1103"),
    COP_CODE_IS_NOT_CHANNEL("EX-1104"),
    DXP_ID_IS_NOT_CHANNEL("EX-1105"),
    SIGNATURE_MISSING("EX-1106"),
    SIGNATURE_ABSENT_ACCEPTED("EX-1107"),
    CERTIFICATE_UNKNOWN("EX-1108"),
    CERTIFICATE_EXPIRED("EX-1109"),
    CERTIFICATE_NOT_YET_VALID("EX-1110"),
    CERTIFICATE_REVOKED("EX-1111"),
    CERTIFICATE_OF_ANOTHER("EX-1112"),

    MESSAGE_ID_TAKEN("EX-1201"),
    TOO_BUSY("EX-1202"),
    DATABASE_AWAY("EX-1203"),
    STORAGE_FULL("EX-1204"),
    OUR_FAULT("EX-1205");

    private final String code;

    ExchangeCode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
