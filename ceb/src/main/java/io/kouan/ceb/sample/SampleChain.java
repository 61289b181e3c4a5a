package io.kouan.ceb.sample;

import io.kouan.ceb.message.Document;
import java.util.List;

/**
 * The four documents of one parcel: order (订单), payment (支付单), waybill (运单), inventory (清单). A customs that follows the rules
 * releases it, unless a {@link Defect} was put in.
 *
 * @param number which chain of its seed
 * @param agent who declares the inventory
 */
public record SampleChain(
        long number,
        String orderNo,
        SampleEnterprise agent,
        Document order,
        Document payment,
        Document waybill,
        Document inventory) {

    /** The documents in the order in which real ones usually arrive. */
    public List<Part> parts() {
        return List.of(
                new Part("CEB311", SampleWorld.first(SampleEnterprise.Role.MERCHANT), order),
                new Part("CEB411", SampleWorld.first(SampleEnterprise.Role.PAYMENT), payment),
                new Part("CEB511", SampleWorld.first(SampleEnterprise.Role.LOGISTICS), waybill),
                new Part("CEB621", agent, inventory));
    }

    /**
     * One document with who sends it.
     *
     * @param type message type, for example {@code CEB311}
     */
    public record Part(String type, SampleEnterprise sender, Document document) {}
}
