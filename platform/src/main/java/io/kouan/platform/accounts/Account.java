package io.kouan.platform.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An account (账号) with what is known of its person. Unknown texts are empty.
 *
 * @param enterprise for which the person acts; empty for staff
 * @param menus what an operator may work in
 * @param initialPassword whether the password was given by somebody else and has to be changed
 * @param passwordSince when the present password was chosen
 * @param timeCodes whether an authenticator is asked for at sign-in
 */
public record Account(
        String login,
        String name,
        Optional<Long> enterprise,
        Set<Role> roles,
        Details details,
        Set<Menu> menus,
        boolean initialPassword,
        Instant passwordSince,
        boolean disabled,
        boolean timeCodes,
        Instant createdAt) {

    public Account {
        roles = Set.copyOf(roles);
        menus = Set.copyOf(menus);
    }

    /** What is personal of it. */
    public record Details(String idType, String idNumber, String mobile, String landline, String email, String cardNo) {

        /** Never shows what is personal. */
        @Override
        public String toString() {
            return "Details[…]";
        }
    }

    public boolean isStaff() {
        return enterprise.isEmpty();
    }

    public boolean isOperator() {
        return roles.contains(Role.ENT_OPERATOR);
    }
}
