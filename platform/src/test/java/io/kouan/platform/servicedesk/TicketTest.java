package io.kouan.platform.servicedesk;

import static io.kouan.platform.servicedesk.DeskWorld.AGENT;
import static io.kouan.platform.servicedesk.DeskWorld.done;
import static io.kouan.platform.servicedesk.DeskWorld.faults;
import static io.kouan.platform.servicedesk.DeskWorld.refused;
import static io.kouan.platform.servicedesk.DeskWorld.told;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.port.Calendars;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** Scenarios of tickets, on records in a real database. */
class TicketTest {

    private static final byte[] PDF = pdf();

    private final DeskWorld world = new DeskWorld();

    @Test
    void h079AConsultationIsSubmittedWithANumberAndTold() {
        var ticket = world.asked();

        assertThat(ticket.state()).isEqualTo("SUBMITTED");
        assertThat(ticket.number())
                .hasValueSatisfying(number -> assertThat(number).matches("GD\\d{13}"));
        assertThat(told(world.user.login())).containsExactly("N-30");
        assertThat(told(AGENT.login())).contains("N-30");
    }

    @Test
    void h080AllFourMandatoryFieldsAreAskedFor() {
        var outcome = world.say(world.begin("FREE"), "submit", "", world.user);

        assertThat(faults(outcome))
                .containsExactlyInAnyOrder(
                        Fault.at("category", "ERR_REQUIRED"),
                        Fault.at("kind", "ERR_REQUIRED"),
                        Fault.at("title", "ERR_REQUIRED"),
                        Fault.at("description", "ERR_REQUIRED"));
    }

    @Test
    void h081TheWhitelistOfGeneralAttachmentsIsThePrintedOne() {
        var ticket = world.begin("FREE");

        assertThat(world.attach(ticket, "general", "a.pdf", PDF)).isEmpty();
        assertThat(world.attach(ticket, "general", "b.PNG", picture("png"))).isEmpty();
        assertThat(world.attach(ticket, "general", "c.jpg", picture("jpg"))).isEmpty();
        for (String name : List.of("f.xls", "g.rar", "h.exe", "i.jpeg")) {
            assertThat(world.attach(ticket, "general", name, PDF)).as(name).containsExactly("ERR_FILE_TYPE");
        }
    }

    @Test
    void h082ContentThatDoesNotFitTheEndingIsRefusedAndAudited() {
        var ticket = world.begin("FREE");

        assertThat(world.attach(ticket, "general", "x.pdf", "MZ\u0090 program".getBytes(UTF_8)))
                .containsExactly("ERR_FILE_MAGIC");
        assertThat(DeskWorld.PORT.count(
                        "audit_entry", "object = ? and result = 'ERR_FILE_MAGIC'", ticket.id() + "/general"))
                .isEqualTo(1);
    }

    @Test
    void h083SizeAndNumberOfFilesAreLimited() {
        var ticket = world.begin("FREE");

        var large = new byte[21 * 1024 * 1024];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        assertThat(world.attach(ticket, "general", "large.pdf", large)).containsExactly("ERR_FILE_SIZE");
        assertThat(world.attach(ticket, "general", "empty.pdf", new byte[0])).containsExactly("ERR_FILE_SIZE");
        for (int i = 0; i < 10; i++) {
            assertThat(world.attach(ticket, "general", i + ".pdf", PDF)).isEmpty();
        }
        assertThat(world.attach(ticket, "general", "eleven.pdf", PDF)).containsExactly("ERR_FILE_COUNT");
    }

    @Test
    void h084AForeignTicketIsInvisible() {
        var ticket = world.asked();
        var stranger = new DeskWorld();

        assertThat(world.forms.find(ticket.id(), stranger.user)).isEmpty();
        assertThat(refused(stranger.say(ticket, "cancel", "", stranger.user))).containsExactly("ERR_FORBIDDEN");
        assertThat(stranger.attach(ticket, "general", "a.pdf", PDF)).containsExactly("ERR_FORBIDDEN");
        assertThat(rows(stranger)).isEmpty();
    }

