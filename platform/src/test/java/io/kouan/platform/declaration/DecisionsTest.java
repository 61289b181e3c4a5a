package io.kouan.platform.declaration;

import static io.kouan.platform.declaration.Customs.chain;
import static io.kouan.platform.declaration.Customs.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.message.Document;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.platform.customs.MatchRules;
import io.kouan.platform.customs.MatchRules.Freight;
import io.kouan.platform.customs.MatchRules.SourceReceipt;
import io.kouan.platform.declaration.Customs.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of documents as they come. */
class DecisionsTest {

    private static final Map<String, Integer> RELEASED =
            Map.of("CEB311", 120, "CEB411", 120, "CEB511", 120, "CEB621", 800);

    private final Customs customs = new Customs();
    private final SampleChain chain = chain(1);

    static Stream<List<String>> orders() {
        return permutations(List.of("CEB311", "CEB411", "CEB511", "CEB621"));
    }

    private static Stream<List<String>> permutations(List<String> types) {
        if (types.size() < 2) {
            return Stream.of(types);
        }
        var all = new ArrayList<List<String>>();
        for (String first : types) {
            var rest = new ArrayList<>(types);
            rest.remove(first);
            permutations(rest).forEach(tail -> {
                var one = new ArrayList<>(List.of(first));
                one.addAll(tail);
                all.add(one);
            });
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void inWhateverOrderTheDocumentsComeTheInventoryIsReleasedOnce(List<String> order) {
        var told = new ArrayList<Told>();

        order.forEach(type -> told.addAll(customs.take(type, documents().get(type))));

        assertThat(customs.states()).isEqualTo(RELEASED);
        assertThat(told)
                .filteredOn(one -> one.type().equals("CEB621"))
                .extracting(Told::status)
                .containsExactly(2, 120, 800);
        assertThat(told)
                .filteredOn(one -> one.type().equals("CEB311"))
                .extracting(Told::status)
                .containsExactly(2, 120);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whereThePortSaysSoTheSourcesAreTakenInWithTheirMatch(List<String> order) {
        var onMatch = new Customs(new MatchRules(SourceReceipt.ON_MATCH, false, Freight.RETURN));
        var told = new ArrayList<Told>();

        order.forEach(type -> told.addAll(onMatch.take(type, documents().get(type))));

        assertThat(onMatch.states()).isEqualTo(RELEASED);
        assertThat(told.subList(told.size() - 5, told.size()))
                .extracting(Told::type)
                .containsExactly("CEB311", "CEB411", "CEB511", "CEB621", "CEB621");
        assertThat(told)
                .filteredOn(one -> one.type().equals("CEB411"))
                .extracting(Told::status)
                .containsExactly(2, 120);
    }

    @Test
    void anInventoryThatWaitsIsToldWhatIsMissing() {
        customs.take("CEB311", chain.order());

        var told = customs.take("CEB621", chain.inventory());

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().status()).isEqualTo(2);
        assertThat(told.getFirst().info())
                .contains("支付信息不存在", "运单信息不存在", chain.orderNo())
                .doesNotContain("订单信息不存在");
    }

    @Test
    void whatWaitsTooLongIsReturnedWithWhatWasMissing() {
        customs.take("CEB311", chain.order());
        customs.take("CEB621", chain.inventory());

        assertThat(customs.close(Duration.ofHours(24))).isEmpty();
        customs.wait(Duration.ofHours(25));
        var told = customs.close(Duration.ofHours(24));

        assertThat(told).extracting(Told::status).containsExactly(100);
        assertThat(told.getFirst().info()).contains("支付", "运单");
        assertThat(customs.states()).doesNotContainKey("CEB621");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CEB311", "CEB411", "CEB511", "CEB621"})
    void theSameKeyAgainIsRefusedWhileTheFirstIsAlive(String type) {
        customs.take(type, documents().get(type));

        var again = customs.take(type, with(documents().get(type), "guid", "00000000-0000-0000-0000-000000000001"));

        assertThat(again).hasSize(1);
        assertThat(again.getFirst().status()).isNotIn(2, 120, 800);
    }

    @Test
    void aWaybillNumberMayBeUsedAgainAfterSixMonths() {
        customs.take("CEB511", chain.waybill());
        customs.wait(Duration.ofDays(190));

        var again = customs.take("CEB511", with(chain.waybill(), "appTime", "20270520120000"));

        assertThat(again).extracting(Told::status).containsExactly(2, 120);
    }

    @Test
    void aStoredInventoryIsNotJudgedUntilItIsDeclared() {
        customs.take("CEB311", chain.order());
        customs.take("CEB411", chain.payment());
        customs.take("CEB511", chain.waybill());

        assertThat(customs.take("CEB621", with(chain.inventory(), "appStatus", "1")))
                .extracting(Told::status)
                .containsExactly(1);

        assertThat(customs.take("CEB621", with(chain.inventory(), "appType", "2")))
                .extracting(Told::status)
                .containsExactly(2, 120, 800);
    }

    @Test
    void aChangeNeedsSomethingToChange() {
        var told = customs.take("CEB311", with(chain.order(), "appType", "2"));

        assertThat(told).extracting(Told::status).containsExactly(-301009);
    }

    @Test
    void theOrderOfAnotherEnterpriseCannotBeChanged() {
        customs.take("CEB311", chain.order());

        assertThat(customs.take("CEB311", with(chain.order(), "appType", "2"), 8))
                .extracting(Told::status)
                .containsExactly(-301009);
    }

    @Test
    void aSourceDocumentIsLockedOnceItsInventoryIsReleased() {
        documents().forEach(customs::take);

        assertThat(customs.take("CEB411", with(chain.payment(), "appType", "2"))
                        .getFirst()
                        .info())
                .contains("22007");
        assertThat(customs.take("CEB511", with(chain.waybill(), "appType", "3"))
                        .getFirst()
                        .info())
                .contains("22007");
    }

    @ParameterizedTest
    @CsvSource({"CEB311, -301012", "CEB411, -401010", "CEB511, -504014", "CEB621, -621020"})
    void ruleR031AnOperationThatTheKindDoesNotKnowHasACodeOfItsOwn(String type, int status) {
        var port = new Customs(MatchRules.STRICT, new DeclarationConfiguration().documentCheck());

        assertThat(port.take(type, with(documents().get(type), "appType", "9")))
                .extracting(Told::status)
                .containsExactly(status);
    }

    @ParameterizedTest
    @CsvSource({
        "CEB311, -301011, 120",
        "CEB411, -401008, 120",
        "CEB511, -504016, 120",
        "CEB311, -301011, 300",
        "CEB411, -401008, 399",
        "CEB511, -504016, 500",
        "CEB311, 100, 800",
        "CEB411, 100, 800",
        "CEB511, 100, 899"
    })
    void ruleR034ASourceIsLockedWithTheCodeOfItsKindOnceTheInventoryIsTakenIn(String type, int status, int inventory) {
        documents().forEach(customs::take);
        customs.bring("CEB621", inventory);

        for (String appType : List.of("2", "3")) {
            assertThat(customs.take(type, with(documents().get(type), "appType", appType)))
                    .extracting(Told::status)
                    .containsExactly(status);
        }
        assertThat(customs.states()).containsEntry(type, 120);
    }

    @ParameterizedTest
    @CsvSource({"120", "399", "500", "501", "800", "899"})
    void ruleR035OnceCustomsHasTakenAnInventoryInItIsNotChanged(int state) {
        documents().forEach(customs::take);
        customs.bring("CEB621", state);

        assertThat(customs.take("CEB621", with(chain.inventory(), "appType", "2")))
                .extracting(Told::status)
                .containsExactly(-621012);
        assertThat(customs.take("CEB621", with(chain.inventory(), "appType", "3")))
                .extracting(Told::status)
                .containsExactly(-621010);
    }

    @Test
    void ruleR035AnInventoryThatAnOfficerReviewsMayBeChangedButNotDeleted() {
        documents().forEach(customs::take);
        customs.bring("CEB621", 300);

        assertThat(customs.take("CEB621", with(chain.inventory(), "appType", "3")))
                .extracting(Told::status)
                .containsExactly(-621010);
        assertThat(customs.take("CEB621", with(chain.inventory(), "appType", "2")))
                .extracting(Told::status)
                .containsExactly(2, 120, 800);
    }

    @ParameterizedTest
    @CsvSource({"CEB311, -301014", "CEB411, -401012", "CEB511, -505016"})
    void ruleR037AnOlderVersionIsIgnoredAlsoAfterTheNewerOneWasDeleted(String type, int status) {
        customs.take(type, documents().get(type));
        customs.take(type, with(documents().get(type), "appType", "3"));

        assertThat(customs.take(type, with(documents().get(type), "appTime", "20261111090000")))
                .extracting(Told::status)
                .containsExactly(status);
        assertThat(customs.take(type, documents().get(type)))
                .as("the same version may come again")
                .extracting(Told::status)
                .containsExactly(2, 120);
    }

    @Test
    void ruleR099WhereTheBuyersAreVerifiedSomebodyElseMayPay() {
        var verified = new Customs(new MatchRules(SourceReceipt.ON_ARRIVAL, true, Freight.RETURN));
        var payment = with(with(chain.payment(), "payerName", "钱不同"), "payerIdNumber", "11010519491231002X");
        for (Customs port : List.of(customs, verified)) {
            port.take("CEB311", chain.order());
            port.take("CEB411", payment);
            port.take("CEB511", chain.waybill());
        }

        assertThat(customs.take("CEB621", chain.inventory()).getLast().info()).contains("1327");
        assertThat(verified.take("CEB621", chain.inventory()))
                .extracting(Told::status)
                .containsExactly(2, 120, 800);
    }

    @Test
    void ruleR102AFreightThatDiffersIsToldOrReturnedAsThePortSays() {
        var lenient = new Customs(new MatchRules(SourceReceipt.ON_ARRIVAL, false, Freight.WARN));
        var waybill = with(chain.waybill(), "freight", "3.21");
        for (Customs port : List.of(customs, lenient)) {
            port.take("CEB311", chain.order());
            port.take("CEB411", chain.payment());
            port.take("CEB511", waybill);
        }

        assertThat(customs.take("CEB621", chain.inventory()))
                .extracting(Told::status)
                .containsExactly(2, 100);
        var told = lenient.take("CEB621", chain.inventory());
        assertThat(told).extracting(Told::status).containsExactly(2, 120, 800);
        assertThat(told.get(1).info()).startsWith("[Code:1800;").contains("90102", "LogisticsHead.freight:3.21");
    }

    @Test
    void ruleR102WhatElseDiffersIsReturnedTogetherWithTheFreight() {
        var lenient = new Customs(new MatchRules(SourceReceipt.ON_ARRIVAL, false, Freight.WARN));
        lenient.take("CEB311", chain.order());
        lenient.take("CEB411", with(chain.payment(), "payerName", "钱不同"));
        lenient.take("CEB511", with(chain.waybill(), "freight", "3.21"));

        var told = lenient.take("CEB621", chain.inventory());

        assertThat(told).extracting(Told::status).containsExactly(2, 100);
        assertThat(told.getLast().info()).contains("1327", "90102");
    }

    @Test
    void aPaymentThatIsMendedLetsTheWaitingInventoryGo() {
        customs.take("CEB311", chain.order());
        customs.take("CEB511", chain.waybill());
        customs.take("CEB411", with(chain.payment(), "orderNo", "ANOTHER"));
        customs.take("CEB621", chain.inventory());
        assertThat(customs.states()).containsEntry("CEB621", 2);

        customs.take("CEB411", with(chain.payment(), "appType", "2"));

        assertThat(customs.states()).containsEntry("CEB621", 800);
    }

    @Test
    void aReturnedInventoryCanBeChangedAndIsJudgedAgain() {
        customs.take("CEB311", chain.order());
        customs.take("CEB411", chain.payment());
        customs.take("CEB511", chain.waybill());
        assertThat(customs.take("CEB621", with(chain.inventory(), "buyerName", "钱不同")))
                .extracting(Told::status)
                .containsExactly(2, 100);

        assertThat(customs.take("CEB621", with(chain.inventory(), "appType", "2")))
                .extracting(Told::status)
                .containsExactly(2, 120, 800);
    }

    @Test
    void aReturnedInventoryCanAlsoBeDeletedOrDeclaredAnew() {
        customs.take("CEB311", chain.order());
        customs.take("CEB411", chain.payment());
        customs.take("CEB511", chain.waybill());
        var wrong = with(chain.inventory(), "buyerName", "钱不同");
        customs.take("CEB621", wrong);

        assertThat(customs.take("CEB621", with(chain.inventory(), "appType", "3")))
                .extracting(Told::status)
                .containsExactly(2, 120);
        assertThat(customs.take("CEB621", chain.inventory()))
                .extracting(Told::status)
                .containsExactly(2, 120, 800);
    }

    @Test
    void aReleasedInventoryIsNeitherChangedNorDeleted() {
        documents().forEach(customs::take);

        assertThat(customs.take("CEB621", with(chain.inventory(), "appType", "2")))
                .extracting(Told::status)
                .containsExactly(-621012);
        assertThat(customs.take("CEB621", with(chain.inventory(), "appType", "3")))
                .extracting(Told::status)
                .containsExactly(-621010);
        assertThat(customs.states()).isEqualTo(RELEASED);
    }

    @Test
    void aPaymentForTheSameNumberOnAnotherPlatformIsNobodysPayment() {
        customs.take("CEB311", chain.order());
        customs.take("CEB511", chain.waybill());
        customs.take("CEB621", chain.inventory());

        customs.take("CEB411", with(with(chain.payment(), "ebpCode", "4404990099"), "payTransactionId", "ELSEWHERE"));
        assertThat(customs.states()).containsEntry("CEB621", 2);

        customs.take("CEB411", chain.payment());
        assertThat(customs.states()).containsEntry("CEB621", 800);
    }

    @Test
    void anOrderThatNamesItsPaymentWaitsForThatOne() {
        var order =
                with(chain.order(), "payTransactionId", chain.payment().head().text("payTransactionId"));
        customs.take("CEB311", order);
        customs.take("CEB511", chain.waybill());
        customs.take("CEB411", with(chain.payment(), "payTransactionId", "ANOTHER"));
        customs.take("CEB621", chain.inventory());
        assertThat(customs.states()).containsEntry("CEB621", 2);

        customs.take("CEB411", chain.payment());
        assertThat(customs.states()).containsEntry("CEB621", 800);
    }

    @Test
    void anInventoryOfAnotherPlatformDoesNotLockAnOrder() {
        documents().forEach(customs::take);
        var other = with(chain.order(), "ebpCode", "4404990099");
        customs.take("CEB311", other);

        assertThat(customs.take("CEB311", with(other, "appType", "2")))
                .extracting(Told::status)
                .containsExactly(2, 120);
    }

    @Test
    void aReturnedInventoryThatWasDeletedIsGone() {
        customs.take("CEB311", chain.order());
        customs.take("CEB411", chain.payment());
        customs.take("CEB511", chain.waybill());
        customs.take("CEB621", with(chain.inventory(), "buyerName", "钱不同"));
        customs.take("CEB621", with(chain.inventory(), "appType", "3"));

        assertThat(customs.take("CEB621", with(chain.inventory(), "appType", "3")))
                .extracting(Told::status)
                .containsExactly(-621011);
        assertThat(customs.take("CEB621", with(chain.inventory(), "appType", "2")))
                .extracting(Told::status)
                .containsExactly(-621011);
    }

    @Test
    void whatSomebodyElseHadReturnedUnderTheSameKeyHidesNothing() {
        customs.take("CEB311", chain.order());
        customs.take("CEB411", chain.payment());
        customs.take("CEB511", chain.waybill());
        var wrong = with(chain.inventory(), "buyerName", "钱不同");
        customs.take("CEB621", wrong);
        customs.take("CEB621", wrong, 8);

        assertThat(customs.take("CEB621", with(chain.inventory(), "appType", "2")))
                .extracting(Told::status)
                .containsExactly(2, 120, 800);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void howTheStreamIsCutIntoBatchesMakesNoDifference(int size) {
        var stream = new ArrayList<Customs.Sent>();
        for (long number = 1; number <= 5; number++) {
            var parcel = chain(number);
            stream.add(new Customs.Sent("CEB621", parcel.inventory()));
            stream.add(new Customs.Sent("CEB311", parcel.order()));
            stream.add(new Customs.Sent("CEB411", parcel.payment()));
            stream.add(new Customs.Sent("CEB311", parcel.order()));
            stream.add(new Customs.Sent("CEB511", parcel.waybill()));
            stream.add(new Customs.Sent("CEB621", with(parcel.inventory(), "appType", "2")));
        }
        var one = new ArrayList<Told>();
        stream.forEach(sent -> one.addAll(new ArrayList<>(customs.takeTogether(List.of(sent)))));

        var cut = new Customs();
        var told = new ArrayList<Told>();
        for (int from = 0; from < stream.size(); from += size) {
            told.addAll(cut.takeTogether(stream.subList(from, Math.min(stream.size(), from + size))));
        }

        assertThat(told).isEqualTo(one);
        assertThat(told).extracting(Told::status).contains(800, -621012);
    }

    @Test
    void anOlderVersionDoesNotReplaceANewerOne() {
        customs.take("CEB311", chain.order());
        var older = with(with(chain.order(), "appType", "2"), "appTime", "20261111090000");

        assertThat(customs.take("CEB311", older)).extracting(Told::status).containsExactly(-301014);
    }

    @Test
    void anOlderInventoryIsIgnoredAlsoAfterTheNewerOneWasReturned() {
        customs.take("CEB311", chain.order());
        customs.take("CEB411", chain.payment());
        customs.take("CEB511", chain.waybill());
        customs.take("CEB621", with(chain.inventory(), "buyerName", "钱不同"));

        var told = customs.take("CEB621", with(chain.inventory(), "appTime", "20261111090000"));

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().status()).isNotIn(2, 120, 800);
        assertThat(customs.states()).doesNotContainKey("CEB621");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20261111123000", "20261101000000", "2026111112"})
    void aTimeOutsideTheWindowIsRefused(String appTime) {
        assertThat(customs.take("CEB311", with(chain.order(), "appTime", appTime))
                        .getFirst()
                        .info())
                .contains("90038");
    }

    private Map<String, Document> documents() {
        var documents = new LinkedHashMap<String, Document>();
        documents.put("CEB311", chain.order());
        documents.put("CEB411", chain.payment());
        documents.put("CEB511", chain.waybill());
        documents.put("CEB621", chain.inventory());
        return Collections.unmodifiableMap(documents);
    }
}
