package io.kouan.platform.accounts;

import java.util.Map;
import java.util.Optional;

/**
 * What an enterprise has said of itself and what was verified (企业档案).
 *
 * @param customsCode 海关十位编码, entered or issued
 * @param codeVerified whether a certificate or an officer has confirmed that code
 * @param agent 代理企业
 * @param values further values, by field of the forms that gave them
 */
public record EnterpriseProfile(
        long id,
        String creditCode,
        String nameZh,
        Optional<String> customsCode,
        boolean codeVerified,
        boolean agent,
        Map<String, String> values) {

    public EnterpriseProfile {
        values = Map.copyOf(values);
    }

    /** The value that forms ask for under this name; empty where nothing is on file. */
    public String value(String field) {
        return switch (field) {
            case "uscc" -> creditCode;
            case "org_code" -> creditCode.substring(8, 17);
            case "enterprise_name_zh", "name_zh" -> nameZh;
            case "customs_code" -> customsCode.orElse("");
            default -> values.getOrDefault(field, "");
        };
    }
}
