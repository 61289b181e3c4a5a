package io.kouan.ceb.sample;

import static io.kouan.ceb.sample.Form.plain;
import static io.kouan.ceb.sample.Form.sum;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.message.CebMessage;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Entity;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.ceb.sample.SampleWorld.SampleGoods;
import io.kouan.ceb.tax.ImportTax;
import io.kouan.ceb.tax.Tariff;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Realistic chains of documents, seeded: the same seed, number, mode and time give the same chain, on every machine.
 * Amounts, lines, buyers and addresses of the four documents fit together; every price stays below the
 * single limit and every chain has a buyer of its own.
 */
public final class SampleChains {

    private static final BigDecimal FREIGHT = new BigDecimal("10.00");

    private final long seed;
    private final Form form;

    /**
     * @param at when the documents are declared; the customs refuses what is too old or in the future
     */
    public SampleChains(long seed, Instant at) {
        this.seed = seed;
        this.form = Form.at(at);
    }

    /** How the goods enter. */
    public enum Mode {
        /** 直购 */
        DIRECT_9610,
        /** 保税 */
        BONDED_1210
    }

    /** Chain number {@code number} of this seed. */
    public SampleChain chain(long number, Mode mode) {
        var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        var buyer = SampleBuyer.of(random);
        var lines = lines(random);
        var goods = sum(lines.stream().map(Line::total).toList());
        var tax = tax(lines);
        var key = Long.toString(seed & 0xFFFFFF, 36).toUpperCase(Locale.ROOT) + "N" + number;
        var agents = SampleWorld.byRole(Role.AGENT);
        var agent = agents.get((int) Math.floorMod(number - 1, (long) agents.size()));
        var facts = new Facts(
                "SBX" + key,
                "PAY" + key,
                "WB" + key,
                buyer,
                lines,
                goods,
                tax,
                goods.add(FREIGHT).add(tax),
                mode,
                agent,
                random);
        return new SampleChain(
                number, facts.orderNo(), agent, order(facts), payment(facts), waybill(facts), inventory(facts));
    }

    /**
     * A message around documents of one sender.
     *
     * @param type for example {@code CEB621}
     * @param guid guid of the message; the same guid again is the same message
     */
    public static CebMessage message(String type, SampleEnterprise sender, String guid, List<Document> documents) {
        MessageType known = Catalogue.standard().type(type);
        var transfer = Entity.of(known.transfer().orElseThrow())
                .set("copCode", sender.customsCode())
                .set("copName", sender.nameZh())
                .set("dxpMode", "DXP")
                .set("dxpId", sender.dxpId())
                .build();
        return new CebMessage(known, guid, "1.0", documents, Optional.of(transfer), List.of(), Optional.empty());
    }

