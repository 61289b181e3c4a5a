package io.kouan.platform.audit;

/** In which realm somebody acts (roles.md section 2): each role has its own. */
final class Realms {

    private Realms() {}

    /** The realm of a role; empty for those that have none or all. */
    static String of(String role) {
        return switch (role) {
            case "ENT_ADMIN",
                    "ENT_OPERATOR",
                    "ENT_LEGAL",
                    "MOFCOM_REVIEWER",
                    "CUS_REG_REVIEWER",
                    "CUS_WINDOW_CLERK",
                    "DSC_CLERK",
                    "DC_TRANSMISSION",
                    "CONTENT_EDITOR",
                    "CONTENT_PUBLISHER" -> "SW";
            case "CS_USER", "CS_AGENT", "CS_SUPERVISOR" -> "CS";
            case "KJ_CUS_USER", "CUS_OFFICE_REVIEWER" -> "KJ_CUS";
            case "KJ_CIQ_USER", "INSP_ORG_REVIEWER" -> "KJ_CIQ";
            default -> "";
        };
    }
}
