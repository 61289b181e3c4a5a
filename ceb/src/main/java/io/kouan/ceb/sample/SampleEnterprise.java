package io.kouan.ceb.sample;

import io.kouan.ceb.signature.Suite;

/**
 * An invented enterprise of the sandbox.
 *
 * @param customsCode 海关注册编码, ten characters in a range of their own
 * @param creditCode 统一社会信用代码 with correct check character
 * @param suite which generation of certificate it signs with
 */
public record SampleEnterprise(
        Role role, String customsCode, String creditCode, String dxpId, Suite suite, String nameZh, String nameEn) {

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
