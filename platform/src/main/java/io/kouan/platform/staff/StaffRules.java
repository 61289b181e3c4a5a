package io.kouan.platform.staff;

import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.check.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which roles one member of staff may hold together (SOD-06 to SOD-09). Pure. */
final class StaffRules {

    /** Run, guard and audit the port: three persons, none of whom decides anything. */
    private static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.SYS_ADMIN, Role.SEC_ADMIN, Role.AUDITOR);

    private static final Set<Role> CUSTOMER_SERVICE = EnumSet.of(Role.CS_AGENT, Role.CS_SUPERVISOR);
    private static final Set<Role> AUTHORITIES = EnumSet.of(
            Role.DC_TRANSMISSION,
            Role.CUS_REG_REVIEWER,
            Role.CUS_WINDOW_CLERK,
            Role.CUS_OFFICE_REVIEWER,
            Role.INSP_ORG_REVIEWER,
            Role.MOFCOM_REVIEWER);

    private StaffRules() {}

    /** The roles that may be given at all: those of enterprises come from elsewhere, a card's role from the card alone. */
    static List<Role> assignable() {
        return List.of(Role.values()).stream()
                .filter(role -> !role.isOfEnterprise() && role != Role.VISITOR && role != Role.SYSTEM)
                .toList();
    }

    /** What is wrong with holding these roles at once, for these offices. */
    static List<Fault> faults(Set<Role> roles, String customsOffice, String inspectionOffice) {
        var faults = new ArrayList<Fault>();
        if (!assignable().containsAll(roles) || excludeEachOther(roles)) {
            faults.add(Fault.at("role_codes", "ERR_FORBIDDEN"));
        }
        faults.addAll(office(roles.contains(Role.CUS_OFFICE_REVIEWER), "customs_scope", customsOffice));
        faults.addAll(office(roles.contains(Role.INSP_ORG_REVIEWER), "inspection_scope", inspectionOffice));
        return faults;
    }

    private static boolean excludeEachOther(Set<Role> roles) {
        boolean administers = !Collections.disjoint(roles, ADMINISTRATORS);
        boolean serves = !Collections.disjoint(roles, CUSTOMER_SERVICE);
        boolean besides = administers && roles.size() > 1;
        boolean onBothSides = serves && !Collections.disjoint(roles, AUTHORITIES);
        return besides || onBothSides;
    }

    /** Exactly one office for those who decide at one, none for others (SOD-07). */
    private static List<Fault> office(boolean needed, String place, String office) {
        if (needed && office.isEmpty()) {
            return List.of(Fault.at(place, "ERR_REQUIRED"));
        }
        return !needed && !office.isEmpty() ? List.of(Fault.at(place, "ERR_OUT_OF_SCOPE")) : List.of();
    }
}
