package io.kouan.platform.localfiling;

import static io.kouan.platform.localfiling.FilingWorld.AGENT;
import static io.kouan.platform.localfiling.FilingWorld.CENTRE;
import static io.kouan.platform.localfiling.FilingWorld.OWN_PASSWORD;
import static io.kouan.platform.localfiling.FilingWorld.PORT;
import static io.kouan.platform.localfiling.FilingWorld.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.localfiling.InitialPasswords.Shown;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Initial passwords that were lost are handed out once more, by two agents, and those before are dead. */
class PasswordsAgainTest {

    private static final String REASON = "企业来电称初始密码遗失";

    private final FilingWorld world = new FilingWorld();
    private final PasswordsAgain again = PORT.bean(PasswordsAgain.class);

    @Test
    void whatWasShownOnceIsShownOnceMoreAndThePasswordBeforeIsDead() {
        var ticket = world.answered();
        var before = shown(ticket);

        assertThat(again.prepare(ticket, REASON, AGENT)).isEmpty();
        assertThat(fits(before.customsAccount(), before.customs()))
                .as("until it is released")
                .isTrue();
        assertThat(again.decide(ticket, true, SECOND)).isEmpty();

        assertThat(fits(before.customsAccount(), before.customs())).isFalse();
        assertThat(fits(before.inspectionAccount(), before.inspection())).isFalse();
        var after = shown(ticket);
        assertThat(after.customs()).isNotEqualTo(before.customs());
        assertThat(fits(after.customsAccount(), after.customs())).isTrue();
        assertThat(PORT.bean(Accounts.class)
                        .find(after.customsAccount())
                        .orElseThrow()
                        .initialPassword())
                .isTrue();
        assertThat(show(ticket, world.user)).isEqualTo(new Shown.NoMore());
        assertThat(PORT.count("ticket_message", "record_id = ? and action = 'passwords_again'", ticket.id()))
                .isEqualTo(1);
    }

    @Test
    void whatNobodyLookedAtInTimeCountsForSevenDaysFromItsRelease() {
        var ticket = world.answered();
        FilingWorld.CLOCK.move(Duration.ofDays(8));
        assertThat(show(ticket, world.user)).isEqualTo(new Shown.NoMore());

        assertThat(again.prepare(ticket, "企业逾期未查看初始密码", AGENT)).isEmpty();
        assertThat(again.decide(ticket, true, SECOND)).isEmpty();

        assertThat(shown(ticket).until())
                .isCloseTo(FilingWorld.CLOCK.instant().plus(Duration.ofDays(7)), within(1, ChronoUnit.MINUTES));
        FilingWorld.CLOCK.move(Duration.ofDays(8));
        assertThat(again.mayPrepare(ticket)).isTrue();
    }

    @Test
    void whileTheyCanBeSeenTheyAreNotHandedOutOnceMore() {
        var ticket = world.answered();

        assertThat(message(again.prepare(ticket, REASON, AGENT))).isEqualTo("ERR_FORBIDDEN");
    }

    @Test
    void sod04whoPreparesThemOnceMoreDoesNotReleaseThem() {
        var ticket = world.answered();
        shown(ticket);
        assertThat(again.prepare(ticket, REASON, AGENT)).isEmpty();

        assertThat(message(again.decide(ticket, true, AGENT))).isEqualTo("ERR_SELF_APPROVAL");
        var relative =
                new Actor("relative", "亲属", OptionalLong.of(world.company.id()), Set.of(Role.CS_SUPERVISOR), "none");
        assertThat(message(again.decide(ticket, true, relative))).isEqualTo("ERR_SELF_APPROVAL");
        assertThat(message(again.decide(ticket, true, CENTRE))).isEqualTo("ERR_FORBIDDEN");
        assertThat(message(again.decide(ticket, true, world.user))).isEqualTo("ERR_SELF_APPROVAL");
        assertThat(show(ticket, world.user)).isEqualTo(new Shown.NoMore());
    }

    @Test
    void sod14noAgentSeesWhatWasHandedOutOnceMore() {
        var ticket = world.answered();
        shown(ticket);
        again.prepare(ticket, REASON, AGENT);
        again.decide(ticket, true, SECOND);

        for (Actor agent : new Actor[] {AGENT, SECOND}) {
            assertThat(show(ticket, agent)).isEqualTo(new Shown.Refused("ERR_FORBIDDEN", 0));
        }
        assertThat(world.passwords.areThere(ticket)).isTrue();
    }

    @Test
    void anotherMayRefuseAndThenNothingHasChanged() {
        var ticket = world.answered();
        var before = shown(ticket);
        again.prepare(ticket, REASON, AGENT);

        assertThat(again.decide(ticket, false, SECOND)).isEmpty();

        assertThat(fits(before.customsAccount(), before.customs())).isTrue();
        assertThat(message(again.decide(ticket, true, SECOND))).isEqualTo("ERR_VERSION_CONFLICT");
        assertThat(message(again.prepare(ticket, "短", AGENT))).isEqualTo("ERR_REASON_REQUIRED");
        assertThat(again.prepare(ticket, REASON, SECOND)).isEmpty();
        assertThat(PORT.count(
                        "audit_entry",
                        "object = ? and action like '%_passwords' and kind = 'local-filing'",
                        TicketRules.number(ticket)))
                .as("shown, prepared, rejected, refused, prepared")
                .isEqualTo(5);
    }

    @Test
    void releasedTwiceAtOnceIsReleasedOnce() {
        var ticket = world.answered();
        shown(ticket);
        again.prepare(ticket, REASON, AGENT);

        var both = Stream.of(1, 2)
                .map(_ -> CompletableFuture.supplyAsync(() -> again.decide(ticket, true, SECOND)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(both).containsOnlyOnce(Optional.empty());
    }

    @Test
    void beforeAnythingWasIssuedThereIsNothingToHandOutOnceMore() {
        var ticket = world.accepted();

        assertThat(message(again.prepare(ticket, REASON, AGENT))).isEqualTo("ERR_FORBIDDEN");
        assertThat(message(again.decide(ticket, true, SECOND))).isEqualTo("ERR_FORBIDDEN");
    }

    private Shown show(FormRecord ticket, Actor actor) {
        return world.passwords.show(ticket, OWN_PASSWORD, "127.0.0.1", actor);
    }

    private Shown.Once shown(FormRecord ticket) {
        return (Shown.Once) show(ticket, world.user);
    }

    private static boolean fits(String login, String password) {
        return PORT.bean(PasswordEncoder.class)
                .matches(password, PORT.bean(People.class).passwordHash(login).orElseThrow());
    }

    private static String message(Optional<Fault> fault) {
        return fault.map(Fault::message).orElse("");
    }
}
