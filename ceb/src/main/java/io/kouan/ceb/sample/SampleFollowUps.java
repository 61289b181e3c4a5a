package io.kouan.ceb.sample;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Entity;
import io.kouan.ceb.sample.SampleChain.Part;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What is declared about parcels after their inventories: arrival of goods, delivery, cancelling, returning, departure,
 * summing up. Each says the same about the parcel as the documents it follows.
 */
public final class SampleFollowUps {

    private static final String TRUCK = SampleWorld.truck();

    private final Form form;

    /**
     * @param at when the documents are declared
     */
    public SampleFollowUps(Instant at) {
        this.form = Form.at(at);
    }

    /** Waybill status (运单状态): the receiver has signed. */
    public Part delivered(SampleChain chain) {
        var head = form.head("CEB513", random(chain.number(), 513))
                .set("logisticsNo", chain.waybill().head().text("logisticsNo"))
                .set("logisticsStatus", "S")
                .set("logisticsTime", form.declared());
        return part("CEB513", SampleWorld.first(Role.LOGISTICS), Form.name(head, "logistics", Role.LOGISTICS));
    }

    /**
     * Cancel application (撤销申请单) for an import inventory.
     *
     * @param invtNo the number that customs gave
     */
    public Part cancel(SampleChain chain, String invtNo) {
        var head = form.head("CEB623", random(chain.number(), 623));
        copyParties(chain, head).set("invtNo", invtNo).set("reason", "订购人取消订单");
        return part("CEB623", chain.agent(), head);
    }

    /** Return application (退货申请单): all goods of an import inventory come back. */
    public Part giveBack(SampleChain chain, String invtNo) {
        var head = form.head("CEB625", random(chain.number(), 625));
        copyParties(chain, head).set("invtNo", invtNo).set("reason", "七天无理由退货");
        var lines = new ArrayList<Entity>();
        for (Entity line : chain.inventory().lines()) {
            lines.add(copy(line, Form.line("CEB625", lines.size() + 1), "gcode", "gname", "qty", "unit")
                    .build());
        }
        return part("CEB625", chain.agent(), head, lines);
    }

    /** In-list (入库明细单): parcels of a direct purchase that arrived on one bill. */
    public Part inList(List<SampleChain> chains) {
        var first = chains.getFirst().inventory().head();
        var head = form.head("CEB711", random(chains.getFirst().number(), 711))
                .set("copNo", "RK" + chains.getFirst().orderNo())
                .set("ieFlag", "I");
        copy(first, head, "customsCode", "trafMode", "trafNo", "voyageNo", "billNo", "logisticsCode", "logisticsName");
        Form.name(head, "operator", Role.SITE);
        var lines = new ArrayList<Entity>();
        for (SampleChain chain : chains) {
            lines.add(copy(chain.waybill().head(), Form.line("CEB711", lines.size() + 1), "logisticsNo")
                    .build());
        }
        return part("CEB711", SampleWorld.first(Role.SITE), head, lines);
    }

    /** Arrival (运抵单): parcels for export stand in the supervised site. */
    public Part arrived(List<SampleExport> exports) {
        var head = traffic("CEB507", exports).set("ieFlag", "E").set("domesticTrafNo", TRUCK);
        Form.name(head, "operator", Role.SITE);
        return part("CEB507", SampleWorld.first(Role.SITE), head, waybills("CEB507", exports));
    }

    /** Departure (离境单). */
    public Part departed(List<SampleExport> exports) {
        var head = traffic("CEB509", exports).set("leaveTime", form.declared());
        return part("CEB509", SampleWorld.first(Role.LOGISTICS), head, waybills("CEB509", exports));
    }

    /** Master list (清单总分单): which parcels travel under which bill. */
    public Part master(List<SampleExport> exports) {
        var agent = exports.getFirst().agent();
        var weights = exports.stream()
                .map(export -> new BigDecimal(export.waybill().head().text("grossWeight")))
                .toList();
        var head = traffic("CEB607", exports)
                .set("trafName", TRUCK)
                .set("voyageNo", "V" + form.day())
                .set("grossWeight", Form.plain(Form.sum(weights)));
        return part("CEB607", agent, Form.name(head, "agent", agent), waybills("CEB607", exports));
    }

    /** Summary application (汇总申请单) for inventories by their numbers. */
    public Part summary(SampleEnterprise agent, List<String> invtNos) {
        var head = form.head("CEB701", random(invtNos.size(), 701))
                .set("customsCode", SampleWorld.directOffice())
                .set("copNo", "HZ" + invtNos.getFirst())
                .set("summaryFlag", "1")
                .set("itemNameFlag", "1")
                .set("msgCount", "1")
                .set("msgSeqNo", "1");
        Form.name(head, "agent", agent);
        Form.name(head, "declAgent", agent);
        Form.name(head, "ebc", Role.MERCHANT);
        var line = Catalogue.standard().type("CEB701").body().line().orElseThrow();
        var lines = invtNos.stream()
                .map(invtNo -> Entity.of(line).set("invtNo", invtNo).build())
                .toList();
        return part("CEB701", agent, head, lines);
    }

