package io.kouan.platform.customs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.sample.Defect;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.sample.SampleChains.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictsTest {

    @Test
    @DisplayName("R-098: the receipt carries customs' own words and the two amounts")
    void receiptCarriesCustomsWords() {
        var mismatches = Parcel.bonded()
                .order("acturalPaid", "561.89")
                .payment("amountPaid", "3197.95")
                .mismatches();

        assertThat(Verdicts.mismatches(mismatches))
                .isEqualTo(
                        "[Code:1332;Desc:支付单支付金额与订单支付金额不一致],[OrderHead.acturalPaid:561.89,PaymentHead.amountPaid:3197.95]");
    }

    @Test
    @DisplayName("R-104: further mismatches stand behind the first, each code once")
    void furtherMismatchesStandBehindTheFirst() {
        var text = Verdicts.mismatches(Parcel.ofManyLines()
                .inventoryLine(0, line -> line.set("unit", "777").set("country", "777"))
                .payment("amountPaid", "1")
                .mismatches());

        assertThat(text).startsWith("[Code:1322;Desc:订单清单表体商品项不一致],[OrderList.unit:");
        assertThat(text).containsOnlyOnce("Code:1322").containsOnlyOnce("Code:1332");
        assertThat(text.indexOf("InventoryList.country:777]")).isBetween(1, text.indexOf("Code:1332"));
    }

    @Test
    @DisplayName("R-104: names, numbers and addresses of people do not go through the receipt in full")
    void peopleAreMasked() {
        var parcel = Parcel.bonded();
        var head = parcel.chain().order().head();
        var text = Verdicts.mismatches(parcel.inventory("buyerName", "钱不同")
                .payment("payerIdNumber", "11010519491231002X")
                .waybill("consigneeAddress", "广东省珠海市香洲区另一条路1号")
                .mismatches());

        assertThat(text).contains("Code:13127", "Code:1327", "Code:90101");
        assertThat(text)
                .doesNotContain("钱不同", "11010519491231002X", "另一条路")
                .doesNotContain(head.text("buyerName"), head.text("buyerIdNumber"), head.text("consigneeAddress"));
    }

    @Test
    @DisplayName("R-001: a receipt's text has at most 1000 characters, however much differs")
    void textIsBounded() {
        var parcel = Parcel.ofManyLines();
        for (int i = 0; i < 3; i++) {
            parcel = parcel.inventoryLine(
                    i,
                    line -> line.set("gname", "名".repeat(250))
                            .set("unit", "777")
                            .set("country", "777")
                            .set("itemNo", "编".repeat(20)));
        }

        assertThat(Verdicts.mismatches(parcel.mismatches()).length()).isBetween(900, 1000);
    }

    @ParameterizedTest
    @EnumSource(Defect.class)
    @DisplayName("R-105: each planted defect returns the inventory with the code it was planted for")
    void plantedDefectsAreFound(Defect defect) {
        var chain = defect.in(new SampleChains(104, Instant.parse("2026-11-11T02:00:00Z")).chain(1, Mode.DIRECT_9610));
        var mismatches = Matching.of(
                new Chain(chain.order(), chain.payment(), chain.waybill(), chain.inventory()), MatchRules.STRICT);

        assertThat(mismatches).isNotEmpty();
        assertThat(Verdicts.status(mismatches.getFirst().finding())).isEqualTo(100);
        assertThat(Verdicts.mismatches(mismatches)).contains("[Code:" + defect.receiptCode() + ";Desc:");
    }

    @Test
    @DisplayName("R-002: a duplicate is a processing failure, a mismatch a business state")
    void failureAndBusinessStateDiffer() {
        var duplicate = Finding.of(CustomsCode.ORDER_EXISTS, Place.WHOLE, "key", "P+1");

        assertThat(Verdicts.status(duplicate)).isEqualTo(-301010);
        assertThat(Verdicts.info(List.of(duplicate))).isEqualTo("处理失败，已存在相同编号的订单，报文业务主键[P+1]");
        assertThat(Verdicts.status(Finding.of(CustomsCode.AMOUNT_DIFFERS, Place.WHOLE)))
                .isEqualTo(100);
    }

    @ParameterizedTest
    @EnumSource(CustomsCode.class)
    @DisplayName("every code of the judge has texts in both languages and a status for the receipt")
    void everyCodeIsExplained(CustomsCode code) {
        var finding = new Finding(code, Place.WHOLE, Map.of());

        assertThat(code.text().receipt()).isPresent();
        for (Language language : Language.values()) {
            assertThat(List.of(finding.what(language), finding.why(language), finding.cure(language)))
                    .noneMatch(String::isBlank);
        }
    }
}
