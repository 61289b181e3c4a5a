package io.kouan.ceb.sample;

import io.kouan.ceb.message.Document;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import java.util.List;

/**
 * The four documents of one exported parcel: order (订单), receipt of money (收款单), waybill (运单), inventory (清单).
 *
 * @param number which export of its seed
 * @param agent who declares the inventory
 */
public record SampleExport(
        long number,
        String orderNo,
        SampleEnterprise agent,
        Document order,
        Document receipts,
        Document waybill,
        Document inventory) {

    /** The documents in the order in which real ones usually arrive. */
    public List<SampleChain.Part> parts() {
        return List.of(
                new SampleChain.Part("CEB303", SampleWorld.first(Role.MERCHANT), order),
                new SampleChain.Part("CEB403", SampleWorld.first(Role.PAYMENT), receipts),
                new SampleChain.Part("CEB505", SampleWorld.first(Role.LOGISTICS), waybill),
                new SampleChain.Part("CEB603", agent, inventory));
    }
}
