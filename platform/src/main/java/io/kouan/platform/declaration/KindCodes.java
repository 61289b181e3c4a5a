package io.kouan.platform.declaration;

import static io.kouan.platform.customs.CustomsCode.*;

import io.kouan.platform.customs.CustomsCode;

/** Which code says the same thing about each kind of document. */
record KindCodes(CustomsCode exists, CustomsCode notFound, CustomsCode locked, CustomsCode older) {

    private static final KindCodes ORDER = new KindCodes(ORDER_EXISTS, ORDER_NOT_FOUND, ORDER_LOCKED, OLDER_ORDER);
    private static final KindCodes PAYMENT =
            new KindCodes(PAYMENT_EXISTS, PAYMENT_NOT_FOUND, PAYMENT_LOCKED, OLDER_PAYMENT);
    private static final KindCodes WAYBILL =
            new KindCodes(WAYBILL_EXISTS, WAYBILL_NOT_FOUND, WAYBILL_LOCKED, OLDER_DOCUMENT);
    private static final KindCodes INVENTORY =
            new KindCodes(INVENTORY_EXISTS, INVENTORY_NOT_FOUND, STATE_FORBIDS_CHANGE, OLDER_DOCUMENT);
    private static final KindCodes IN_LIST =
            new KindCodes(DOCUMENT_EXISTS, DOCUMENT_NOT_FOUND, STATE_FORBIDS_CHANGE, OLDER_IN_LIST);
    private static final KindCodes OTHER =
            new KindCodes(DOCUMENT_EXISTS, DOCUMENT_NOT_FOUND, STATE_FORBIDS_CHANGE, OLDER_DOCUMENT);

    static KindCodes of(String messageType) {
        return switch (messageType) {
            case "CEB311" -> ORDER;
            case "CEB411" -> PAYMENT;
            case "CEB511" -> WAYBILL;
            case "CEB621" -> INVENTORY;
            case "CEB711" -> IN_LIST;
            default -> OTHER;
        };
    }
}
