package io.kouan.platform.accounts;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody (用户) who signs in to the pages: of an enterprise, or staff of the port.
 *
 * @param enterprise for whom the person acts; empty for staff
 * @param office at which a reviewer works
 */
public record Person(
        String login, String displayName, Optional<Employer> enterprise, Set<Role> roles, OfficeScope office) {

    public Person {
        roles = Set.copyOf(roles);
    }

    /** The enterprise for which a person acts, as far as pages show it; the customs code is empty until customs gave one. */
    public record Employer(long id, String customsCode, String creditCode, String nameZh, String nameEn) {}

    /** What this person may see. Somebody without enterprise who is no operator sees nothing at all. */
    public Scope scope() {
        return enterprise
                .<Scope>map(employer -> new Scope.OfEnterprise(employer.id()))
                .orElseGet(() -> roles.contains(Role.PORT_OPERATOR) ? new Scope.Port() : new Scope.OfEnterprise(-1));
    }

    /** Whether the person acts for an authority or the port, not for an enterprise. */
    public boolean isStaff() {
        return enterprise.isEmpty();
    }
}
