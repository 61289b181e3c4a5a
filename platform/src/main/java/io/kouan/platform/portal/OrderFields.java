package io.kouan.platform.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which fields of order, payment, waybill and inventory stand side by side, because they say the same thing. */
final class OrderFields {

    static final String ORDER = "CEB311";
    static final String PAYMENT = "CEB411";
    static final String WAYBILL = "CEB511";
    static final String INVENTORY = "CEB621";

    /** The documents of a parcel in the order of their columns. */
    static final List<String> TYPES = List.of(ORDER, PAYMENT, WAYBILL, INVENTORY);

    /** A row: a field of each document, where it has one. The first one's name is the row's label. */
    record Row(String labelType, Map<String, String> fieldByType) {
        String label() {
            return fieldByType.getOrDefault(labelType, "");
        }
    }

    static final List<Row> HEAD = List.of(
            row(ORDER, "orderNo", PAYMENT, "orderNo", WAYBILL, "orderNo", INVENTORY, "orderNo"),
            row(ORDER, "ebpCode", PAYMENT, "ebpCode", INVENTORY, "ebpCode"),
            row(ORDER, "ebpName", PAYMENT, "ebpName", INVENTORY, "ebpName"),
            row(ORDER, "ebcCode", INVENTORY, "ebcCode"),
            row(ORDER, "ebcName", INVENTORY, "ebcName"),
            row(ORDER, "buyerName", PAYMENT, "payerName", INVENTORY, "buyerName"),
            row(ORDER, "buyerIdNumber", PAYMENT, "payerIdNumber", INVENTORY, "buyerIdNumber"),
            row(ORDER, "buyerTelephone", INVENTORY, "buyerTelephone"),
            row(ORDER, "consignee", WAYBILL, "consignee"),
            row(ORDER, "consigneeTelephone", WAYBILL, "consigneeTelephone"),
            row(ORDER, "consigneeAddress", WAYBILL, "consigneeAddress", INVENTORY, "consigneeAddress"),
            row(ORDER, "payCode", PAYMENT, "payCode"),
            row(ORDER, "payTransactionId", PAYMENT, "payTransactionId"),
            row(ORDER, "acturalPaid", PAYMENT, "amountPaid"),
            row(ORDER, "goodsValue"),
            row(ORDER, "freight", WAYBILL, "freight", INVENTORY, "freight"),
            row(WAYBILL, "insuredFee", INVENTORY, "insuredFee"),
            row(ORDER, "discount"),
            row(ORDER, "taxTotal"),
            row(WAYBILL, "logisticsCode", INVENTORY, "logisticsCode"),
            row(WAYBILL, "logisticsNo", INVENTORY, "logisticsNo"),
            row(WAYBILL, "billNo", INVENTORY, "billNo"),
            row(WAYBILL, "weight", INVENTORY, "grossWeight"),
            row(INVENTORY, "tradeMode"),
            row(INVENTORY, "agentName"),
            row(INVENTORY, "customsCode"),
            row(INVENTORY, "copNo"));

    static final List<Row> LINE = List.of(
            row(ORDER, "itemNo", INVENTORY, "itemNo"),
            row(ORDER, "itemName", INVENTORY, "gname"),
            row(INVENTORY, "gcode"),
            row(ORDER, "qty", INVENTORY, "qty"),
            row(ORDER, "unit", INVENTORY, "unit"),
            row(ORDER, "price", INVENTORY, "price"),
            row(ORDER, "totalPrice", INVENTORY, "totalPrice"),
            row(ORDER, "country", INVENTORY, "country"));

    private OrderFields() {}

    private static Row row(String type, String field, String... more) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(type, field);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return new Row(type, fields);
    }
}
