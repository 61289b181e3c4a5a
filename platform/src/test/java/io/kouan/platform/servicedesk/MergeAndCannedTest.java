package io.kouan.platform.servicedesk;

import static io.kouan.platform.servicedesk.DeskWorld.AGENT;
import static io.kouan.platform.servicedesk.DeskWorld.PORT;
import static io.kouan.platform.servicedesk.DeskWorld.done;
import static io.kouan.platform.servicedesk.DeskWorld.refused;
import static io.kouan.platform.servicedesk.DeskWorld.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Fault;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MultipartFile;

/** Merging tickets, canned answers, and what somebody does to the desk who means it no good. */
class MergeAndCannedTest {

    private static final Actor SUPERVISOR =
            new Actor("supervisor", "沙箱客服主管", OptionalLong.empty(), Set.of(Role.CS_SUPERVISOR), "none");

    private final DeskWorld world = new DeskWorld();
    private final TicketMerge merging = PORT.bean(TicketMerge.class);
    private final TicketFacts facts = PORT.bean(TicketFacts.class);

    private static String number(FormRecord ticket) {
        return ticket.number().orElseThrow();
    }

    private Outcome merge(FormRecord ticket, String into) {
        return merging.merge(ticket, ticket.version(), into, AGENT);
    }

    @Test
    void aTicketIsMergedIntoAnotherAndBothStayReadable() {
        var first = world.accepted();
        var second = world.asked();

        var merged = done(merge(second, number(first)));

        assertThat(merged.state()).isEqualTo("CLOSED");
        assertThat(facts.mergedInto(merged).orElseThrow().number()).isEqualTo(number(first));
        assertThat(facts.mergedFrom(first))
                .singleElement()
                .satisfies(it -> assertThat(it.number()).isEqualTo(number(second)));
        assertThat(world.forms.find(merged.id(), world.user)).isPresent();
        assertThat(world.forms.find(first.id(), world.user)).isPresent();
        assertThat(told(world.user.login())).contains("N-39");
    }

    @Test
    void onlyIntoAnotherOpenTicketOfTheSameEnterprise() {
        var ticket = world.asked();
        var foreign = new DeskWorld().asked();
        var closed = done(world.say(world.answered(), "close", "", world.user));

        for (String into : List.of(number(ticket), number(foreign), number(closed), "GD0", "' or 1=1 --", "")) {
            assertThat(refused(merge(world.now(ticket), into))).as(into).containsExactly("ERR_MERGE_TARGET");
        }
        assertThat(refused(merging.merge(ticket, ticket.version(), number(world.asked()), world.user)))
                .containsExactly("ERR_FORBIDDEN");
        assertThat(world.now(ticket).state()).isEqualTo("SUBMITTED");
    }

    @Test
    void aTicketThatIsACaseIsNotMergedAway() {
        var question = world.accepted();
        var filing = world.accepted();
        PORT.db()
                .sql(
                        "update form_record set answers = replace(answers::text, '\"FREE\"', '\"LOCAL_FILING\"')::json where id = :id")
                .param("id", filing.id())
                .update();

        assertThat(refused(merge(world.now(filing), number(question)))).contains("ERR_MERGE_CASE");
        assertThat(world.now(filing).state()).isEqualTo("PROCESSING");
        done(merge(question, number(filing)));
    }

    @Test
    void aCannedAnswerIsKeptByTheSupervisorInBothLanguagesAndFilledInOnce() {
        var answers = PORT.bean(CannedAnswers.class);
        var ticket = world.accepted();
        var title = "材料清单 " + number(ticket);

        assertThat(answers.keep(
                        new CannedAnswer(
                                0, title, "List", "您好，{enterprise}的工单{no}：", "Ticket {no}, {unknown}", false, 0),
                        SUPERVISOR))
                .extracting(Fault::message)
                .containsExactly("ERR_CANNED_PLACE");
        assertThat(answers.keep(new CannedAnswer(0, title, "", "您好", "Hello", false, 0), SUPERVISOR))
                .extracting(Fault::message)
                .containsExactly("ERR_CANNED_TEXT");
        assertThat(answers.keep(
                        new CannedAnswer(0, title, "List", "您好，{enterprise}的工单{no}：", "Ticket {no}.", false, 0),
                        SUPERVISOR))
                .isEmpty();
        var kept = answers.offered().stream()
                .filter(it -> it.titleZh().equals(title))
                .findFirst()
                .orElseThrow();

        var insertion = PORT.bean(CannedInsertion.class);
        assertThat(insertion.text(kept.id() + ":zh", ticket, AGENT))
                .contains("您好，珠海星海跨境电商有限公司的工单" + number(ticket) + "：");
        assertThat(insertion.text(kept.id() + ":en", ticket, AGENT)).contains("Ticket " + number(ticket) + ".");
        assertThat(insertion.text("x", ticket, AGENT)).isEmpty();
        assertThat(CannedAnswer.filled("{enterprise} {no}", Map.of("enterprise", "{no}$1\\", "no", "7")))
                .isEqualTo("{no}$1\\ 7");

        var retired = new CannedAnswer(kept.id(), title, "List", "旧", "Old", true, kept.version());
        assertThat(answers.keep(retired, SUPERVISOR)).isEmpty();
        assertThat(answers.keep(retired, SUPERVISOR))
                .extracting(Fault::message)
                .containsExactly("ERR_VERSION_CONFLICT");
        assertThat(insertion.text(kept.id() + ":zh", ticket, AGENT)).isEmpty();
    }

    @Test
    void ofTwoAgentsWhoAnswerAtOnceTheSecondSeesThatSomebodyWasFaster() throws Exception {
        var ticket = world.accepted();

        try (var threads = Executors.newFixedThreadPool(2)) {
            var replies = IntStream.range(0, 2)
                    .<Callable<Outcome>>mapToObj(i -> () ->
                            world.desk.take(ticket, ticket.version(), "reply", "答复之" + i + "，请查收。", List.of(), AGENT))
                    .toList();
            var outcomes =
                    threads.invokeAll(replies).stream().map(Future::resultNow).toList();

            assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(Outcome.Refused.class::isInstance)
                    .singleElement()
                    .satisfies(outcome -> assertThat(refused(outcome)).containsExactly("ERR_VERSION_CONFLICT"));
        }
        assertThat(PORT.count("ticket_message", "record_id = ? and action = 'reply'", ticket.id()))
                .isEqualTo(1);
    }

    @Test
    void fiveHundredFilesAreRefusedAtOnceAndLittleByLittleWithTheLimit() {
        var ticket = world.asked();

        assertThat(world.desk.say(ticket, "请看附件。", false, files(500), world.user))
                .containsExactly(Fault.at("", "ERR_FILE_COUNT", Map.of("max", "10")));
        for (int i = 0; i < 10; i++) {
            assertThat(world.desk.say(ticket, "请看附件。", false, files(10), world.user))
                    .isEmpty();
        }
        assertThat(world.desk.say(ticket, "请看附件。", false, files(1), world.user))
                .containsExactly(Fault.at("", "ERR_FILE_COUNT", Map.of("max", "100")));
        assertThat(PORT.count("ticket_message", "record_id = ?", ticket.id())).isEqualTo(10);
    }

    private static List<MultipartFile> files(int count) {
        var picture = java.util.Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        return IntStream.range(0, count)
                .<MultipartFile>mapToObj(i -> new MockMultipartFile("files", i + ".png", "image/png", picture))
                .toList();
    }
}
