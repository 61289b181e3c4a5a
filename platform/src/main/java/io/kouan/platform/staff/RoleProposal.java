package io.kouan.platform.staff;

import io.kouan.platform.accounts.Role;
import java.time.Instant;
import java.util.Set;

/** Roles that one security administrator proposes for an account, until another agrees or does not (SOD-11). */
record RoleProposal(
        long id,
        String login,
        Set<Role> roles,
        String customsOffice,
        String inspectionOffice,
        String proposedBy,
        Instant proposedAt) {

    RoleProposal {
        roles = Set.copyOf(roles);
    }

    /** Whether that administrator may agree: neither the one who proposed nor the one who would get the roles. */
    boolean mayBeDecidedBy(String administrator) {
        return !administrator.equals(proposedBy) && !administrator.equals(login);
    }
}
