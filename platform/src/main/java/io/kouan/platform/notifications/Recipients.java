package io.kouan.platform.notifications;

import io.kouan.platform.accounts.Role;

/** Who is told. */
public sealed interface Recipients {

    /** One person, by login. */
    record OnePerson(String login) implements Recipients {}

    /** The administrators of an enterprise. */
    record OfEnterprise(long enterprise) implements Recipients {}

    /** Those of an enterprise who hold a role. */
    record Members(long enterprise, Role role) implements Recipients {}

    /** Whoever works on a queue: all who hold the role. */
    record Holders(Role role) implements Recipients {}

    /** Those who hold a role at one office. */
    record Seated(Role role, String office) implements Recipients {}
}
