package io.kouan.platform.accounts;

import java.util.Set;

/**
 * An enterprise (企业) as the port knows it.
 *
 * @param customsCode customs registration code (海关注册编码), ten characters
 * @param creditCode unified social credit code (统一社会信用代码), eighteen characters
 */
public record Enterprise(String customsCode, String creditCode, String nameZh, String nameEn, Set<Role> roles) {

    public Enterprise {
        roles = Set.copyOf(roles);
    }

    /** What an enterprise does in the trade. */
    public enum Role {
        /** 电商平台 */
        PLATFORM,
        /** 电商企业 */
        MERCHANT,
        /** 支付企业 */
        PAYMENT,
        /** 物流企业 */
        LOGISTICS,
        /** 申报企业 */
        AGENT,
        /** 区内仓储企业 */
        WAREHOUSE,
        /** 监管场所经营人 */
        SITE
    }
}
