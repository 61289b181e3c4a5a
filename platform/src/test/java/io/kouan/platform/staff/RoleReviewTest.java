package io.kouan.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.MovableClock;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Person;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.accounts.StaffAccount;
import io.kouan.platform.accounts.StaffAccounts;
import io.kouan.platform.forms.check.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** All roles of staff are confirmed every 180 days; those that nobody confirmed are suspended (roles.md section 5). */
class RoleReviewTest {

    private static final Actor FIRST = administrator("security");
    private static final Actor SECOND = administrator("security2");
    private static final Instant START = Instant.parse("2026-01-05T01:00:00Z");
    private static final Instant OVER = START.plus(Duration.ofDays(180));

    @Test
    void whatNobodyConfirmsIsSuspendedAfter180DaysAndTwoAdministratorsBringItBack() {
        var clock = new MovableClock();
        try (var port = TestPort.startAt(clock, "--kouan.accounts.staff-role-days=180")) {
            var desk = port.bean(StaffDesk.class);
            var timer = port.bean(RoleReviewClock.class);
            clock.move(Duration.ofDays(166));
            timer.look();
            timer.look();
            assertThat(told(port, "N-91", "registrar", "security")).isEqualTo(1);
            assertThat(roles(port, "registrar")).containsExactly(Role.CUS_REG_REVIEWER);
            confirm(port, "window", FIRST);
            assertThat(refused(desk.review("security", version(port, "security"), FIRST)))
                    .containsExactly("ERR_SELF_APPROVAL");
            assertThat(refused(desk.review("window", 0, FIRST))).containsExactly("ERR_VERSION_CONFLICT");

            clock.move(Duration.ofDays(14));
            timer.look();

            assertThat(roles(port, "registrar")).isEmpty();
            assertThat(roles(port, "window")).containsExactly(Role.CUS_WINDOW_CLERK);
            assertThat(roles(port, "security")).as("the last two guards stay").containsExactly(Role.SEC_ADMIN);
            assertThat(told(port, "N-92", "registrar", "security2")).isEqualTo(1);
            assertThat(port.count(
                            "audit_entry",
                            "object = 'registrar' and action = 'suspend_roles' and login = 'system'"
                                    + " and content like '%CUS_REG_REVIEWER%' and content like '%due%'"))
                    .isEqualTo(1);

            desk.propose("registrar", Set.of(Role.CUS_REG_REVIEWER), "", "", FIRST);
            var proposal = port.bean(RoleProposals.class).open().getFirst().id();
            desk.decide(proposal, true, SECOND);
            timer.look();
            assertThat(roles(port, "registrar")).containsExactly(Role.CUS_REG_REVIEWER);
            assertThat(port.bean(StaffAccounts.class)
                            .find("registrar")
                            .orElseThrow()
                            .suspended())
                    .isEmpty();
        }
    }

    @Test
    void inTheSandboxRolesHoldForEver() {
        var all = List.of(account("clerk", Role.CUS_WINDOW_CLERK, Optional.empty()));

        assertThat(new RoleReview(0).lapsed(all, OVER.plus(Duration.ofDays(4000))))
                .isEmpty();
    }

    @Test
    void aConfirmationHoldsFor180Days() {
        var all = List.of(account("clerk", Role.CUS_WINDOW_CLERK, Optional.of(START)));

        assertThat(new RoleReview(180).lapsed(all, OVER.minusSeconds(1))).isEmpty();
        assertThat(new RoleReview(180).lapsed(all, OVER)).hasSize(1);
        assertThat(new RoleReview(180).ending(all, OVER.minus(Duration.ofDays(15))))
                .isEmpty();
        assertThat(new RoleReview(180).ending(all, OVER.minus(Duration.ofDays(14))))
                .hasSize(1);
    }

    @Test
    void nobodyLosesRolesWhoseConfirmationWasNotAskedForInTime() {
        var late = OVER.plus(Duration.ofDays(100));

        var unasked = List.of(account("clerk", Role.CUS_WINDOW_CLERK, Optional.of(START), Optional.empty()));
        assertThat(new RoleReview(180).lapsed(unasked, late)).isEmpty();
        assertThat(new RoleReview(180).ending(unasked, late)).hasSize(1);
        var asked = List.of(account("clerk", Role.CUS_WINDOW_CLERK, Optional.of(START), Optional.of(late)));
        assertThat(new RoleReview(180).lapsed(asked, late.plus(Duration.ofDays(13))))
                .isEmpty();
        assertThat(new RoleReview(180).lapsed(asked, late.plus(Duration.ofDays(14))))
                .hasSize(1);
    }

    @Test
    void twoGuardsStayHoweverLateItIs() {
        var all = List.of(
                account("one", Role.SEC_ADMIN, Optional.of(START)),
                account("two", Role.SEC_ADMIN, Optional.of(START.plusSeconds(1))),
                account("three", Role.SEC_ADMIN, Optional.of(START.plusSeconds(2))));

        assertThat(new RoleReview(180).lapsed(all, OVER.plus(Duration.ofDays(9))))
                .extracting(StaffAccount::login)
                .containsExactly("one");
    }

    /** Whose confirmation was asked for in time. */
    private static StaffAccount account(String login, Role role, Optional<Instant> confirmed) {
        return account(login, role, confirmed, Optional.of(OVER.minus(RoleReview.AHEAD)));
    }

    private static StaffAccount account(
            String login, Role role, Optional<Instant> confirmed, Optional<Instant> reminded) {
        return new StaffAccount(
                login,
                login,
                Set.of(role),
                "",
                "",
                "",
                "",
                "",
                "",
                Optional.empty(),
                confirmed,
                START,
                reminded,
                Set.of(),
                1);
    }

    private static void confirm(TestPort port, String login, Actor administrator) {
        assertThat(port.bean(StaffDesk.class).review(login, version(port, login), administrator))
                .isInstanceOf(StaffOutcome.Done.class);
    }

    private static int version(TestPort port, String login) {
        return port.bean(StaffAccounts.class).find(login).orElseThrow().version();
    }

    private static Set<Role> roles(TestPort port, String login) {
        return port.bean(People.class).find(login).map(Person::roles).orElseThrow();
    }

    private static long told(TestPort port, String id, String account, String reader) {
        return port.count(
                "notification n join inbox_entry e on e.notification_id = n.id",
                "n.kind = ? and e.login = ? and n.given::text like ?",
                id,
                reader,
                "%\"" + account + "\"%");
    }

    private static List<String> refused(StaffOutcome outcome) {
        return outcome instanceof StaffOutcome.Refused(var faults)
                ? faults.stream().map(Fault::message).toList()
                : List.of();
    }

    private static Actor administrator(String login) {
        return new Actor(login, "安全管理员", OptionalLong.empty(), Set.of(Role.SEC_ADMIN), "none");
    }
}
