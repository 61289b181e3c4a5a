package io.kouan.platform.declaration;

import java.util.List;

/** What receipts say, in the words that customs uses (receipts.md, section 6). */
final class Texts {

    static final String TAKEN_IN = "[Code:1800;Desc:逻辑校验通过]";

    private Texts() {}

    static String declared(Held held) {
        return held.is("CEB621")
                ? "清单新增申报成功[" + held.guid() + "][电商企业编码：" + held.keys().ebcCode() + "订单编号："
                        + held.keys().orderNo() + "]"
                : "新增申报成功[" + held.guid() + "]";
    }

    static String stored(Held held) {
        return "电子口岸已暂存[" + held.guid() + "]";
    }

    static String changed(Held held) {
        return "变更申报成功[" + held.guid() + "]";
    }

    static String deleted(Held held) {
        return "删除申报成功[" + held.guid() + "]";
    }

    /** Status 2 of an inventory that has to wait names what is missing. */
    static String waiting(Held inventory, List<String> missing) {
        var text = new StringBuilder(declared(inventory));
        for (String type : missing) {
            text.append("; 对应电商平台为[").append(inventory.keys().ebpCode());
            text.append("]订单号为[")
                    .append(inventory.keys().orderNo())
                    .append(']')
                    .append(name(type))
                    .append("信息不存在");
        }
        return text.toString();
    }

    static String name(String type) {
        return switch (type) {
            case "CEB311" -> "订单";
            case "CEB411" -> "支付";
            case "CEB511" -> "运单";
            default -> type;
        };
    }
}
