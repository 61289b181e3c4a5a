package io.kouan.platform.accounts;

/** What an administrator lets an operator of the enterprise work in (菜单权限). */
public enum Menu {
    /** 企业资质 */
    QUALIFICATION,
    /** 总署统一版接入 */
    HANDIN
}