    @Test
    void h085AReturnForInformationAndItsSupplementAreBothInTheConversation() {
        var ticket = world.accepted();

        var back = done(world.take(ticket, "need_info", Decision.because("请补充营业执照", "INCOMPLETE"), AGENT));
        assertThat(back.state()).isEqualTo("NEED_INFO");
        assertThat(told(world.user.login())).contains("N-32");

        var mended = world.fill(back, Map.of("description", "营业执照见附件，请查收。"));
        var again = done(world.say(mended, "supplement", "已补充营业执照。", world.user));

        assertThat(again.state()).isEqualTo("PROCESSING");
        assertThat(again.number()).isEqualTo(ticket.number());
        assertThat(told(AGENT.login())).contains("N-33");
        assertThat(talk(again, world.user)).containsExactly("请补充营业执照", "已补充营业执照。");
    }

    @Test
    void h086AReplyIsAskedBackOnWithinSevenDaysAndElseClosedByTheSystem() {
        var asked = world.answered();
        var silent = world.answered();
        assertThat(told(world.user.login())).contains("N-36");

        DeskWorld.CLOCK.move(Duration.ofDays(7));
        DeskWorld.PORT.bean(TicketTimer.class).look();
        var again = done(world.say(world.now(asked), "reopen", "还有一个问题。", world.user));
        assertThat(again.state()).isEqualTo("PROCESSING");
        assertThat(world.now(silent).state()).isEqualTo("REPLIED");

        DeskWorld.CLOCK.move(Duration.ofDays(1));
        assertThat(refused(world.say(world.now(silent), "reopen", "", world.user)))
                .containsExactly("ERR_STATE");
        DeskWorld.PORT.bean(TicketTimer.class).look();
        assertThat(world.now(silent).state()).isEqualTo("CLOSED");
        assertThat(world.now(again).state()).isEqualTo("PROCESSING");
    }

    @Test
    void aReplySaysSomething() {
        var ticket = world.accepted();

        assertThat(refused(world.say(ticket, "reply", "  ", AGENT))).containsExactly("ERR_REQUIRED");
        assertThat(refused(world.say(ticket, "reply", "好", AGENT))).containsExactly("ERR_TOO_SHORT");
        assertThat(refused(world.say(ticket, "reply", "长".repeat(4001), AGENT))).containsExactly("ERR_TOO_LONG");
        assertThat(refused(world.take(ticket, "reply", Decision.plain(), AGENT)))
                .containsExactly("ERR_REQUIRED");
        assertThat(talk(ticket, world.user)).isEmpty();
    }

    @Test
    void ofTwoAgentsAtOnceOneTakesTheTicketAndTheOtherIsTold() throws Exception {
        var ticket = world.asked();
        var other = new Actor("service2", "沙箱客服乙", OptionalLong.empty(), Set.of(Role.CS_AGENT), "none");

        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Outcome> first = () -> world.say(ticket, "accept", "", AGENT);
            Callable<Outcome> second = () -> world.say(ticket, "accept", "", other);
            var outcomes = threads.invokeAll(List.of(first, second)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(Outcome.Refused.class::isInstance)
                    .singleElement()
                    .satisfies(refusal -> assertThat(refused(refusal)).containsExactly("ERR_VERSION_CONFLICT"));
        }
    }

    @Test
    void anAgentHandlesNoTicketOfTheOwnEnterprise() {
        var ticket = world.asked();
        var insider = new Actor("insider", "内部人", OptionalLong.of(world.enterprise), Set.of(Role.CS_AGENT), "none");

        assertThat(refused(world.say(ticket, "accept", "", insider))).containsExactly("ERR_SELF_APPROVAL");
    }