    /** Cancel application for an export inventory. */
    public Part cancel(SampleExport export, String invtNo) {
        var head = form.head("CEB605", random(export.number(), 605))
                .set("invtNo", invtNo)
                .set("reason", "买方取消订单");
        copy(export.inventory().head(), head, "customsCode", "copNo", "agentCode", "agentName", "ebcCode", "ebcName");
        return part("CEB605", export.agent(), head);
    }

    /** Return application for an export: the goods come back from abroad. */
    public Part comeBack(SampleExport export, String invtNo) {
        var inventory = export.inventory().head();
        boolean bonded = inventory.text("tradeMode").equals("1210");
        var head = form.head("CEB213", random(export.number(), 213))
                .set("coElNo", coElNo(export))
                .set("invtNo", invtNo)
                .set("tradeMode", bonded ? "1261" : "9661")
                .set("billNo", billNo(export))
                .set("ieFlag", "I")
                .set("trafMode", "4")
                .set("trafName", TRUCK)
                .set("portCode", inventory.text("portCode"))
                .set("reason", "境外买方退货")
                .set("country", inventory.text("country"))
                .set("voyageNo", "V" + form.day());
        copyExport(inventory, head);
        var lines = new ArrayList<Entity>();
        for (Entity line : export.inventory().lines()) {
            lines.add(copy(
                            line,
                            Form.line("CEB213", lines.size() + 1),
                            "gcode",
                            "gname",
                            "gmodel",
                            "qty",
                            "qty1",
                            "unit",
                            "unit1")
                    .build());
        }
        return part("CEB213", export.agent(), head, lines);
    }

    /** Tally (理货单) of goods that came back. */
    public Part tallied(SampleExport export, String invtNo) {
        var inventory = export.inventory().head();
        var head = form.head("CEB215", random(export.number(), 215))
                .set("coElNo", coElNo(export))
                .set("invtNo", invtNo)
                .set("billNo", billNo(export))
                .set("ieFlag", "I")
                .set("trafMode", "4")
                .set("trafName", TRUCK)
                .set("voyageNo", "V" + form.day());
        copy(inventory, head, "customsCode", "logisticsCode", "logisticsName", "logisticsNo");
        return part("CEB215", SampleWorld.first(Role.SITE), Form.name(head, "operator", Role.SITE));
    }

    private Entity.Builder traffic(String type, List<SampleExport> exports) {
        var first = exports.getFirst();
        var head = form.head(type, random(first.number(), type.hashCode()))
                .set("customsCode", first.inventory().head().text("customsCode"))
                .set("copNo", type.substring(3) + first.orderNo())
                .set("trafMode", "4")
                .set("billNo", billNo(first))
                .set("msgCount", "1")
                .set("msgSeqNo", "1");
        return Form.name(head, "logistics", Role.LOGISTICS);
    }

    private static List<Entity> waybills(String type, List<SampleExport> exports) {
        var lines = new ArrayList<Entity>();
        for (SampleExport export : exports) {
            lines.add(copy(export.waybill().head(), Form.line(type, lines.size() + 1), "logisticsNo")
                    .build());
        }
        return lines;
    }

    private static Entity.Builder copyParties(SampleChain chain, Entity.Builder to) {
        return copy(
                chain.inventory().head(),
                to,
                "customsCode",
                "orderNo",
                "ebpCode",
                "ebpName",
                "ebcCode",
                "ebcName",
                "logisticsNo",
                "logisticsCode",
                "logisticsName",
                "copNo",
                "buyerIdType",
                "buyerIdNumber",
                "buyerName",
                "buyerTelephone",
                "agentCode",
                "agentName");
    }

    private static void copyExport(Entity inventory, Entity.Builder to) {
        copy(
                inventory,
                to,
                "customsCode",
                "ebpCode",
                "ebpName",
                "ebcCode",
                "ebcName",
                "logisticsNo",
                "logisticsCode",
                "logisticsName",
                "agentCode",
                "agentName");
    }

    private static Entity.Builder copy(Entity from, Entity.Builder to, String... fields) {
        for (String field : fields) {
            to.set(field, from.text(field));
        }
        return to;
    }

    private static String billNo(SampleExport export) {
        return "BLE" + export.number();
    }

    private static String coElNo(SampleExport export) {
        return "TH" + export.number();
    }

    private static SplittableRandom random(long number, int type) {
        return new SplittableRandom(number * 31 + type);
    }

    private static Part part(String type, SampleEnterprise sender, Entity.Builder head) {
        return part(type, sender, head, List.of());
    }

    private static Part part(String type, SampleEnterprise sender, Entity.Builder head, List<Entity> lines) {
        return new Part(type, sender, new Document(head.build(), lines));
    }
}
