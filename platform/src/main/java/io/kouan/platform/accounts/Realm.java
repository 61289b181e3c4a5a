package io.kouan.platform.accounts;

/** Where an account is at home (handbook 1.4); logins are unique inside a realm. */
public enum Realm {
    /** 单一窗口 */
    SW,
    /** 客户服务平台 */
    CS,
    /** 跨境电商报关入口 */
    KJ_CUS,
    /** 跨境电商报检入口 */
    KJ_CIQ
}