    @Test
    void aMatterPresetsWhatItKnowsAndLeavesWhatWasTyped() {
        var ticket = world.begin("LOCAL_FILING");
        var text = "珠海星海跨境电商有限公司 申请开通跨境电商珠海本地备案";
        assertThat(ticket.answers().fields())
                .containsEntry("category", "CBEC")
                .containsEntry("kind", "SERVICE")
                .containsEntry("title", text)
                .containsEntry("description", text);

        var own = world.fill(ticket, Map.of("title", "我们自己的标题", "template", "FREE"));
        assertThat(own.answers().text("title")).isEqualTo("我们自己的标题");
        assertThat(own.answers().text("description")).isEmpty();
        assertThat(own.answers().text("category")).isEmpty();
    }

    @Test
    void aNamedSlotTakesItsOwnKindOfFileAndAsksForItsName() {
        var ticket = world.begin("LOCAL_FILING");

        assertThat(world.attach(ticket, "kjds_003", "scan.pdf", PDF)).isEmpty();
        assertThat(world.attach(ticket, "kjds_001", "x.pdf", PDF)).containsExactly("ERR_FILE_TYPE_SLOT");
        assertThat(names(world.steps.open(world.now(ticket), world.user))).containsExactly("委托书.PDF");

        var file = world.attachments.of(ticket).get("kjds_003").getFirst();
        assertThat(world.attachments.rename(ticket, file.id(), new DeskWorld().user))
                .isFalse();
        assertThat(world.attachments.rename(ticket, file.id(), world.user)).isTrue();
        assertThat(world.attachments.of(ticket).get("kjds_003").getFirst().name())
                .isEqualTo("委托书.PDF");
        assertThat(names(world.steps.open(world.now(ticket), world.user))).isEmpty();
    }

    @Test
    void aTicketIsCancelledByItsEnterpriseAndNothingFollows() {
        var cancelled = done(world.say(world.accepted(), "cancel", "", world.user));

        assertThat(cancelled.state()).isEqualTo("CANCELLED");
        assertThat(refused(world.say(cancelled, "reply", "请看附件。", AGENT))).containsExactly("ERR_STATE");
        assertThat(refused(world.say(cancelled, "reopen", "", world.user))).containsExactly("ERR_STATE");
    }

    @Test
    void everyColumnOfTheListCanBeFilteredAndHostileFiltersFindNothing() {
        var ticket = world.answered();
        world.asked();

        assertThat(rows(world, "number", ticket.number().orElseThrow())).containsExactly(ticket.id());
        assertThat(rows(world, "state", "REPLIED")).containsExactly(ticket.id());
        assertThat(rows(world, "title", "九六一零")).hasSize(2);
        assertThat(rows(world, "category", "CBEC")).isEmpty();
        assertThat(rows(world, "repliedFrom", "2020-01-01")).containsExactly(ticket.id());
        assertThat(rows(world, "submittedUntil", "2020-01-01")).isEmpty();
        assertThat(rows(world, "title", "' or 1=1 --")).isEmpty();
        assertThat(rows(world, "title", "%")).isEmpty();
        assertThat(rows(world, "submittedFrom", "gestern")).hasSize(2);
    }

    @Test
    void notesOfTheDeskAndTheirFilesAreInvisibleToTheEnterprise() {
        var ticket = world.accepted();
        assertThat(world.desk.say(ticket, "请问进度如何？", false, List.of(file("问题.pdf", PDF)), world.user))
                .isEmpty();
        assertThat(world.desk.say(ticket, "该企业上月曾被退回。", true, List.of(file("内部.pdf", PDF)), AGENT))
                .isEmpty();

        assertThat(talk(ticket, world.user)).containsExactly("请问进度如何？");
        assertThat(talk(ticket, AGENT)).containsExactly("请问进度如何？", "该企业上月曾被退回。");
        var files = DeskWorld.PORT.bean(TalkFiles.class);
        for (var attached : files.of(ticket).values()) {
            var stored = attached.getFirst();
            boolean internal = stored.name().startsWith("内部");
            assertThat(files.open(ticket, stored.id(), false, world.user).isPresent())
                    .isEqualTo(!internal);
            assertThat(files.open(ticket, stored.id(), true, AGENT)).isPresent();
            assertThat(files.open(new DeskWorld().asked(), stored.id(), false, world.user))
                    .isEmpty();
        }
    }

