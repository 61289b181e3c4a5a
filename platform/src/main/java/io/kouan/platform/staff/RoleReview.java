package io.kouan.platform.staff;

import io.kouan.platform.accounts.Role;
import io.kouan.platform.accounts.StaffAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When the roles of staff have to be confirmed again (角色定期复核, roles.md section 5). Pure.
 *
 * @param days how long a confirmation holds; 0: for ever
 */
record RoleReview(int days) {

    /** Two administrators are needed to grant anything: a port that suspends them all could never be entered again. */
    private static final int KEPT = 2;

    /** How long before the end it is asked for; after a standstill nobody loses roles without having been asked. */
    static final Duration AHEAD = Duration.ofDays(14);

    /** Until when the roles of an account hold; empty where there are none, or nobody may use them. */
    Optional<Instant> until(StaffAccount account) {
        boolean runs = days > 0 && !account.isDisabled() && !account.roles().isEmpty();
        if (!runs) {
            return Optional.empty();
        }
        var end = since(account).plus(Duration.ofDays(days));
        return asked(account).map(at -> at.plus(AHEAD)).filter(end::isBefore).or(() -> Optional.of(end));
    }

    private static Instant since(StaffAccount account) {
        return account.confirmedAt().orElse(account.createdAt());
    }

    /** When this confirmation was asked for. */
    private static Optional<Instant> asked(StaffAccount account) {
        return account.remindedAt().filter(at -> !at.isBefore(since(account)));
    }

    /** Those whose roles are suspended now: all that were not confirmed, but for the last two security administrators. */
    List<StaffAccount> lapsed(List<StaffAccount> all, Instant now) {
        var over = all.stream()
                .filter(account -> isOver(account, now) && asked(account).isPresent())
                .toList();
        long guards = all.stream()
                .filter(account -> guards(account) && !account.isDisabled())
                .count();
        var lapsing = over.stream()
                .filter(RoleReview::guards)
                .sorted(Comparator.comparing(account -> until(account).orElseThrow()))
                .limit(Math.max(0, guards - KEPT))
                .toList();
        return over.stream()
                .filter(account -> !guards(account) || lapsing.contains(account))
                .toList();
    }

    /** Those whose confirmation has to be asked for. */
    List<StaffAccount> ending(List<StaffAccount> all, Instant now) {
        return all.stream()
                .filter(account -> until(account)
                        .filter(end -> !end.minus(AHEAD).isAfter(now))
                        .isPresent())
                .toList();
    }

    boolean isOver(StaffAccount account, Instant now) {
        return until(account).filter(end -> !end.isAfter(now)).isPresent();
    }

    private static boolean guards(StaffAccount account) {
        return account.roles().contains(Role.SEC_ADMIN);
    }
}
