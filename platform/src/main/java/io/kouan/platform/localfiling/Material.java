package io.kouan.platform.localfiling;

/** A form of the local filing (本地备案材料). */
enum Material {
    /** 跨境电商统一版企业接入申请表 */
    UNIFIED_ACCESS("kjds_002_unified_access", "kjds_002", "DOC-06"),
    /** 电子口岸数据交换平台用户申请表 */
    DXP_USER("kjds_001_dxp_user", "kjds_001", "DOC-05"),
    /** 委托书 */
    POWER_OF_ATTORNEY("kjds_003_power_of_attorney", "kjds_003", "DOC-07");

    private final String form;
    private final String slot;
    private final String document;

    Material(String form, String slot, String document) {
        this.form = form;
        this.slot = slot;
        this.document = document;
    }

    /** Id of the form. */
    String form() {
        return form;
    }

    /** The ticket's slot for its file. */
    String slot() {
        return slot;
    }

    /** What is printed from it. */
    String document() {
        return document;
    }
}
