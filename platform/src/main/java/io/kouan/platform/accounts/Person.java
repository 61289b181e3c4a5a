package io.kouan.platform.accounts;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody (用户) who signs in to the pages: of an enterprise, or staff of the port.
 *
 * @param enterprise for whom the person acts; empty for staff of the port
 */
public record Person(String login, String displayName, Optional<Employer> enterprise, Set<Role> roles) {

    public Person {
        roles = Set.copyOf(roles);
    }

    /** What a person may do. */
    public enum Role {
        /** 申报员: looks at the messages of the own enterprise */
        DECLARANT,
        /** 口岸运营: looks at all messages, without personal data */
        PORT_OPERATOR
    }

    /** The enterprise for which a person acts, as far as pages show it. */
    public record Employer(long id, String customsCode, String creditCode, String nameZh, String nameEn) {}

    /** What this person may see. Somebody without enterprise who is no operator sees nothing at all. */
    public Scope scope() {
        return enterprise
                .<Scope>map(employer -> new Scope.OfEnterprise(employer.id()))
                .orElseGet(() -> roles.contains(Role.PORT_OPERATOR) ? new Scope.Port() : new Scope.OfEnterprise(-1));
    }
}