    /** A guid as the specification writes it, from the generator's own numbers. */
    public static String guid(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong()).toString().toUpperCase(Locale.ROOT);
    }

    private record Line(SampleGoods goods, int quantity) {
        BigDecimal total() {
            return goods.price().multiply(BigDecimal.valueOf(quantity));
        }

        BigDecimal net() {
            return goods.kilograms().multiply(BigDecimal.valueOf(quantity));
        }

        BigDecimal gross() {
            return goods.gross().multiply(BigDecimal.valueOf(quantity));
        }
    }

    private record Facts(
            String orderNo,
            String paymentNo,
            String waybillNo,
            SampleBuyer buyer,
            List<Line> lines,
            BigDecimal goods,
            BigDecimal tax,
            BigDecimal paid,
            Mode mode,
            SampleEnterprise agent,
            SplittableRandom random) {

        String billNo() {
            return "BL" + orderNo.substring(3, Math.min(orderNo.length(), 12));
        }
    }

    private static List<Line> lines(SplittableRandom random) {
        var all = SampleWorld.goods();
        int count = 1 + random.nextInt(4);
        int first = random.nextInt(all.size());
        var lines = new ArrayList<Line>(count);
        for (int i = 0; i < count; i++) {
            lines.add(new Line(all.get((first + i) % all.size()), 1 + random.nextInt(3)));
        }
        return lines;
    }

    private static BigDecimal tax(List<Line> lines) {
        var dutiable = ImportTax.dutiable(lines.stream().map(Line::total).toList(), FREIGHT);
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            var item = Tariff.sample().find(lines.get(i).goods().hsCode()).orElseThrow();
            sum = sum.add(ImportTax.line(dutiable.get(i), item.vat(), item.consumption())
                    .total());
        }
        return sum;
    }

    private Document order(Facts facts) {
        var platform = SampleWorld.first(Role.PLATFORM);
        var merchant = SampleWorld.first(Role.MERCHANT);
        var payer = SampleWorld.first(Role.PAYMENT);
        var buyer = facts.buyer();
        var head = form.head("CEB311", facts.random())
                .set("orderType", "I")
                .set("orderNo", facts.orderNo())
                .set("ebpCode", platform.customsCode())
                .set("ebpName", platform.nameZh())
                .set("ebcCode", merchant.customsCode())
                .set("ebcName", merchant.nameZh())
                .set("goodsValue", plain(facts.goods()))
                .set("freight", plain(FREIGHT))
                .set("discount", "0")
                .set("taxTotal", plain(facts.tax()))
                .set("acturalPaid", plain(facts.paid()))
                .set("currency", "142")
                .set("buyerRegNo", "U" + facts.orderNo())
                .set("buyerName", buyer.name())
                .set("buyerTelephone", buyer.telephone())
                .set("buyerIdType", "1")
                .set("buyerIdNumber", buyer.idNumber())
                .set("payCode", payer.customsCode())
                .set("payName", payer.nameZh())
                .set("payTransactionId", facts.paymentNo())
                .set("consignee", buyer.name())
                .set("consigneeTelephone", buyer.telephone())
                .set("consigneeAddress", buyer.address())
                .set("consigneeDistrict", buyer.district())
                .build();
        var type = Catalogue.standard().type("CEB311").body().line().orElseThrow();
        var lines = new ArrayList<Entity>();
        for (Line line : facts.lines()) {
            lines.add(Entity.of(type)
                    .set("gnum", String.valueOf(lines.size() + 1))
                    .set("itemNo", line.goods().sku())
                    .set("itemName", line.goods().name())
                    .set("gmodel", line.goods().model())
                    .set("barCode", "无")
                    .set("unit", line.goods().unit())
                    .set("qty", String.valueOf(line.quantity()))
                    .set("price", plain(line.goods().price()))
                    .set("totalPrice", plain(line.total()))
                    .set("currency", "142")
                    .set("country", line.goods().origin())
                    .build());
        }
        return new Document(head, lines);
    }

    private Document payment(Facts facts) {
        var platform = SampleWorld.first(Role.PLATFORM);
        var payer = SampleWorld.first(Role.PAYMENT);
        return new Document(
                form.head("CEB411", facts.random())
                        .set("payCode", payer.customsCode())
                        .set("payName", payer.nameZh())
                        .set("payTransactionId", facts.paymentNo())
                        .set("orderNo", facts.orderNo())
                        .set("ebpCode", platform.customsCode())
                        .set("ebpName", platform.nameZh())
                        .set("payerIdType", "1")
                        .set("payerIdNumber", facts.buyer().idNumber())
                        .set("payerName", facts.buyer().name())
                        .set("telephone", facts.buyer().telephone())
                        .set("amountPaid", plain(facts.paid()))
                        .set("currency", "142")
                        .set("payTime", form.declared())
                        .build(),
                List.of());
    }

    private Document waybill(Facts facts) {
        var carrier = SampleWorld.first(Role.LOGISTICS);
        var head = form.head("CEB511", facts.random())
                .set("logisticsCode", carrier.customsCode())
                .set("logisticsName", carrier.nameZh())
                .set("logisticsNo", facts.waybillNo())
                .set("orderNo", facts.orderNo())
                .set("freight", plain(FREIGHT))
                .set("insuredFee", "0")
                .set("currency", "142")
                .set("weight", plain(sum(facts.lines().stream().map(Line::gross).toList())))
                .set("packNo", "1")
                .set("goodsInfo", facts.lines().getFirst().goods().name())
                .set("consignee", facts.buyer().name())
                .set("consigneeAddress", facts.buyer().address())
                .set("consigneeTelephone", facts.buyer().telephone());
        if (facts.mode() == Mode.DIRECT_9610) {
            head.set("billNo", facts.billNo());
        }
        return new Document(head.build(), List.of());
    }

    private Document inventory(Facts facts) {
        var platform = SampleWorld.first(Role.PLATFORM);
        var merchant = SampleWorld.first(Role.MERCHANT);
        var carrier = SampleWorld.first(Role.LOGISTICS);
        var warehouse = SampleWorld.first(Role.WAREHOUSE);
        var direct = facts.mode() == Mode.DIRECT_9610;
        var head = form.head("CEB621", facts.random())
                .set("orderNo", facts.orderNo())
                .set("ebpCode", platform.customsCode())
                .set("ebpName", platform.nameZh())
                .set("ebcCode", merchant.customsCode())
                .set("ebcName", merchant.nameZh())
                .set("logisticsNo", facts.waybillNo())
                .set("logisticsCode", carrier.customsCode())
                .set("logisticsName", carrier.nameZh())
                .set("copNo", facts.orderNo())
                .set("assureCode", merchant.customsCode())
                .set("ieFlag", "I")
                .set("declTime", form.day())
                .set("customsCode", direct ? SampleWorld.directOffice() : SampleWorld.bondedOffice())
                .set("portCode", direct ? SampleWorld.directOffice() : SampleWorld.bondedOffice())
                .set("ieDate", form.day())
                .set("buyerIdType", "1")
                .set("buyerIdNumber", facts.buyer().idNumber())
                .set("buyerName", facts.buyer().name())
                .set("buyerTelephone", facts.buyer().telephone())
                .set("consigneeAddress", facts.buyer().address())
                .set("agentCode", facts.agent().customsCode())
                .set("agentName", facts.agent().nameZh())
                .set("tradeMode", direct ? "9610" : "1210")
                .set("trafMode", direct ? "4" : "Y")
                .set("country", direct ? "110" : "142")
                .set("freight", plain(FREIGHT))
                .set("insuredFee", "0")
                .set("currency", "142")
                .set("wrapType", "2")
                .set("packNo", "1")
                .set(
                        "grossWeight",
                        plain(sum(facts.lines().stream().map(Line::gross).toList())))
                .set(
                        "netWeight",
                        plain(sum(facts.lines().stream().map(Line::net).toList())));
        if (direct) {
            head.set("trafNo", SampleWorld.truck())
                    .set("voyageNo", "V" + form.day())
                    .set("billNo", facts.billNo());
        } else {
            head.set("emsNo", SampleWorld.emsNo())
                    .set("areaCode", warehouse.customsCode())
                    .set("areaName", warehouse.nameZh());
        }
        var type = Catalogue.standard().type("CEB621").body().line().orElseThrow();
        var lines = new ArrayList<Entity>();
        for (Line line : facts.lines()) {
            var entity = Entity.of(type)
                    .set("gnum", String.valueOf(lines.size() + 1))
                    .set("itemNo", line.goods().sku())
                    .set("itemName", line.goods().name())
                    .set("gcode", line.goods().hsCode())
                    .set("gname", line.goods().name())
                    .set("gmodel", line.goods().model())
                    .set("barCode", "无")
                    .set("country", line.goods().origin())
                    .set("currency", "142")
                    .set("qty", String.valueOf(line.quantity()))
                    .set("unit", line.goods().unit())
                    .set("qty1", plain(line.net()))
                    .set("unit1", "035")
                    .set("price", plain(line.goods().price()))
                    .set("totalPrice", plain(line.total()));
            if (!direct) {
                entity.set("itemRecordNo", line.goods().sku());
            }
            lines.add(entity.build());
        }
        return new Document(head.build(), lines);
    }
}
