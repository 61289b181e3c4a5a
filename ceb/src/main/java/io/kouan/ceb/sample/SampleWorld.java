package io.kouan.ceb.sample;

import io.kouan.ceb.port.PortProfile;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.ceb.signature.Suite;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** The invented enterprises and goods of the sandbox, read from the specification's data. */
public final class SampleWorld {

    private static final SpecNode FILE = new SpecFile(
                    "sandbox/" + PortProfile.current().id() + ".yaml")
            .yaml()
            .only(Set.of("enterprises", "id_region", "addresses", "direct_office", "bonded_office", "ems_no", "truck"));
    private static final List<SampleEnterprise> ENTERPRISES =
            FILE.list("enterprises").stream().map(SampleWorld::enterprise).toList();
    private static final List<Address> ADDRESSES =
            FILE.list("addresses").stream().map(SampleWorld::address).toList();
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

    /** Where buyers live: a division (GB/T 2260) and how an address there begins. */
    record Address(String district, String start) {}

    static List<Address> addresses() {
        return ADDRESSES;
    }

    /** First six digits of the buyers' ID numbers. */
    static String idRegion() {
        return FILE.text("id_region");
    }

    /** Where direct purchases (9610) are declared. */
    public static String directOffice() {
        return FILE.text("direct_office");
    }

    /** Where bonded goods (1210) are declared. */
    static String bondedOffice() {
        return FILE.text("bonded_office");
    }

    /** The account book (账册) of the bonded warehouse. */
    static String emsNo() {
        return FILE.text("ems_no");
    }

    /** The lorry (运输工具) that goods cross the border with. */
    static String truck() {
        return FILE.text("truck");
    }

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

    private static Address address(SpecNode node) {
        node.only(Set.of("district", "zh"));
        return new Address(node.text("district"), node.text("zh"));
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
