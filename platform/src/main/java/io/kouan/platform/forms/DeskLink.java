package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import java.util.Set;

/**
 * A page of another room that officers of some roles work with; shown at their desk. Rooms contribute them as beans.
 *
 * @param text key of what it is called
 */
public record DeskLink(Set<Role> roles, String address, String text) {

    public DeskLink {
        roles = Set.copyOf(roles);
    }

    public boolean isFor(Actor officer) {
        return officer.roles().stream().anyMatch(roles::contains);
    }
}
