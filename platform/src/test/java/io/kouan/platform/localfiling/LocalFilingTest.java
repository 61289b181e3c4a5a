package io.kouan.platform.localfiling;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.TestEnterprise.officer;
import static io.kouan.platform.localfiling.FilingWorld.AGENT;
import static io.kouan.platform.localfiling.FilingWorld.PORT;
import static io.kouan.platform.localfiling.FilingWorld.faults;
import static io.kouan.platform.localfiling.FilingWorld.messages;
import static io.kouan.platform.localfiling.FilingWorld.pdf;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.TestEnterprise;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.port.Deadline;
import io.kouan.platform.port.WorkingCalendar;
import io.kouan.platform.servicedesk.Tickets;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scenarios of the local filing until it lies with the data centre. */
class LocalFilingTest {

    private final FilingWorld world = new FilingWorld();

    private List<String> submit(FormRecord ticket) {
        return messages(faults(world.take(ticket, "submit", Decision.plain(), world.user)));
    }

    @Test
    void h088aCompleteFilingIsAccepted() {
        var ticket = done(world.take(world.complete(), "submit", Decision.plain(), world.user));

        assertThat(ticket.state()).isEqualTo("SUBMITTED");
        assertThat(world.state(ticket)).contains(CaseState.SUBMITTED);
        assertThat(FilingWorld.told(world.user.login())).contains("N-30");
        var due = PORT.bean(Tickets.class).due(ticket).orElseThrow();
        assertThat(due.counted()).hasSize(10);
        assertThat(dueInLists(ticket)).isEqualTo(due.due().toInstant());
        assertThat(PORT.bean(Materials.class).of(ticket).values())
                .hasSize(3)
                .allSatisfy(form -> assertThat(form.state()).isEqualTo("FILED"));
    }

