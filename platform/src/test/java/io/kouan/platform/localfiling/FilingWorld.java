package io.kouan.platform.localfiling;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.TestEnterprise.officer;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.MovableClock;
import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.port.PortTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.springframework.security.crypto.password.PasswordEncoder;

/** An enterprise that has been through sections one and two, with the people of the service desk and the data centre. */
final class FilingWorld {

    static final MovableClock CLOCK = new MovableClock();
    static final TestPort PORT = TestPort.startAt(CLOCK);
    static final Actor AGENT = officer("service", Role.CS_AGENT);
    static final Actor SECOND = officer("service2", Role.CS_AGENT);
    static final Actor CENTRE = officer("centre", Role.DC_TRANSMISSION);
    static final Actor CENTRE2 = officer("centre2", Role.DC_TRANSMISSION);
    static final String OWN_PASSWORD = "Kouan-4711-hai";

    final MaterialWorld materials;
    final TestEnterprise company;
    final Actor user;
    final ReviewDesk reviews = PORT.bean(ReviewDesk.class);
    final DxpDesk dxp = PORT.bean(DxpDesk.class);
    final IssuanceDesk issuances = PORT.bean(IssuanceDesk.class);
    final Cases cases = PORT.bean(Cases.class);
    final InitialPasswords passwords = PORT.bean(InitialPasswords.class);
    final FormAttachments attachments = PORT.bean(FormAttachments.class);

    FilingWorld() {
        this(TestEnterprise.of(PORT));
        var handIn = company.begin("unified_access_handin", company.admin());
        PORT.db()
                .sql("update form_record set state = 'ACCEPTED' where id = :id")
                .param("id", handIn.id())
                .update();
    }

    FilingWorld(TestEnterprise company) {
        this.company = company;
        this.materials = new MaterialWorld(PORT, company);
        this.user = materials.user();
        PORT.bean(People.class)
                .register(
                        user.login(),
                        PORT.bean(PasswordEncoder.class).encode(OWN_PASSWORD),
                        user.name(),
                        Optional.of(company.id()),
                        user.roles());
    }

    /** A ticket with nothing but what the page asks for. */
    FormRecord blank() {
        var text = company.name() + " 申请开通跨境电商珠海本地备案";
        return company.fill(
                company.begin("ticket", user),
                new Answers(
                        Map.of(
                                "template", "LOCAL_FILING",
                                "category", "CBEC",
                                "kind", "SERVICE",
                                "title", text,
                                "description", text,
                                "stamp_declaration", "true"),
                        Map.of()),
                user);
    }

    /** A ticket with its four files under their right names; the forms are not filled in online. */
    FormRecord withFiles() {
        var ticket = blank();
        put(ticket, "kjds_002", company.name() + "+跨境电商统一版企业接入申请表.PDF", pdf(1));
        put(ticket, "kjds_001", company.name() + "+电子口岸数据交换平台用户申请表.xls", sheet());
        put(ticket, "kjds_003", "委托书.PDF", pdf(1));
        put(ticket, "agent_id_scan", "身份证.pdf", pdf(2));
        return ticket;
    }

    /** The same with the three forms filled in online. */
    FormRecord complete() {
        for (Material material : Material.values()) {
            materials.completed(material);
        }
        return withFiles();
    }

    void put(FormRecord ticket, String slot, String name, byte[] content) {
        assertThat(refusedFile(ticket, slot, name, content)).isEmpty();
    }

    List<Fault> refusedFile(FormRecord ticket, String slot, String name, byte[] content) {
        try {
            return attachments.put(ticket, slot, name, new ByteArrayInputStream(content), user);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    UUID file(FormRecord ticket, String slot) {
        return attachments.of(ticket).get(slot).getFirst().id();
    }

    FormRecord now(FormRecord ticket) {
        return PORT.bean(FormRecords.class).find(ticket.id()).orElseThrow();
    }

    Outcome take(FormRecord ticket, String action, Decision decision, Actor actor) {
        var now = now(ticket);
        return PORT.bean(FormSteps.class).take(now.id(), now.version(), action, decision, actor);
    }

    FormRecord submitted() {
        return done(take(complete(), "submit", Decision.plain(), user));
    }

    FormRecord accepted() {
        return done(take(submitted(), "accept", Decision.plain(), AGENT));
    }

    Set<String> ticks(FormRecord ticket) {
        return reviews.checklist(now(ticket), AGENT).points().stream()
                .map(Checklist.Point::key)
                .collect(Collectors.toSet());
    }

    FormRecord forwarded() {
        var ticket = accepted();
        assertThat(reviews.forward(now(ticket), now(ticket).version(), ticks(ticket), Map.of(), AGENT))
                .isEmpty();
        return now(ticket);
    }

    String dxpId() {
        return "DXPENT" + String.format("%010d", 7_000_000 + company.id());
    }

    FormRecord withDxpId() {
        var ticket = forwarded();
        assertThat(dxp.enter(ticket, dxpId(), "珠海", CENTRE)).isEmpty();
        assertThat(dxp.check(now(ticket), now(ticket).version(), CENTRE2)).isEmpty();
        return now(ticket);
    }

    FormRecord released() {
        var ticket = withDxpId();
        assertThat(issuances.prepare(ticket, AGENT)).isEmpty();
        assertThat(issuances.openChannel(ticket, AGENT)).isEmpty();
        assertThat(issuances.release(ticket, SECOND)).isEmpty();
        return now(ticket);
    }

    FormRecord answered() {
        return done(reply(released()));
    }

    Outcome reply(FormRecord ticket) {
        return take(ticket, "reply", Decision.entering(Map.of("body", "本地备案已办理完毕，请查看批复。")), AGENT);
    }

    Optional<CaseState> state(FormRecord ticket) {
        return cases.state(now(ticket));
    }

    boolean sees(FormRecord ticket, Actor actor) {
        return PORT.bean(Forms.class).find(ticket.id(), actor).isPresent();
    }

    static List<String> messages(List<Fault> faults) {
        return faults.stream().map(Fault::message).toList();
    }

    static List<Fault> faults(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).faults();
    }

    /** What was told to somebody, oldest first. */
    static List<String> told(String login) {
        return PORT.db()
                .sql("""
                        select kind from notification join inbox_entry on notification_id = id
                         where login = :login order by id
                        """)
                .param("login", login)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Ten in the morning of that day. */
    static void itIs(String day) {
        var then = LocalDate.parse(day).atTime(10, 0).atZone(PortTime.ZONE).toInstant();
        CLOCK.move(Duration.between(CLOCK.instant(), then));
    }

    static byte[] pdf(int pages) {
        try (var document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An .xls as somebody fills in the template: only the labels that are asked for here. */
    byte[] sheet(String... left) {
        var form = PORT.bean(io.kouan.platform.forms.definition.FormCatalogue.class)
                .form(Material.DXP_USER.form());
        try (var book = new HSSFWorkbook()) {
            var sheet = book.createSheet();
            int at = 0;
            for (var field : form.fields().toList()) {
                var row = sheet.createRow(at++);
                row.createCell(0).setCellValue(field.label().zh() + (field.starred() ? " *" : ""));
                row.createCell(1).setCellValue(List.of(left).contains(field.key()) ? "" : "填好了");
            }
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
