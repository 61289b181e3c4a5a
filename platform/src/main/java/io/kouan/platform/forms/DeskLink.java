package io.kouan.platform.forms;

import io.kouan.platform.accounts.Role;

/**
 * A page of another room that officers of a role work with; shown at their desk. Rooms contribute them as beans.
 *
 * @param text key of what it is called
 */
public record DeskLink(Role role, String address, String text) {}
