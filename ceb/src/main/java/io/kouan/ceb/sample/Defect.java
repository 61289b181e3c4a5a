package io.kouan.ceb.sample;

import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Entity;
import io.kouan.ceb.port.PortProfile;
import java.math.BigDecimal;
import java.util.ArrayList;

/** A deliberate mistake in a chain, with the code that its inventory's receipt will carry. */
public enum Defect {
    /** */
    PAYMENT_AMOUNT_DIFFERS("1332") {
        @Override
        public SampleChain in(SampleChain chain) {
            var paid = new BigDecimal(chain.payment().head().text("amountPaid")).add(BigDecimal.ONE);
            return withPayment(chain, chain.payment().head().edit().set("amountPaid", paid.toPlainString()));
        }
    },
    /** */
    BUYER_NAME_DIFFERS("13127") {
        @Override
        public SampleChain in(SampleChain chain) {
            return withInventory(chain, chain.inventory().head().edit().set("buyerName", "钱不同"));
        }
    },
    /** */
    BUYER_TELEPHONE_DIFFERS("130126") {
        @Override
        public SampleChain in(SampleChain chain) {
            return withInventory(chain, chain.inventory().head().edit().set("buyerTelephone", "10000000000"));
        }
    },
    /** */
    LINE_COUNT_DIFFERS("1320") {
        @Override
        public SampleChain in(SampleChain chain) {
            var lines = new ArrayList<>(chain.order().lines());
            lines.add(lines.getLast()
                    .edit()
                    .set("gnum", String.valueOf(lines.size() + 1))
                    .set("price", "0")
                    .set("totalPrice", "0")
                    .set("note", "赠品")
                    .build());
            return with(
                    chain,
                    new Document(chain.order().head(), lines),
                    chain.payment(),
                    chain.waybill(),
                    chain.inventory());
        }
    },
    /** */
    LINE_DIFFERS("1322") {
        @Override
        public SampleChain in(SampleChain chain) {
            var lines = new ArrayList<>(chain.inventory().lines());
            lines.set(0, lines.getFirst().edit().set("gname", "其他商品").build());
            return with(
                    chain,
                    chain.order(),
                    chain.payment(),
                    chain.waybill(),
                    new Document(chain.inventory().head(), lines));
        }
    },
    /** */
    ORDER_HEAD_DIFFERS("90093") {
        @Override
        public SampleChain in(SampleChain chain) {
            return withInventory(chain, chain.inventory().head().edit().set("ebcName", "沙箱另一家商贸有限公司"));
        }
    },
    /** */
    PAYMENT_ENTERPRISE_DIFFERS("13035") {
        @Override
        public SampleChain in(SampleChain chain) {
            return withOrder(
                    chain,
                    chain.order()
                            .head()
                            .edit()
                            .set("payCode", PortProfile.current().customsArea() + "990099"));
        }
    },
    /** */
    PAYER_IS_NOT_BUYER("1327") {
        @Override
        public SampleChain in(SampleChain chain) {
            return withPayment(chain, chain.payment().head().edit().set("payerName", "钱不同"));
        }
    },
    /** */
    WAYBILL_DIFFERS("90100") {
        @Override
        public SampleChain in(SampleChain chain) {
            return withWaybill(chain, chain.waybill().head().edit().set("orderNo", chain.orderNo() + "X"));
        }
    },
    /** */
    FREIGHT_DIFFERS("90102") {
        @Override
        public SampleChain in(SampleChain chain) {
            return withWaybill(chain, chain.waybill().head().edit().set("freight", "3.21"));
        }
    },
    /** a cent, which the order's own check lets pass as rounding */
    GOODS_VALUE_DIFFERS("90103") {
        @Override
        public SampleChain in(SampleChain chain) {
            var head = chain.order().head();
            var more = new BigDecimal(head.text("goodsValue")).add(CENT);
            var discount = new BigDecimal(head.text("discount")).add(CENT);
            return withOrder(
                    chain,
                    head.edit().set("goodsValue", more.toPlainString()).set("discount", discount.toPlainString()));
        }
    },
    /** */
    WAYBILL_ADDRESS_DIFFERS("90101") {
        @Override
        public SampleChain in(SampleChain chain) {
            return withWaybill(chain, chain.waybill().head().edit().set("consigneeAddress", "北京市海淀区另一条路1号"));
        }
    };

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final String receiptCode;

    Defect(String receiptCode) {
        this.receiptCode = receiptCode;
    }

    /** The chain with this mistake; nothing else changes. */
    public abstract SampleChain in(SampleChain chain);

    /** The code inside {@code [Code:…;Desc:…]} of the receipt. */
    public String receiptCode() {
        return receiptCode;
    }

    private static SampleChain withOrder(SampleChain chain, Entity.Builder head) {
        return with(
                chain,
                new Document(head.build(), chain.order().lines()),
                chain.payment(),
                chain.waybill(),
                chain.inventory());
    }

    private static SampleChain withWaybill(SampleChain chain, Entity.Builder head) {
        return with(
                chain,
                chain.order(),
                chain.payment(),
                new Document(head.build(), chain.waybill().lines()),
                chain.inventory());
    }

    private static SampleChain withPayment(SampleChain chain, Entity.Builder head) {
        return with(
                chain,
                chain.order(),
                new Document(head.build(), chain.payment().lines()),
                chain.waybill(),
                chain.inventory());
    }

    private static SampleChain withInventory(SampleChain chain, Entity.Builder head) {
        return with(
                chain,
                chain.order(),
                chain.payment(),
                chain.waybill(),
                new Document(head.build(), chain.inventory().lines()));
    }

    private static SampleChain with(
            SampleChain chain, Document order, Document payment, Document waybill, Document inventory) {
        return new SampleChain(chain.number(), chain.orderNo(), chain.agent(), order, payment, waybill, inventory);
    }
}
