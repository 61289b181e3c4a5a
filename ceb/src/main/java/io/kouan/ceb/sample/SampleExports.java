package io.kouan.ceb.sample;

import static io.kouan.ceb.sample.Form.plain;
import static io.kouan.ceb.sample.Form.sum;

import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Entity;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.ceb.sample.SampleWorld.SampleGoods;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Realistic exports, seeded as {@link SampleChains} are: the same seed, number, mode and time give the same documents. They
 * fit together: parcels of a few goods to the United States.
 */
public final class SampleExports {

    private static final String DESTINATION = "502";
    private static final String PORT_OF_DESTINATION = "3099";
    private static final String YUAN = "142";
    private static final BigDecimal FREIGHT = new BigDecimal("45.00");

    private final long seed;
    private final Form form;

    /**
     * @param at when the documents are declared
     */
    public SampleExports(long seed, Instant at) {
        this.seed = seed;
        this.form = Form.at(at);
    }

    /** How the goods leave. */
    public enum Mode {
        /** 一般出口, straight from the country */
        GENERAL_9610,
        /** 特殊区域出口, from a bonded zone */
        BONDED_1210
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

    private record Facts(String key, Mode mode, List<Line> lines, SampleEnterprise agent, SplittableRandom random) {
        String orderNo() {
            return "SBXE" + key;
        }

        String waybillNo() {
            return "WBE" + key;
        }

        BigDecimal goods() {
            return sum(lines.stream().map(Line::total).toList());
        }

        BigDecimal gross() {
            return sum(lines.stream().map(Line::gross).toList());
        }

        BigDecimal net() {
            return sum(lines.stream().map(Line::net).toList());
        }
    }

    /** Export number {@code number} of this seed. */
    public SampleExport export(long number, Mode mode) {
        var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        var agents = SampleWorld.byRole(Role.AGENT);
        var agent = agents.get((int) Math.floorMod(number - 1, (long) agents.size()));
        var key = Long.toString(seed & 0xFFFFFF, 36).toUpperCase(Locale.ROOT) + "N" + number;
        var facts = new Facts(key, mode, lines(random), agent, random);
        return new SampleExport(
                number, facts.orderNo(), agent, order(facts), receipts(facts), waybill(facts), inventory(facts));
    }

    private static List<Line> lines(SplittableRandom random) {
        var all = SampleWorld.goods();
        int first = random.nextInt(all.size());
        var lines = new ArrayList<Line>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            lines.add(new Line(all.get((first + i) % all.size()), 1 + random.nextInt(4)));
        }
        return lines;
    }

    private Document order(Facts facts) {
        var head = form.head("CEB303", facts.random())
                .set("orderType", "E")
                .set("orderNo", facts.orderNo())
                .set("goodsValue", plain(facts.goods()))
                .set("freight", plain(FREIGHT))
                .set("currency", YUAN);
        seller(head);
        var lines = new ArrayList<Entity>();
        for (Line line : facts.lines()) {
            lines.add(Form.line("CEB303", lines.size() + 1)
                    .set("itemNo", line.goods().sku())
                    .set("itemName", line.goods().name())
                    .set("unit", line.goods().unit())
                    .set("currency", YUAN)
                    .set("qty", String.valueOf(line.quantity()))
                    .set("price", plain(line.goods().price()))
                    .set("totalPrice", plain(line.total()))
                    .build());
        }
        return new Document(head.build(), lines);
    }

    private Document receipts(Facts facts) {
        var head = form.head("CEB403", facts.random())
                .set("orderNo", facts.orderNo())
                .set("payNo", "RCP" + facts.key())
                .set("charge", plain(facts.goods().add(FREIGHT)))
                .set("currency", YUAN)
                .set("accountingDate", form.declared());
        seller(head);
        return new Document(Form.name(head, "pay", Role.PAYMENT).build(), List.of());
    }

    private Document waybill(Facts facts) {
        var head = form.head("CEB505", facts.random())
                .set("logisticsNo", facts.waybillNo())
                .set("freight", plain(FREIGHT))
                .set("insuredFee", "0")
                .set("currency", YUAN)
                .set("grossWeight", plain(facts.gross()))
                .set("packNo", "1")
                .set("goodsInfo", facts.lines().getFirst().goods().name());
        return new Document(Form.name(head, "logistics", Role.LOGISTICS).build(), List.of());
    }

    private Document inventory(Facts facts) {
        boolean bonded = facts.mode() == Mode.BONDED_1210;
        var customs = bonded ? SampleWorld.bondedOffice() : SampleWorld.directOffice();
        var head = form.head("CEB603", facts.random())
                .set("customsCode", customs)
                .set("orderNo", facts.orderNo())
                .set("logisticsNo", facts.waybillNo())
                .set("copNo", facts.orderNo())
                .set("ieFlag", "E")
                .set("portCode", customs)
                .set("ieDate", form.day())
                .set("statisticsFlag", "B")
                .set("tradeMode", bonded ? "1210" : "9610")
                .set("trafMode", bonded ? "Y" : "4")
                .set("country", DESTINATION)
                .set("POD", PORT_OF_DESTINATION)
                .set("freight", plain(FREIGHT))
                .set("fCurrency", YUAN)
                .set("fFlag", "3")
                .set("insuredFee", "0")
                .set("iCurrency", YUAN)
                .set("iFlag", "3")
                .set("wrapType", "2")
                .set("packNo", "1")
                .set("grossWeight", plain(facts.gross()))
                .set("netWeight", plain(facts.net()));
        seller(head);
        Form.name(head, "logistics", Role.LOGISTICS);
        Form.name(head, "agent", facts.agent());
        Form.name(head, "owner", Role.MERCHANT);
        if (bonded) {
            Form.name(head, "iac", Role.WAREHOUSE).set("emsNo", SampleWorld.emsNo());
        }
        var lines = new ArrayList<Entity>();
        for (Line line : facts.lines()) {
            lines.add(inventoryLine(line, lines.size() + 1, bonded));
        }
        return new Document(head.build(), lines);
    }

    private static Entity inventoryLine(Line line, int number, boolean bonded) {
        var entity = Form.line("CEB603", number)
                .set("itemNo", line.goods().sku())
                .set("gcode", line.goods().hsCode())
                .set("gname", line.goods().name())
                .set("gmodel", line.goods().model())
                .set("barCode", "无")
                .set("country", DESTINATION)
                .set("currency", YUAN)
                .set("qty", String.valueOf(line.quantity()))
                .set("qty1", plain(line.net()))
                .set("unit", line.goods().unit())
                .set("unit1", "035")
                .set("price", plain(line.goods().price()))
                .set("totalPrice", plain(line.total()));
        if (bonded) {
            entity.set("itemRecordNo", line.goods().sku());
        }
        return entity.build();
    }

    private static void seller(Entity.Builder head) {
        Form.name(head, "ebp", Role.PLATFORM);
        Form.name(head, "ebc", Role.MERCHANT);
    }
}
