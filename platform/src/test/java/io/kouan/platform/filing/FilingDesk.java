package io.kouan.platform.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.OfficeScope;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Checklists;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.Tick;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** An enterprise with a DXP ID of its own and the people around its filings: what the scenarios of the two entries need. */
final class FilingDesk {

    private static final AtomicInteger NEXT = new AtomicInteger();

    final TestPort port = TestPort.shared();
    final FormRecords records = port.bean(FormRecords.class);
    final FormSteps steps = port.bean(FormSteps.class);
    final FormEditing editing = port.bean(FormEditing.class);
    final Forms forms = port.bean(Forms.class);
    final EnterpriseProfiles profiles = port.bean(EnterpriseProfiles.class);
    final long enterprise;
    final Actor user;

    FilingDesk() {
        this(true);
    }

    /** @param connected whether the local filing has given it a DXP ID */
    FilingDesk(boolean connected) {
        int number = NEXT.incrementAndGet();
        enterprise = profiles.open(
                creditCode(number),
                "珠海星海跨境电商有限公司",
                Optional.of("440416F" + String.format("%03d", number)),
                false,
                connected ? Map.of("dxp_id", "DXPENT00009" + String.format("%05d", number)) : Map.of());
        user = new Actor(
                "bg" + enterprise,
                "张海",
                OptionalLong.of(enterprise),
                Set.of(Role.KJ_CUS_USER, Role.KJ_CIQ_USER),
                "none");
        port.bean(People.class).register(user.login(), "-", user.name(), Optional.of(enterprise), user.roles());
    }

    static Actor customs(String office) {
        return new Actor(
                "customs" + office,
                "审核员",
                OptionalLong.empty(),
                Set.of(Role.CUS_OFFICE_REVIEWER),
                "none",
                new OfficeScope(office, ""));
    }

    static Actor inspection(String office) {
        return new Actor(
                "ciq" + office,
                "审核员",
                OptionalLong.empty(),
                Set.of(Role.INSP_ORG_REVIEWER),
                "none",
                new OfficeScope("", office));
    }

    FormRecord begin(Entry entry) {
        return done(editing.begin(entry.form(), user));
    }

    FormRecord fill(FormRecord record, Answers answers) {
        return done(editing.save(record.id(), record.version(), answers, Optional.empty(), user));
    }

    Outcome take(FormRecord record, String action, Decision decision, Actor actor) {
        return steps.take(record.id(), record.version(), action, decision, actor);
    }

    Outcome declare(FormRecord record) {
        return take(record, "declare", Decision.plain(), user);
    }

    /** A filing at customs, declared. */
    FormRecord atCustoms(String office) {
        return done(declare(fill(begin(Entry.CUSTOMS), customsAnswers(office))));
    }

    /** A filing for inspection with its papers, declared. */
    FormRecord atInspection(String office) {
        var record = begin(Entry.INSPECTION);
        papers(record);
        return done(declare(fill(record, inspectionAnswers(office))));
    }

    void papers(FormRecord record) {
        attach(record, "licence_scan");
        attach(record, "quality_commitment");
        attach(record, "entity_record");
    }

    void attach(FormRecord record, String slot) {
        try {
            assertThat(port.bean(FormAttachments.class)
                            .put(record, slot, slot + ".png", new ByteArrayInputStream(picture()), user))
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All ticks of a step, as an officer who saw everything would set them. */
    Set<String> ticks(FormRecord record, String action, Actor officer) {
        var lists = port.bean(Checklists.class)
                .of(forms.form(record), record, forms.around(record, officer), Set.of(action));
        return lists.getOrDefault(action, List.of()).stream().map(Tick::key).collect(Collectors.toSet());
    }

    static FormRecord done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).record();
    }

    static List<String> told(Outcome outcome) {
        return ((Outcome.Done) outcome).warnings().stream().map(Fault::message).toList();
    }

    static List<String> refused(Outcome outcome) {
        return faults(outcome).stream().map(Fault::message).toList();
    }

    static List<Fault> faults(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).faults();
    }

    /** Which notifications went to the enterprise's user, by kind. */
    List<String> told() {
        return port.db()
                .sql("""
                        select kind from notification join inbox_entry on notification_id = id
                         where login = :login order by id
                        """)
                .param("login", user.login())
                .query((row, number) -> row.getString(1))
                .list();
    }

    static Answers customsAnswers(String office) {
        var values = new HashMap<String, String>();
        values.put("customs_office", office);
        values.put("enterprise_types", "EC");
        values.put("registered_address", "珠海市横琴新区环岛东路1号");
        values.put("office_address", "珠海市横琴新区环岛东路1号");
        values.put("business_place", "珠澳跨境工业区珠海园区");
        values.put("business_modes", "9610");
        values.put("directions", "I,E");
        values.put("transmission_mode", "CLIENT");
        values.put("connected_documents", "ORDER,INVENTORY");
        values.put("legal_rep_name", "李珠");
        values.put("legal_rep_phone", "0756-8125566");
        values.put("contact_name", "张海");
        values.put("contact_mobile", "13800138000");
        return new Answers(values, Map.of());
    }

    static Answers inspectionAnswers(String office) {
        var values = new HashMap<String, String>();
        values.put("inspection_org", office);
        values.put("enterprise_type", "OPERATOR");
        values.put("founding_date", "2020-05-06");
        values.put("staff_count", "20");
        values.put("legal_rep_name", "李珠");
        values.put("office_address", "珠海市横琴新区环岛东路1号");
        values.put("legal_rep_phone", "0756-8125566");
        values.put("registered_address", "珠海市横琴新区环岛东路1号");
        values.put("contact_name", "张海");
        values.put("contact_mobile", "13800138000");
        values.put("contact_email", "office@example.com");
        values.put("phone", "0756-8125566");
        values.put("licence_authority", "珠海市市场监督管理局");
        values.put("emergency_head", "张海");
        values.put("emergency_mobile", "13800138000");
        values.put("cbec_admin_name", "陈桥");
        values.put("cbec_admin_mobile", "13800138001");
        values.put("cbec_admin_email", "admin@example.com");
        return new Answers(values, Map.of());
    }

    /** A complete row of the agents. */
    static Map<String, String> agent(String code) {
        return Map.of(
                "agent_no", code,
                "agent_name", "珠海顺达报关代理有限公司",
                "agent_contact", "王港",
                "agent_phone", "0756-8125566",
                "agent_legal_rep", "王港",
                "agent_org_code", "MA5AGNT34",
                "agent_address", "珠海市香洲区情侣中路1号");
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    /** A credit code with right check characters. */
    private static String creditCode(int number) {
        var alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var organisation = "MAF" + String.format("%05d", number);
        var letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        int total = 0;
        for (int i = 0; i < 8; i++) {
            total += letters.indexOf(organisation.charAt(i)) * weights[i];
        }
        int rest = 11 - total % 11;
        var code = "91440400" + organisation + (rest == 10 ? "X" : rest == 11 ? "0" : Integer.toString(rest));
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += alphabet.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code + alphabet.charAt((31 - sum % 31) % 31);
    }
}
