package io.kouan.platform.customs;

import io.kouan.ceb.finding.FindingCode;

/** What the judge finds when documents are held against each other, against what is known, and against the clock. */
public enum CustomsCode implements FindingCode {
    ORDER_HEAD_DIFFERS("CUS-1001"),
    BUYER_NAME_DIFFERS("CUS-1002"),
    BUYER_ID_DIFFERS("CUS-1003"),
    BUYER_TELEPHONE_DIFFERS("CUS-1004"),
    LINE_COUNT_DIFFERS("CUS-1005"),
    LINE_DIFFERS("CUS-1006"),
    PAYMENT_PLATFORM_DIFFERS("CUS-1007"),
    PAYMENT_ENTERPRISE_DIFFERS("CUS-1008"),
    AMOUNT_DIFFERS("CUS-1009"),
    PAYER_IS_NOT_BUYER("CUS-1010"),
    WAYBILL_DIFFERS("CUS-1011"),
    CONSIGNEE_DIFFERS("CUS-1012"),
    FREIGHT_DIFFERS("CUS-1013"),
    GOODS_VALUE_DIFFERS("CUS-1014"),

    ORDER_EXISTS("CUS-1101"),
    PAYMENT_EXISTS("CUS-1102"),
    WAYBILL_EXISTS("CUS-1103"),
    INVENTORY_EXISTS("CUS-1104"),
    DOCUMENT_EXISTS("CUS-1105"),

    ORDER_NOT_FOUND("CUS-1111"),
    PAYMENT_NOT_FOUND("CUS-1112"),
    WAYBILL_NOT_FOUND("CUS-1113"),
    INVENTORY_NOT_FOUND("CUS-1114"),
    DOCUMENT_NOT_FOUND("CUS-1115"),

    ORDER_LOCKED("CUS-1121"),
    PAYMENT_LOCKED("CUS-1122"),
    WAYBILL_LOCKED("CUS-1123"),
    INVENTORY_RELEASED("CUS-1124"),
    STATE_FORBIDS_CHANGE("CUS-1125"),
    STATE_FORBIDS_DELETE("CUS-1126"),

    OLDER_ORDER("CUS-1131"),
    OLDER_PAYMENT("CUS-1132"),
    OLDER_DOCUMENT("CUS-1133"),
    TIME_OUT_OF_WINDOW("CUS-1134"),
    OLDER_IN_LIST("CUS-1135"),

    WAITED_TOO_LONG("CUS-1141"),
    SYSTEM_ERROR("CUS-1142");

    private final String code;

    CustomsCode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
