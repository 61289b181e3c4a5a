package io.kouan.platform.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.MovableClock;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** An enterprise with an approved user and the people of the service desk, on a clock that tests move. */
final class DeskWorld {

    static final MovableClock CLOCK = new MovableClock();
    static final TestPort PORT = TestPort.startAt(CLOCK);
    static final Actor AGENT = new Actor("service", "沙箱客服甲", OptionalLong.empty(), Set.of(Role.CS_AGENT), "none");

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String WEIGHTS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    final FormRecords records;
    final FormSteps steps;
    final Forms forms;
    final FormAttachments attachments;
    final TicketDesk desk;
    final long enterprise;
    final Actor user;

    DeskWorld() {
        this(PORT, "");
    }

    /** The same at a port of its own; a login that begins with {@code cs:} is of somebody who has an account of this realm only. */
    DeskWorld(TestPort port, String realm) {
        records = port.bean(FormRecords.class);
        steps = port.bean(FormSteps.class);
        forms = port.bean(Forms.class);
        attachments = port.bean(FormAttachments.class);
        desk = port.bean(TicketDesk.class);
        int number = NEXT.incrementAndGet();
        enterprise = port.bean(EnterpriseProfiles.class)
                .open(creditCode(number), "珠海星海跨境电商有限公司", Optional.empty(), false, Map.of());
        user = new Actor(realm + "kf" + enterprise, "张海", OptionalLong.of(enterprise), Set.of(Role.CS_USER), "none");
        port.bean(People.class).register(user.login(), "-", user.name(), Optional.of(enterprise), user.roles());
    }

    static String creditCode(int number) {
        var body = "91440400MA9" + String.format("%06d", number);
        int sum = 0;
        int weight = 1;
        for (char c : body.toCharArray()) {
            sum += WEIGHTS.indexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        return body + WEIGHTS.charAt((31 - sum % 31) % 31);
    }

    FormRecord begin(String template) {
        return done(desk.begin(template, user));
    }

    FormRecord fill(FormRecord ticket, Map<String, String> values) {
        return done(desk.save(ticket, ticket.version(), new Answers(values, Map.of()), user));
    }

    static Map<String, String> question() {
        return Map.of("category", "OTHER", "kind", "CONSULT", "title", "咨询九六一零出口", "description", "请问需要哪些材料？");
    }

    /** A question, handed in. */
    FormRecord asked() {
        return done(say(fill(begin("FREE"), question()), "submit", "", user));
    }

    /** The same, taken by an agent. */
    FormRecord accepted() {
        return done(say(asked(), "accept", "", AGENT));
    }

    /** The same, answered. */
    FormRecord answered() {
        return done(say(accepted(), "reply", "请参考下载中心的指引。", AGENT));
    }

    Outcome say(FormRecord ticket, String action, String said, Actor actor) {
        return desk.take(ticket, ticket.version(), action, said, false, actor);
    }

    Outcome take(FormRecord ticket, String action, Decision decision, Actor actor) {
        return steps.take(ticket.id(), ticket.version(), action, decision, actor);
    }

    List<String> attach(FormRecord ticket, String slot, String name, byte[] content) {
        try {
            return attachments.put(ticket, slot, name, new ByteArrayInputStream(content), user).stream()
                    .map(Fault::message)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FormRecord now(FormRecord ticket) {
        return records.find(ticket.id()).orElseThrow();
    }

    static FormRecord done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).record();
    }

    static List<Fault> faults(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).faults();
    }

    static List<String> refused(Outcome outcome) {
        return faults(outcome).stream().map(Fault::message).toList();
    }

    /** Which notifications somebody got, oldest first. */
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
}
