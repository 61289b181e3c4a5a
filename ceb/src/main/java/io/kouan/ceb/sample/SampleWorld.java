package io.kouan.ceb.sample;

import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.ceb.signature.Suite;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** The invented enterprises and goods of the sandbox, read from the specification's data. */
public final class SampleWorld {

    private static final List<SampleEnterprise> ENTERPRISES = new SpecFile("sandbox/enterprises.yaml")
            .yaml().list("enterprises").stream().map(SampleWorld::enterprise).toList();
    private static final List<SampleGoods> GOODS = new SpecFile("sandbox/goods.yaml")
            .yaml().list("goods").stream().map(SampleWorld::goods).toList();

    private SampleWorld() {}

    /**
     * Something to buy.
     *
     * @param kilograms net weight of one, which is also its first statutory quantity
     * @param gross weight of one with packing
     */
    record SampleGoods(
            String sku,
            String hsCode,
            String name,
            String model,
            String unit,
            BigDecimal kilograms,
            BigDecimal gross,
            BigDecimal price,
            String origin) {}

    public static List<SampleEnterprise> enterprises() {
        return ENTERPRISES;
    }

    /** The first enterprise in that role. */
    public static SampleEnterprise first(Role role) {
        return byRole(role).getFirst();
    }

    public static List<SampleEnterprise> byRole(Role role) {
        return ENTERPRISES.stream().filter(one -> one.role() == role).toList();
    }

    static List<SampleGoods> goods() {
        return GOODS;
    }

    private static SampleEnterprise enterprise(SpecNode node) {
        node.only(Set.of("role", "customs_code", "credit_code", "dxp_id", "suite", "name_zh", "name_en"));
        return new SampleEnterprise(
                Role.valueOf(node.text("role")),
                node.text("customs_code"),
                node.text("credit_code"),
                node.text("dxp_id"),
                Suite.valueOf(node.text("suite")),
                node.text("name_zh"),
                node.text("name_en"));
    }

    private static SampleGoods goods(SpecNode node) {
        node.only(Set.of("sku", "hs_code", "name", "model", "unit", "kilograms", "gross", "price", "origin"));
        return new SampleGoods(
                node.text("sku"),
                node.text("hs_code"),
                node.text("name"),
                node.text("model"),
                node.text("unit"),
                new BigDecimal(node.text("kilograms")),
                new BigDecimal(node.text("gross")),
                new BigDecimal(node.text("price")),
                node.text("origin"));
    }
}
