package io.kouan.platform.customs;

import static io.kouan.platform.customs.CustomsCode.AMOUNT_DIFFERS;
import static io.kouan.platform.customs.CustomsCode.BUYER_ID_DIFFERS;
import static io.kouan.platform.customs.CustomsCode.BUYER_NAME_DIFFERS;
import static io.kouan.platform.customs.CustomsCode.BUYER_TELEPHONE_DIFFERS;
import static io.kouan.platform.customs.CustomsCode.CONSIGNEE_DIFFERS;
import static io.kouan.platform.customs.CustomsCode.FREIGHT_DIFFERS;
import static io.kouan.platform.customs.CustomsCode.GOODS_VALUE_DIFFERS;
import static io.kouan.platform.customs.CustomsCode.LINE_COUNT_DIFFERS;
import static io.kouan.platform.customs.CustomsCode.LINE_DIFFERS;
import static io.kouan.platform.customs.CustomsCode.ORDER_HEAD_DIFFERS;
import static io.kouan.platform.customs.CustomsCode.PAYER_IS_NOT_BUYER;
import static io.kouan.platform.customs.CustomsCode.PAYMENT_ENTERPRISE_DIFFERS;
import static io.kouan.platform.customs.CustomsCode.PAYMENT_PLATFORM_DIFFERS;
import static io.kouan.platform.customs.CustomsCode.WAYBILL_DIFFERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.sample.SampleChains.Mode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The three-document match, rule by rule: {@link Parcel} agrees until a test writes one field differently. */
class MatchingTest {

