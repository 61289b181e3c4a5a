package io.kouan.ceb.lint;

import io.kouan.ceb.finding.FindingCode;

/** What the schema lets pass in a single field, and the specification's text or tables do not. */
public enum ContentCode implements FindingCode {
    NOT_IN_CODE_TABLE("CEB-3001"),
    NOT_A_DATE("CEB-3002"),
    MANDATORY_BUT_EMPTY("CEB-3003"),
    GUID_FORM("CEB-3004"),
    GUID_TWICE("CEB-3005"),
    KEY_TWICE("CEB-3006"),
    ID_NUMBER_WRONG("CEB-3007"),
    ENTERPRISE_CODE_WRONG("CEB-3008"),
    NO_SUCH_ORDER_OPERATION("CEB-3009"),
    NO_SUCH_PAYMENT_OPERATION("CEB-3010"),
    NO_SUCH_WAYBILL_OPERATION("CEB-3011"),
    NO_SUCH_STATUS_OPERATION("CEB-3012"),
    NO_SUCH_INVENTORY_OPERATION("CEB-3013"),
    NO_SUCH_CANCELLATION_OPERATION("CEB-3014"),
    NO_SUCH_OPERATION("CEB-3015");

    private final String code;

    ContentCode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
