package io.kouan.platform.customs;

import io.kouan.ceb.message.Document;

/** The four documents of one parcel, complete: order (订单), payment (支付单), waybill (运单), inventory (清单). */
public record Chain(Document order, Document payment, Document waybill, Document inventory) {}