    @Test
    void aReplyWhoseFileIsRefusedIsNotKept() {
        var ticket = world.accepted();

        var outcome = world.desk.take(ticket, ticket.version(), "reply", "请看附件。", List.of(file("程序.exe", PDF)), AGENT);

        assertThat(refused(outcome)).containsExactly("ERR_FILE_TYPE");
        assertThat(world.now(ticket).state()).isEqualTo("PROCESSING");
        assertThat(talk(ticket, world.user)).isEmpty();
        var done =
                done(world.desk.take(ticket, ticket.version(), "reply", "请看附件。", List.of(file("指引.pdf", PDF)), AGENT));
        assertThat(DeskWorld.PORT.bean(TalkFiles.class).of(done)).hasSize(1);
    }

    @Test
    void nobodySaysAnythingToAClosedTicketOrIntoADraft() {
        var closed = done(world.say(world.answered(), "close", "", world.user));

        assertThat(world.desk.say(closed, "还有问题。", false, List.of(), world.user))
                .containsExactly(Fault.at("", "ERR_FORBIDDEN"));
        assertThat(world.desk.say(world.begin("FREE"), "还有问题。", false, List.of(), world.user))
                .containsExactly(Fault.at("", "ERR_FORBIDDEN"));
    }

    @Test
    void onlyASupervisorGivesATicketToAnotherAgent() {
        var ticket = world.accepted();
        var assignment = DeskWorld.PORT.bean(TicketAssignment.class);
        var supervisor = new Actor("supervisor", "沙箱客服主管", OptionalLong.empty(), Set.of(Role.CS_SUPERVISOR), "none");

        assertThat(assignment.assign(ticket, "service2", AGENT)).isNotEmpty();
        assertThat(assignment.assign(ticket, "registrar", supervisor)).isNotEmpty();
        assertThat(assignment.assign(ticket, "service2", supervisor)).isEmpty();
        assertThat(DeskWorld.PORT
                        .bean(TicketFacts.class)
                        .find(ticket)
                        .orElseThrow()
                        .assignee())
                .contains("service2");
        assertThat(talk(ticket, world.user)).isEmpty();
        assertThat(talk(ticket, AGENT)).containsExactly("沙箱客服乙");
    }

