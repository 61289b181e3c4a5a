package io.kouan.platform.accounts;

import java.util.Optional;

/**
 * At which office a reviewer works (主管海关范围, 检验检疫机构范围), for SOD-07: one of either kind at most, and decisions only there.
 *
 * @param customs code of a customs office, empty where there is none
 * @param inspection code of an inspection office, empty where there is none
 */
public record OfficeScope(String customs, String inspection) {

    public static final OfficeScope NONE = new OfficeScope("", "");

    /** The office in which somebody acts when they act in that role; empty where it is bound to none. */
    public Optional<String> of(Role role) {
        return Optional.of(
                        role == Role.CUS_OFFICE_REVIEWER ? customs : role == Role.INSP_ORG_REVIEWER ? inspection : "")
                .filter(code -> !code.isEmpty());
    }
}