    private static Instant dueInLists(FormRecord ticket) {
        return PORT.bean(JdbcClient.class)
                .sql("select due_at from ticket where record_id = :ticket")
                .param("ticket", ticket.id())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Test
    void filesMadeFromTheTemplatesWillDoAsWell() {
        var ticket = done(world.take(world.withFiles(), "submit", Decision.plain(), world.user));

        assertThat(ticket.state()).isEqualTo("SUBMITTED");
    }

    @Test
    void h089aMissingMaterialIsNamed() {
        var ticket = world.complete();
        world.attachments.remove(world.now(ticket), world.file(ticket, "agent_id_scan"), world.user);

        assertThat(faults(world.take(ticket, "submit", Decision.plain(), world.user)))
                .extracting(Fault::message, Fault::place)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ERR_ATTACHMENT_MISSING", "agent_id_scan"));
    }

    @Test
    void h090aWrongNameIsToldWithTheRightOneAndPutRightAtOnce() {
        var ticket = world.complete();
        world.attachments.remove(world.now(ticket), world.file(ticket, "kjds_002"), world.user);
        world.put(world.now(ticket), "kjds_002", "接入申请表.pdf", pdf(1));
        var expected = world.company.name() + "+跨境电商统一版企业接入申请表.PDF";

        var fault = faults(world.take(ticket, "submit", Decision.plain(), world.user))
                .getFirst();
        assertThat(fault.message()).isEqualTo("ERR_FILE_NAME_RULE");
        assertThat(fault.values()).containsEntry("expected", expected);

        var file = world.file(ticket, "kjds_002");
        assertThat(world.attachments.rename(world.now(ticket), file, world.user))
                .isTrue();
        assertThat(world.attachments.of(ticket).get("kjds_002").getFirst().name())
                .isEqualTo(expected);
        assertThat(PORT.count(
                        "audit_entry",
                        "object = ? and action = 'rename' and content like '%接入申请表.pdf%'",
                        ticket.id() + "/" + file))
                .isEqualTo(1);
        assertThat(done(world.take(ticket, "submit", Decision.plain(), world.user))
                        .state())
                .isEqualTo("SUBMITTED");
    }

    @Test
    void h092theAccessFormIsAPdf() {
        assertThat(world.refusedFile(world.blank(), "kjds_002", world.company.name() + "+跨境电商统一版企业接入申请表.docx", pdf(1)))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.message()).isEqualTo("ERR_FILE_TYPE_SLOT");
                    assertThat(fault.values()).containsEntry("ext", "*.pdf");
                });
    }

    @Test
    void h093theSheetBelongsIntoItsSlotAndTheGeneralListLeadsThere() {
        var ticket = world.blank();
        var name = world.company.name() + "+电子口岸数据交换平台用户申请表.xls";

        world.put(ticket, "kjds_001", name, world.sheet());
        assertThat(world.refusedFile(ticket, "general", name, world.sheet()))
                .extracting(Fault::message, Fault::place)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ERR_FILE_TYPE", "general"),
                        org.assertj.core.groups.Tuple.tuple("ERR_FILE_TYPE_SLOT", "kjds_001"));
    }

    @Test
    void h094anXlsxIsNoXls() {
        assertThat(world.refusedFile(
                        world.blank(), "kjds_001", world.company.name() + "+电子口岸数据交换平台用户申请表.xlsx", world.sheet()))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.message()).isEqualTo("ERR_FILE_TYPE_SLOT");
                    assertThat(fault.values()).containsEntry("ext", "*.xls");
                });
    }

    @Test
    void h095theGeneratedSheetLiesInItsSlotUnderItsName() {
        var form = world.materials.completed(Material.DXP_USER);
        var ticket = world.blank();
        var papers = PORT.bean(Papers.class);

        assertThat(papers.writeSheet(ticket, form, "http://localhost/verify", world.user))
                .isEmpty();
        assertThat(papers.writeSheet(ticket, form, "http://localhost/verify", world.user))
                .isEmpty();

        assertThat(world.attachments.of(ticket).get("kjds_001"))
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo(world.company.name() + "+电子口岸数据交换平台用户申请表.xls"));
    }

    @Test
    void h096anUploadedSheetWithoutItsStarredPartsKeepsTheTicketBack() {
        var ticket = world.withFiles();
        world.attachments.remove(ticket, world.file(ticket, "kjds_001"), world.user);
        world.put(
                ticket,
                "kjds_001",
                world.company.name() + "+电子口岸数据交换平台用户申请表.xls",
                world.sheet("contact_mobile", "cert_serial"));

        assertThat(faults(world.take(ticket, "submit", Decision.plain(), world.user)))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.message()).isEqualTo("ERR_STARRED");
                    assertThat(fault.values()).containsEntry("items", "手机、证书序列号");
                });
    }

    @Test
    void h097anotherContactThanTheAuthorisedPersonKeepsTheTicketBack() {
        // the access form is completed first, so that only the ticket sees both
        done(world.materials.complete(world.materials.draft(
                Material.UNIFIED_ACCESS, Map.of("contact_name", "李洋", "contact_id_no", MaterialWorld.P4))));
        world.materials.completed(Material.POWER_OF_ATTORNEY);

        assertThat(submit(world.withFiles())).contains("ERR_CONTACT_NOT_AUTHORISED");
    }

    @Test
    void h098theSameNameWithAnotherNumberKeepsTheTicketBack() {
        done(world.materials.complete(
                world.materials.draft(Material.UNIFIED_ACCESS, Map.of("contact_id_no", MaterialWorld.P4))));
        world.materials.completed(Material.POWER_OF_ATTORNEY);

        assertThat(submit(world.withFiles())).contains("ERR_CONTACT_NOT_AUTHORISED");
    }

    @Test
    void h099thePowerOfAttorneyCarriesNoNameInItsSlot() {
        var ticket = world.complete();
        world.attachments.remove(ticket, world.file(ticket, "kjds_003"), world.user);
        world.put(ticket, "kjds_003", world.company.name() + "+委托书.PDF", pdf(1));

        assertThat(faults(world.take(ticket, "submit", Decision.plain(), world.user)))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.message()).isEqualTo("ERR_FILE_NAME_RULE");
                    assertThat(fault.values()).containsEntry("expected", "委托书.PDF");
                });
    }

    @Test
    void h100aPowerThatEndedBeforeTheTicketIsHandedInIsNoPower() {
        var power = world.materials.completed(Material.POWER_OF_ATTORNEY);
        var ticket = world.withFiles();
        PORT.db()
                .sql("update form_record set answers = replace(answers::text, :old, :new)::json where id = :id")
                .param("old", world.materials.today.plusYears(1).toString())
                .param("new", world.materials.today.minusDays(1).toString())
                .param("id", power.id())
                .update();

        assertThat(submit(ticket)).contains("ERR_DATE_ORDER");
    }

    @Test
    void h101theSealOnEveryPageOfTheScanIsDeclared() {
        var ticket = world.company.fill(
                world.complete(), new Answers(Map.of("stamp_declaration", ""), Map.of()), world.user);

        assertThat(submit(ticket)).containsExactly("ERR_SEAL_DECLARATION");
    }

    @Test
    void customsCodeAndUnifiedAccessComeFirst() {
        var early = new FilingWorld(TestEnterprise.of(PORT));
        assertThat(messages(faults(early.take(early.withFiles(), "submit", Decision.plain(), early.user))))
                .containsExactly("ERR_UNIFIED_ACCESS_FIRST");

        PORT.db()
                .sql("update enterprise set customs_code_verified_at = null where id = :id")
                .param("id", world.company.id())
                .update();
        assertThat(submit(world.withFiles())).containsExactly("ERR_NO_CUSTOMS_CODE");
    }

    @Test
    void oneCaseIsOpenAtATime() {
        var first = done(world.take(world.withFiles(), "submit", Decision.plain(), world.user));

        assertThat(faults(world.take(world.withFiles(), "submit", Decision.plain(), world.user)))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.message()).isEqualTo("ERR_DUPLICATE_OPEN");
                    assertThat(fault.values())
                            .containsEntry("no", first.number().orElseThrow());
                });
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        world.materials.draft(Material.UNIFIED_ACCESS, Map.of("contact_email", ""));
        var ticket =
                world.company.fill(world.blank(), new Answers(Map.of("stamp_declaration", ""), Map.of()), world.user);

        assertThat(messages(PORT.bean(Submission.class).wrong(ticket, world.user)))
                .contains("ERR_REQUIRED", "ERR_SEAL_DECLARATION", "ERR_ATTACHMENT_MISSING");
        assertThat(PORT.bean(Submission.class).wrong(world.complete(), world.user))
                .isEmpty();
    }

    @Test
    void h102everyPageOfTheScanIsTicked() {
        var ticket = world.accepted();
        var ticks = world.ticks(ticket);
        var pages = ticks.stream()
                .filter(tick -> tick.startsWith("id_page_seals."))
                .sorted()
                .toList();
        assertThat(pages).hasSize(2);
        var without =
                ticks.stream().filter(tick -> !tick.equals(pages.getLast())).collect(Collectors.toSet());

        assertThat(world.reviews.forward(ticket, ticket.version(), without, Map.of(), AGENT))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.message()).isEqualTo("ERR_CHECKLIST");
                    assertThat(fault.values()).containsEntry("items", "身份证扫描件每页均已盖公章");
                });
        assertThat(world.now(ticket).state()).isEqualTo("PROCESSING");

        var back = done(world.take(ticket, "need_info", Decision.because("身份证第二页未加盖公章", "NO_SEAL"), AGENT));
        assertThat(back.state()).isEqualTo("NEED_INFO");
        assertThat(world.state(ticket)).contains(CaseState.CORRECTION);
        assertThat(FilingWorld.told(world.user.login())).contains("N-32");
    }

    @Test
    void whatWasTickedCountsNoMoreAfterASupplement() {
        var ticket = world.accepted();
        assertThat(world.reviews.keep(ticket, world.ticks(ticket), Map.of(), AGENT))
                .isEmpty();
        done(world.take(ticket, "need_info", Decision.because("身份证第二页未加盖公章", "NO_SEAL"), AGENT));
        assertThat(PORT.bean(Materials.class).of(world.now(ticket)).values())
                .allSatisfy(form -> assertThat(form.state()).isEqualTo("READY"));

        done(world.take(ticket, "supplement", Decision.plain(), world.user));

        assertThat(world.reviews.review(world.now(ticket)).ticks()).isEmpty();
        assertThat(PORT.bean(Materials.class).of(world.now(ticket)).values())
                .allSatisfy(form -> assertThat(form.state()).isEqualTo("FILED"));
    }

    @Test
    void h102identityFieldsAreTypedWhereTheFormsWereNotFilledInOnline() {
        var ticket = done(world.take(world.withFiles(), "submit", Decision.plain(), world.user));
        ticket = done(world.take(ticket, "accept", Decision.plain(), AGENT));
        var ticks = world.ticks(ticket);

        assertThat(messages(world.reviews.forward(ticket, ticket.version(), ticks, Map.of(), AGENT)))
                .containsExactly("ERR_CONTACT_NOT_AUTHORISED");
        assertThat(messages(world.reviews.forward(
                        ticket, ticket.version(), ticks, keyed(MaterialWorld.P1, MaterialWorld.P4), AGENT)))
                .containsExactly("ERR_CONTACT_NOT_AUTHORISED");
        assertThat(messages(world.reviews.forward(
                        ticket, ticket.version(), ticks, keyed(MaterialWorld.P1, "440402198503120017"), AGENT)))
                .hasSize(1);
        assertThat(world.reviews.forward(
                        ticket, ticket.version(), ticks, keyed(MaterialWorld.P1, MaterialWorld.P1), AGENT))
                .isEmpty();
    }

    private static Map<String, String> keyed(String contact, String agent) {
        return Map.of(
                "keyed_contact_name",
                "张海",
                "keyed_contact_id_no",
                contact,
                "keyed_agent_name",
                "张海",
                "keyed_agent_id_no",
                agent);
    }

    @Test
    void h103theCaseGoesToTheDataCentre() {
        PORT.bean(io.kouan.platform.accounts.People.class)
                .register("centre", "-", "数据中心", java.util.Optional.empty(), java.util.Set.of(Role.DC_TRANSMISSION));
        var ticket = world.forwarded();

        assertThat(ticket.state()).isEqualTo("FORWARDED");
        assertThat(world.state(ticket)).contains(CaseState.FORWARDED);
        assertThat(FilingWorld.told(world.user.login())).contains("N-34");
        assertThat(FilingWorld.told("centre")).contains("N-34");
        assertThat(world.sees(ticket, FilingWorld.CENTRE)).isTrue();
        assertThat(world.sees(ticket, officer("commerce", Role.MOFCOM_REVIEWER)))
                .isFalse();
        assertThat(PORT.bean(CasePanels.class).of(ticket, world.user))
                .anySatisfy(panel -> assertThat(panel.content())
                        .isEqualTo(new CasePanels.Progress(
                                CaseState.FORWARDED, new PortProfile.Phone("0756-8125566", "0756-8125566"))));
    }

    @Test
    void h104tenWorkingDaysOverTheNationalDayHoliday() {
        var due = tenDaysAfter("2026-09-29");

        assertThat(due.due().toLocalDateTime()).isEqualTo("2026-10-19T18:00");
        assertThat(due.counted())
                .extracting(step -> step.day().toString())
                .containsExactly(
                        "2026-09-30",
                        "2026-10-08",
                        "2026-10-09",
                        "2026-10-10",
                        "2026-10-12",
                        "2026-10-13",
                        "2026-10-14",
                        "2026-10-15",
                        "2026-10-16",
                        "2026-10-19");
    }

    @Test
    void h105tenWorkingDaysOverTheSpringFestival() {
        assertThat(tenDaysAfter("2026-02-12").due().toLocalDate()).isEqualTo("2026-03-04");
    }

    private static Deadline tenDaysAfter(String day) {
        return WorkingCalendar.published().deadline(LocalDate.parse(day), 10);
    }

    @Test
    void h106theClockStandsStillWhileTheEnterpriseHasToAct() throws IOException {
        FilingWorld.itIs("2026-11-23");
        var paused = new FilingWorld();
        var tickets = PORT.bean(Tickets.class);
        var ticket = paused.accepted();
        assertThat(tickets.due(ticket).orElseThrow().due().toLocalDate()).isEqualTo("2026-12-07");

        FilingWorld.itIs("2026-11-25");
        done(paused.take(ticket, "need_info", Decision.because("委托书未加盖公章", "NO_SEAL"), AGENT));
        FilingWorld.itIs("2026-12-01");
        var again = done(paused.take(ticket, "supplement", Decision.plain(), paused.user));

        assertThat(tickets.due(again).orElseThrow().due().toLocalDate()).isEqualTo("2026-12-11");
    }
}
