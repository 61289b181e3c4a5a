package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import java.time.Instant;
import java.util.Comparator;

/**
 * Something said in the conversation of a ticket (沟通记录).
 *
 * @param action step with which it was said, or {@code say}
 * @param internal whether only the service desk reads it (内部备注)
 */
record TicketMessage(long id, Instant at, Author author, String action, String body, boolean internal) {

    /** Who said it, and in which role. */
    record Author(String login, String name, String role) {

        static Author program() {
            return new Author("system", "系统", Role.SYSTEM.name());
        }

        /** In the role in which somebody speaks: for the enterprise, or for the desk. */
        static Author of(Actor actor) {
            var role = actor.roles().stream()
                    .filter(held -> held == Role.CS_USER || !held.isOfEnterprise())
                    .min(Comparator.comparingInt(Author::rank).thenComparingInt(Role::ordinal))
                    .orElse(Role.VISITOR);
            return new Author(actor.login(), actor.name(), role.name());
        }

        private static int rank(Role role) {
            return switch (role) {
                case CS_AGENT -> 0;
                case CS_SUPERVISOR -> 1;
                case CS_USER -> 2;
                default -> 3;
            };
        }
    }
}