    @ParameterizedTest
    @EnumSource(Mode.class)
    @DisplayName("R-093 to R-103: documents that fit together match, whatever the mode")
    void documentsThatFitTogetherMatch(Mode mode) {
        for (long number = 0; number < 200; number++) {
            assertThat(Parcel.of(number, mode).mismatches()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderNo", "ebpCode", "ebpName", "ebcCode", "ebcName"})
    @DisplayName("R-093: the inventory names the order's number, platform and e-commerce enterprise")
    void inventoryNamesTheOrdersEnterprises(String field) {
        assertThat(Parcel.bonded().inventory(field, "OTHER").codes()).contains(ORDER_HEAD_DIFFERS);
    }

    @Test
    @DisplayName("R-094: the inventory names the order's buyer")
    void inventoryNamesTheOrdersBuyer() {
        var parcel = Parcel.bonded();

        assertThat(parcel.inventory("buyerName", "钱不同").codes()).containsExactly(BUYER_NAME_DIFFERS);
        assertThat(parcel.inventory("buyerIdNumber", "11010519491231002X").codes())
                .containsExactly(BUYER_ID_DIFFERS);
        assertThat(parcel.inventory("buyerIdType", "2").codes()).containsExactly(BUYER_ID_DIFFERS);
        assertThat(parcel.inventory("buyerTelephone", "10000999999").codes()).containsExactly(BUYER_TELEPHONE_DIFFERS);
    }

    @Test
    @DisplayName("R-095: another number of lines is told once, without comparing line by line")
    void numberOfLinesIsTheSame() {
        var parcel = Parcel.ofManyLines();
        var fewer = parcel.chain().order().lines().subList(1, 3);

        assertThat(parcel.orderLines(fewer).codes()).containsExactly(LINE_COUNT_DIFFERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gname", "unit", "country", "qty", "price", "itemNo", "barCode"})
    @DisplayName("R-096: a line agrees in name, unit, origin, quantity, price, item number and bar code")
    void linesAgree(String field) {
        var mismatches = Parcel.ofManyLines()
                .inventoryLine(1, line -> line.set(field, "777"))
                .mismatches();

        assertThat(mismatches).singleElement().satisfies(mismatch -> {
            assertThat(mismatch.finding().code()).isEqualTo(LINE_DIFFERS);
            assertThat(mismatch.sides()).allMatch(side -> side.line() == 1);
            assertThat(mismatch.sides()).extracting(Mismatch.Side::type).containsExactly("CEB311", "CEB621");
        });
    }

    @Test
    @DisplayName("R-096: a line's total differs, and with it the sum (R-103)")
    void lineTotalsAgree() {
        var parcel = Parcel.bonded().inventoryLine(0, line -> line.set("totalPrice", "1"));

        assertThat(parcel.codes()).containsExactly(LINE_DIFFERS, GOODS_VALUE_DIFFERS);
    }

    @Test
    @DisplayName("R-096: item number and bar code count only where both documents have them")
    void whatOneDocumentLeavesOutIsNotCompared() {
        var parcel = Parcel.bonded()
                .inventoryLine(0, line -> line.drop("itemNo").set("barCode", ""))
                .orderLine(0, line -> line.drop("barCode"));

        assertThat(parcel.codes()).isEmpty();
    }

    @Test
    @DisplayName("R-096: lines correspond by number, not by the order in which they stand")
    void linesCorrespondByNumber() {
        var parcel = Parcel.ofManyLines();
        var turned = new ArrayList<>(parcel.chain().inventory().lines());
        Collections.reverse(turned);

        assertThat(parcel.inventoryLines(turned).codes()).isEmpty();
    }

    @Test
    @DisplayName("R-096: a line without counterpart differs")
    void everyLineHasItsCounterpart() {
        var parcel = Parcel.ofManyLines().inventoryLine(2, line -> line.set("gnum", "98"));

        assertThat(parcel.codes()).containsExactly(LINE_DIFFERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderNo", "ebpCode", "ebpName"})
    @DisplayName("R-097: the payment belongs to this order and this platform")
    void paymentBelongsToTheOrder(String field) {
        assertThat(Parcel.bonded().payment(field, "OTHER").codes()).containsExactly(PAYMENT_PLATFORM_DIFFERS);
    }

    @Test
    @DisplayName("R-097: the payment comes from the enterprise that the order states, if it states one")
    void paymentComesFromTheStatedEnterprise() {
        var other = Parcel.bonded().payment("payCode", "OTHER");

        assertThat(other.codes()).containsExactly(PAYMENT_ENTERPRISE_DIFFERS);
        assertThat(other.order(head -> head.drop("payCode").drop("payName").drop("payTransactionId"))
                        .codes())
                .isEmpty();
    }

    @Test
    @DisplayName("R-098: amountPaid is acturalPaid, without tolerance")
    void amountPaidIsTheOrdersAmount() {
        var parcel = Parcel.bonded();
        var paid = new BigDecimal(parcel.chain().payment().head().text("amountPaid"));
        var more = paid.add(new BigDecimal("0.00001")).toPlainString();

        assertThat(parcel.payment("amountPaid", more).codes()).containsExactly(AMOUNT_DIFFERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s.00000", "0%s", "+%s", " %s "})
    @DisplayName("R-098: amounts are compared by value, not as text")
    void amountsAreComparedByValue(String written) {
        var parcel = Parcel.bonded().order("acturalPaid", "250").payment("amountPaid", written.formatted("250"));

        assertThat(parcel.codes()).isEmpty();
    }

    @Test
    @DisplayName("R-099: the payer is the buyer, by name and by ID number")
    void payerIsTheBuyer() {
        var parcel = Parcel.bonded();

        assertThat(parcel.payment("payerName", "钱不同").codes()).containsExactly(PAYER_IS_NOT_BUYER);
        assertThat(parcel.payment("payerIdNumber", "11010519491231002X").codes())
                .containsExactly(PAYER_IS_NOT_BUYER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"logisticsCode", "logisticsNo", "orderNo"})
    @DisplayName("R-100: waybill and inventory name the same carrier, waybill and order")
    void waybillBelongsToTheInventory(String field) {
        assertThat(Parcel.bonded().waybill(field, "OTHER").codes()).containsExactly(WAYBILL_DIFFERS);
    }

    @Test
    @DisplayName("R-100: the bill number counts for direct purchase only")
    void billNumberCountsForDirectPurchase() {
        assertThat(Parcel.direct().waybill("billNo", "OTHER").codes()).containsExactly(WAYBILL_DIFFERS);
        assertThat(Parcel.bonded().waybill("billNo", "OTHER").codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"consignee", "consigneeTelephone", "consigneeAddress"})
    @DisplayName("R-101: the waybill goes to the order's consignee")
    void waybillGoesToTheOrdersConsignee(String field) {
        assertThat(Parcel.bonded().waybill(field, "OTHER").codes()).containsExactly(CONSIGNEE_DIFFERS);
    }

    @Test
    @DisplayName("R-101: the inventory's address is theirs")
    void inventoryHasTheirAddress() {
        assertThat(Parcel.bonded().inventory("consigneeAddress", "OTHER").codes())
                .containsExactly(CONSIGNEE_DIFFERS);
    }

    @Test
    @DisplayName("R-101: spaces around do not count, and several count as one, the wide one too")
    void spacesDoNotCount() {
        var parcel = Parcel.bonded()
                .order("consigneeAddress", "珠海市 沙箱路 1号")
                .waybill("consigneeAddress", "  珠海市\u3000沙箱路 \t 1号\u3000")
                .inventory("consigneeAddress", "珠海市  沙箱路\n1号");

        assertThat(parcel.codes()).isEmpty();
        assertThat(parcel.waybill("consigneeAddress", "珠海市沙箱路1号").codes()).containsExactly(CONSIGNEE_DIFFERS);
    }

    @Test
    @DisplayName("R-102: freight and insurance of the inventory are the order's freight")
    void freightIsTheOrdersFreight() {
        var parcel = Parcel.bonded().waybill("freight", "0");

        assertThat(parcel.inventory("freight", "9").codes()).containsExactly(FREIGHT_DIFFERS);
        assertThat(parcel.inventory("freight", "9")
                        .inventory("insuredFee", "1.00")
                        .codes())
                .isEmpty();
    }

    @Test
    @DisplayName("R-102: the waybill's freight and insurance are the inventory's where they are not 0")
    void waybillsFreightIsTheInventorys() {
        var parcel = Parcel.bonded();

        assertThat(parcel.waybill("freight", "11").codes()).containsExactly(FREIGHT_DIFFERS);
        assertThat(parcel.waybill("insuredFee", "1").codes()).containsExactly(FREIGHT_DIFFERS);
        assertThat(parcel.waybill("freight", "0.00").codes()).isEmpty();
    }

    @Test
    @DisplayName("R-103: the inventory's line totals are the order's goods value")
    void lineTotalsAreTheGoodsValue() {
        assertThat(Parcel.ofManyLines().order("goodsValue", "0.01").codes()).containsExactly(GOODS_VALUE_DIFFERS);
    }

    @Test
    @DisplayName("R-104: all that differs is told at once, in the order of the rules")
    void allThatDiffersIsTold() {
        var parcel = Parcel.bonded()
                .waybill("consignee", "钱不同")
                .payment("amountPaid", "3197.95")
                .inventory("buyerName", "钱不同")
                .inventory("buyerTelephone", "10000999999");

        assertThat(parcel.codes())
                .containsExactlyElementsOf(
                        List.of(BUYER_NAME_DIFFERS, BUYER_TELEPHONE_DIFFERS, AMOUNT_DIFFERS, CONSIGNEE_DIFFERS));
    }

    @Test
    @DisplayName(
            "R-104: a mismatch names both documents with field and value as declared, so that they can be shown side by side")
    void mismatchNamesBothSides() {
        var mismatch = Parcel.bonded()
                .order("acturalPaid", "561.89")
                .payment("amountPaid", "3197.95")
                .mismatches()
                .getFirst();

        assertThat(mismatch.sides())
                .containsExactly(
                        new Mismatch.Side("CEB311", "acturalPaid", -1, "561.89"),
                        new Mismatch.Side("CEB411", "amountPaid", -1, "3197.95"));
    }
}
