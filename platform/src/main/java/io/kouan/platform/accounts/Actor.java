package io.kouan.platform.accounts;

import java.util.OptionalLong;
import java.util.Set;

/**
 * Who does something to a record, in one session.
 *
 * @param enterprise for whom the person acts; empty for staff and for the program itself
 * @param card which card the session was opened with: none, legal_person or operator
 * @param office at which a reviewer works
 */
public record Actor(
        String login, String name, OptionalLong enterprise, Set<Role> roles, String card, OfficeScope office) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Somebody who is bound to no office. */
    public Actor(String login, String name, OptionalLong enterprise, Set<Role> roles, String card) {
        this(login, name, enterprise, roles, card, OfficeScope.NONE);
    }

    /** Timers and reactions of the program. */
    public static Actor program() {
        return new Actor("system", "系统", OptionalLong.empty(), Set.of(Role.SYSTEM), "none");
    }

    public boolean has(String role) {
        return roles.contains(Role.valueOf(role));
    }
}
