package io.kouan.platform.accounts;

import java.util.EnumSet;
import java.util.Set;

/** What a person may be (角色): the roles of {@code forms/shared/roles.yaml}, and two of the message pages. */
public enum Role {
    /** 申报员: looks at the messages of the own enterprise */
    DECLARANT,
    /** 口岸运营: looks at all messages, without personal data */
    PORT_OPERATOR,
    /** 访客 */
    VISITOR,
    /** 企业管理员 */
    ENT_ADMIN,
    /** 企业操作员 */
    ENT_OPERATOR,
    /** 法人卡持卡人: only in a session opened with that card, never assigned */
    ENT_LEGAL,
    /** 客服平台企业用户 */
    CS_USER,
    /** 报关入口企业用户 */
    KJ_CUS_USER,
    /** 报检入口企业用户 */
    KJ_CIQ_USER,
    /** 商务备案审核员 */
    MOFCOM_REVIEWER,
    /** 海关企业注册审核员 */
    CUS_REG_REVIEWER,
    /** 海关窗口受理员 */
    CUS_WINDOW_CLERK,
    /** 海关数据分中心窗口人员 */
    DSC_CLERK,
    /** 海关数据中心传输管理员 */
    DC_TRANSMISSION,
    /** 珠海电子口岸客服人员 */
    CS_AGENT,
    /** 珠海电子口岸客服主管 */
    CS_SUPERVISOR,
    /** 主管海关审核员 */
    CUS_OFFICE_REVIEWER,
    /** 检验检疫机构审核员 */
    INSP_ORG_REVIEWER,
    /** 内容编辑 */
    CONTENT_EDITOR,
    /** 内容发布审核 */
    CONTENT_PUBLISHER,
    /** 系统管理员 */
    SYS_ADMIN,
    /** 安全管理员 */
    SEC_ADMIN,
    /** 审计管理员 */
    AUDITOR,
    /** 系统: timers and the program itself, never a person */
    SYSTEM;

    private static final Set<Role> OF_ENTERPRISES =
            EnumSet.of(DECLARANT, ENT_ADMIN, ENT_OPERATOR, ENT_LEGAL, CS_USER, KJ_CUS_USER, KJ_CIQ_USER);

    /** Whether it is held by people of an enterprise, who see that enterprise's records only. */
    public boolean isOfEnterprise() {
        return OF_ENTERPRISES.contains(this);
    }
}