    @Test
    void whatIsDueFirstComesFirstAtTheDesk() {
        var question = world.asked();
        var list = DeskWorld.PORT.bean(TicketDeskList.class);

        var number = question.number().orElseThrow();
        assertThat(list.page(new DeskQuery(number, "", ""), 1).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.due()).isEmpty());
        assertThat(list.page(new DeskQuery(number, "CLOSED", ""), 1).rows()).isEmpty();
        assertThat(list.page(new DeskQuery(number, "", AGENT.login()), 1).rows())
                .isEmpty();
        done(world.say(question, "accept", "", AGENT));
        assertThat(list.page(new DeskQuery(number, "", AGENT.login()), 1).found())
                .isEqualTo(1);
        assertThat(list.page(new DeskQuery("no such ticket", DeskQuery.ALL, ""), 99))
                .satisfies(page -> assertThat(page.rows()).isEmpty())
                .satisfies(page -> assertThat(page.page()).isEqualTo(1));
    }

    @Test
    void moreTicketsThanAPageHoldsAreTurnedOverAndTakenAlongWhole() {
        for (int i = 0; i <= TicketDeskList.PAGE; i++) {
            var values = new HashMap<>(DeskWorld.question());
            values.put("title", "要翻页的工单" + i);
            done(world.say(world.fill(world.begin("FREE"), values), "submit", "", world.user));
        }
        var list = DeskWorld.PORT.bean(TicketDeskList.class);
        var query = new DeskQuery("要翻页的工单", "", "");
        var taken = new ArrayList<String>();

        assertThat(list.page(query, 1).rows()).hasSize(TicketDeskList.PAGE);
        assertThat(list.page(query, 2).rows()).hasSize(1);
        assertThat(list.page(query, -3).page()).isEqualTo(1);
        assertThat(list.page(query, Integer.MAX_VALUE)).satisfies(page -> {
            assertThat(page.page()).isEqualTo(2);
            assertThat(page.found()).isEqualTo(TicketDeskList.PAGE + 1);
        });
        assertThat(list.each(query, row -> taken.add(row.number()))).isEqualTo(TicketDeskList.PAGE + 1);
        assertThat(taken).doesNotHaveDuplicates();
    }

    @Test
    void theDatesByWhichListsAreSortedFollowTheCalendar() {
        var db = DeskWorld.PORT.bean(JdbcClient.class);
        var ticket = world.asked();
        db.sql(
                        "update form_record set answers = jsonb_set(answers::jsonb, '{fields,template}', '\"LOCAL_FILING\"')::json"
                                + " where id = " + ticket.id())
                .update();
        db.sql("update ticket set template = 'LOCAL_FILING', due_at = '2000-01-01' where record_id = " + ticket.id())
                .update();

        new TicketDates(
                        DeskWorld.PORT.bean(DeskTickets.class),
                        DeskWorld.PORT.bean(TicketFacts.class),
                        world.records,
                        DeskWorld.PORT.bean(Tickets.class),
                        DeskWorld.PORT.bean(Calendars.class))
                .follow();

        assertThat(DeskWorld.PORT
                        .bean(TicketFacts.class)
                        .find(ticket)
                        .orElseThrow()
                        .due())
                .contains(DeskWorld.PORT
                        .bean(Tickets.class)
                        .due(world.now(ticket))
                        .orElseThrow()
                        .due()
                        .toInstant());
    }

    @Test
    void anExportHoldsNoFormulaAndNoNumberOfAPerson() {
        var row = new TicketDeskList.Row(
                1, "GD1", "珠海", "其他事项", "=HYPERLINK(1) 请回电13800138000", "待受理", "", "", false, "");

        assertThat(TicketDeskPages.line(row))
                .contains("\"'=HYPERLINK(1) 请回电138****8000\"")
                .doesNotContain("13800138000");
    }

    @Test
    void anEnterpriseSaysOnceHowSatisfiedItWas() {
        var ticket = world.answered();
        var facts = DeskWorld.PORT.bean(TicketFacts.class);

        assertThat(facts.rate(ticket, 5)).isTrue();
        assertThat(facts.rate(ticket, 1)).isFalse();
        assertThat(facts.find(ticket).orElseThrow().satisfaction()).isEqualTo(5);
    }

    private static MultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, "application/octet-stream", content);
    }

    private static List<Long> rows(DeskWorld of, String... filter) {
        var sent = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < filter.length; i += 2) {
            sent.add(filter[i], filter[i + 1]);
        }
        return DeskWorld.PORT.bean(TicketFacts.class).of(of.enterprise, TicketQuery.read(sent)).stream()
                .map(TicketFacts.TicketFact::record)
                .toList();
    }

    private static List<String> talk(FormRecord ticket, Actor reader) {
        return DeskWorld.PORT.bean(TicketTalk.class).of(ticket, reader, Language.ZH).stream()
                .map(Said::body)
                .toList();
    }

    private static List<String> names(List<Fault> faults) {
        return faults.stream()
                .filter(fault -> fault.message().equals("ERR_FILE_NAME_RULE"))
                .flatMap(fault -> Stream.of(fault.values().get("expected")))
                .toList();
    }

    private static byte[] pdf() {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] picture(String format) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
