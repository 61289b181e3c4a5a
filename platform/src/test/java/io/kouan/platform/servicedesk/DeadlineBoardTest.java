package io.kouan.platform.servicedesk;

import static io.kouan.platform.servicedesk.DeskWorld.AGENT;
import static io.kouan.platform.servicedesk.DeskWorld.CLOCK;
import static io.kouan.platform.servicedesk.DeskWorld.PORT;
import static io.kouan.platform.servicedesk.DeskWorld.done;
import static io.kouan.platform.servicedesk.DeskWorld.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.port.Calendars;
import java.time.Duration;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The board of deadlines (时限看板) and what follows when one has passed. */
class DeadlineBoardTest {

    private static final Actor SUPERVISOR = officer("supervisor", Role.CS_SUPERVISOR);

    private final DeskWorld world = new DeskWorld();
    private final DeadlineBoard board = PORT.bean(DeadlineBoard.class);

    private static Actor officer(String login, Role role) {
        return new Actor(login, login, OptionalLong.empty(), Set.of(role), "none");
    }

    /** A ticket about the local filing at the desk, as far as deadlines go. */
    private FormRecord filing() {
        var ticket = world.accepted();
        PORT.db()
                .sql(
                        "update form_record set answers = replace(answers::text, '\"FREE\"', '\"LOCAL_FILING\"')::json where id = :id")
                .param("id", ticket.id())
                .update();
        PORT.db()
                .sql("update ticket set template = 'LOCAL_FILING' where record_id = :id")
                .param("id", ticket.id())
                .update();
        var now = world.now(ticket);
        var due = PORT.bean(Tickets.class).due(now).orElseThrow();
        PORT.bean(TicketFacts.class).due(now.id(), due.due().toInstant());
        return now;
    }

    private void forward(FormRecord ticket) {
        PORT.db()
                .sql("update form_record set state = 'FORWARDED' where id = :id")
                .param("id", ticket.id())
                .update();
        PORT.db()
                .sql("update ticket set state = 'FORWARDED' where record_id = :id")
                .param("id", ticket.id())
                .update();
    }

    private boolean sees(Actor officer, FormRecord ticket) {
        return board.of(officer).stream()
                .anyMatch(row -> row.number().equals(ticket.number().orElseThrow()));
    }

    private long escalations(FormRecord ticket) {
        return PORT.count(
                "audit_entry",
                "kind = 'deadline' and action = 'escalate' and object = ?",
                ticket.number().orElseThrow());
    }

    private void passDeadlineOf(FormRecord ticket) {
        var due = PORT.bean(Tickets.class).due(world.now(ticket)).orElseThrow();
        CLOCK.move(Duration.between(CLOCK.instant(), due.due().toInstant()).plusMinutes(1));
        PORT.bean(TicketTimer.class).look();
    }

    @Test
    void everyOfficerSeesTheOwnQueueAndWhoLeadsTheDeskSeesAll() {
        var question = world.asked();
        var mine = filing();
        var forwarded = filing();
        forward(forwarded);
        var colleague = officer("service2", Role.CS_AGENT);
        var centre = officer("transmission", Role.DC_TRANSMISSION);

        assertThat(sees(SUPERVISOR, question)).as("no time limit is stated").isFalse();
        assertThat(sees(SUPERVISOR, mine)).isTrue();
        assertThat(sees(SUPERVISOR, forwarded)).isTrue();
        assertThat(sees(AGENT, mine)).isTrue();
        assertThat(sees(AGENT, forwarded)).isFalse();
        assertThat(sees(colleague, mine)).isFalse();
        assertThat(sees(centre, forwarded)).isTrue();
        assertThat(sees(centre, mine)).isFalse();
        assertThat(board.of(officer("commerce", Role.MOFCOM_REVIEWER))).isEmpty();
    }

    @Test
    void whatIsDueFirstComesFirstAndWhatWaitsForTheEnterpriseLast() {
        var waiting = filing();
        done(world.take(waiting, "need_info", Decision.because("请补充营业执照", "INCOMPLETE"), AGENT));
        CLOCK.move(Duration.ofDays(20));
        var running = filing();

        var rows = board.of(SUPERVISOR);

        assertThat(rows)
                .isSortedAccordingTo(Comparator.comparing(
                                (DeadlineBoard.Row row) -> row.due().paused())
                        .thenComparing(DeadlineBoard.Row::at));
        assertThat(rows)
                .filteredOn(row -> row.number().equals(number(waiting)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.due().paused()).isTrue();
                    assertThat(row.due().late()).isFalse();
                });
        assertThat(rows)
                .filteredOn(row -> row.number().equals(number(running)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.due().late()).isFalse();
                    assertThat(row.due().days()).hasSizeGreaterThanOrEqualTo(10);
                });
    }

    private static String number(FormRecord ticket) {
        return ticket.number().orElseThrow();
    }

    @Test
    void aud10AnOverdueDeadlineIsEscalatedOnceAndAuditedWithItsCalendar() {
        var ticket = filing();
        var before = told("supervisor").stream().filter("N-80"::equals).count();

        passDeadlineOf(ticket);
        PORT.bean(TicketTimer.class).look();

        assertThat(escalations(ticket)).isEqualTo(1);
        assertThat(told("supervisor").stream().filter("N-80"::equals).count()).isGreaterThan(before);
        var due =
                TicketNews.time(PORT.bean(Tickets.class).due(world.now(ticket)).orElseThrow());
        assertThat(PORT.db()
                        .sql("select content from audit_entry where kind = 'deadline' and object = :no")
                        .param("no", number(ticket))
                        .query(String.class)
                        .single())
                .contains(due)
                .contains(PORT.bean(Calendars.class).current().version());
        assertThat(board.of(SUPERVISOR))
                .filteredOn(row -> row.number().equals(number(ticket)))
                .singleElement()
                .satisfies(row -> assertThat(row.due().late()).isTrue());
    }

    @Test
    void theSameDeadlineIsToldOnceAndAMovedOneOnceMore() {
        var ticket = filing();
        var facts = PORT.bean(TicketFacts.class);
        var due = PORT.bean(Tickets.class).due(ticket).orElseThrow().due().toInstant();

        assertThat(facts.isFirstTold(ticket.id(), due)).isTrue();
        assertThat(facts.isFirstTold(ticket.id(), due)).isFalse();
        assertThat(facts.isFirstTold(ticket.id(), due.plus(Duration.ofDays(1)))).isTrue();
    }
}
