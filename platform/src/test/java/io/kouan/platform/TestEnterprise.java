package io.kouan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Outcome;
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
import javax.imageio.ImageIO;

/** An enterprise that nobody else uses, its people, and what they do with forms; all against the real database of a port. */
public final class TestEnterprise {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final TestPort port;
    private final String creditCode;
    private final long id;

    private TestEnterprise(TestPort port, boolean agent) {
        int number = NEXT.incrementAndGet();
        this.port = port;
        this.creditCode = creditCode(number);
        this.id = port.bean(EnterpriseProfiles.class)
                .open(creditCode, "珠海横琴测试" + number + "号商贸有限公司", Optional.empty(), agent, Map.of());
    }

    public static TestEnterprise of(TestPort port) {
        return new TestEnterprise(port, false);
    }

    /** One that says it is an agent enterprise (代理企业). */
    public static TestEnterprise agent(TestPort port) {
        return new TestEnterprise(port, true);
    }

    public long id() {
        return id;
    }

    public String creditCode() {
        return creditCode;
    }

    public String name() {
        return port.bean(EnterpriseProfiles.class).of(id).nameZh();
    }

    public Actor admin() {
        return new Actor("admin" + id, "管理员", OptionalLong.of(id), Set.of(Role.ENT_ADMIN), "none");
    }

    public Actor legal() {
        return new Actor(
                "legal" + id, "法人", OptionalLong.of(id), Set.of(Role.ENT_ADMIN, Role.ENT_LEGAL), "legal_person");
    }

    public static Actor officer(String login, Role... roles) {
        return new Actor(login, "经办" + login, OptionalLong.empty(), Set.of(roles), "none");
    }

    /** Gives it a verified customs code that nobody else has. */
    public String customsCode() {
        var profiles = port.bean(EnterpriseProfiles.class);
        var code = "440416T" + String.format("%03d", id % 1000);
        profiles.enterCustomsCode(id, code);
        profiles.verifyCustomsCode(id, "test");
        return code;
    }

    public FormRecord begin(String form, Actor actor) {
        return done(port.bean(FormEditing.class).begin(form, actor));
    }

    public FormRecord fill(FormRecord record, Answers answers, Actor actor) {
        return done(port.bean(FormEditing.class).save(record.id(), record.version(), answers, Optional.empty(), actor));
    }

    public Outcome take(FormRecord record, String action, Decision decision, Actor actor) {
        var now = port.bean(FormRecords.class).find(record.id()).orElseThrow();
        return port.bean(FormSteps.class).take(now.id(), now.version(), action, decision, actor);
    }

    public void attach(FormRecord record, String slot, Actor actor) {
        attach(port, record, slot, actor);
    }

    /** For enterprises that are not made here. */
    public static void attach(TestPort port, FormRecord record, String slot, Actor actor) {
        try {
            var file = new ByteArrayInputStream(picture());
            assertThat(port.bean(FormAttachments.class).put(record, slot, "扫描件.png", file, actor))
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A small picture, as a scan. */
    public static byte[] picture() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A foreign trade operator filing, declared. */
    public FormRecord tradeFiling() {
        var record = begin("foreign_trade_operator", admin());
        attach(record, "licence_scan", admin());
        return done(take(fill(record, trade(), admin()), "declare", Decision.plain(), admin()));
    }

    /** The same, approved. */
    public FormRecord approvedTradeFiling() {
        return done(take(
                tradeFiling(),
                "approve",
                Decision.entering(Map.of("record_no", "03512345")),
                officer("commerce", Role.MOFCOM_REVIEWER)));
    }

    /** A registration with customs, declared. */
    public FormRecord registration() {
        port.bean(EnterpriseProfiles.class).remember(id, Map.of("import_export_code", creditCode));
        var record = begin("customs_registration", admin());
        attach(record, "licence_scan", admin());
        return done(take(fill(record, registered(), admin()), "declare", Decision.plain(), admin()));
    }

    /** A change of the registration, filled in and not submitted. */
    public FormRecord change() {
        return fill(
                begin("customs_registration_change", legal()),
                new Answers(Map.of("cbec_types", "EC,EP", "company_website", "www.example.com"), Map.of()),
                legal());
    }

    public static FormRecord done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).record();
    }

    public static List<String> refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).faults().stream().map(Fault::message).toList();
    }

    public static Answers trade() {
        var values = new HashMap<String, String>();
        values.put("operator_name_en", "Zhuhai Yuanhang Trading (Hengqin) Co., Ltd.");
        values.put("operator_type", "ENT");
        values.put("domicile", "珠海市横琴新区环岛东路1号横琴国际商务中心2栋1801室");
        values.put("premises_zh", "珠海市横琴新区环岛东路1号");
        values.put("premises_en", "1 Huandao East Road, Hengqin, Zhuhai");
        values.put("phone", "0756-8125566");
        values.put("email", "office@example.com");
        values.put("licence_date", "2020-05-06");
        values.put(
                "business_scope",
                "跨境电子商务；货物及技术进出口；互联网销售（除销售需要许可的商品）；日用百货、化妆品、母婴用品、食品的批发与零售；供应链管理服务；国内货物运输代理；普通货物仓储服务（不含危险化学品）。");
        values.put("legal_rep_name", "王港");
        values.put("legal_rep_id_no", "440402197203150016");
        values.put("registered_capital", "500");
        values.put("registered_capital_usd", "70");
        values.put("undertaking", "true");
        return new Answers(values, Map.of());
    }

    public static Answers registered() {
        var values = new HashMap<String, String>();
        values.put("registered_address", "珠海市横琴新区环岛东路1号");
        values.put("licence_date", "2020-05-06");
        values.put("economic_zone", "1");
        values.put("business_class", "6");
        values.put("economic_type", "150");
        values.put("industry", "F");
        values.put("business_scope", "跨境电子商务；货物及技术进出口；供应链管理服务");
        values.put("company_phone", "0756-8125566");
        values.put("registered_capital", "500");
        values.put("bank_name", "中国银行珠海分行");
        values.put("bank_account", "4404001234567890");
        values.put("legal_rep_name", "王港");
        values.put("legal_rep_id_no", "440402197203150016");
        values.put("legal_rep_phone", "13800138000");
        values.put("customs_contact_name", "陈桥");
        values.put("customs_contact_mobile", "13800138001");
        values.put("import_export_code", "91440400MA4TEXT1XY");
        return new Answers(
                values,
                Map.of(
                        "investors",
                        List.of(Map.of(
                                "investor_name", "王港",
                                "investor_country", "CHN",
                                "investment_form", "现金",
                                "investment_amount", "500",
                                "investment_currency", "CNY"))));
    }

    /** A credit code with a right check character. */
    private static String creditCode(int number) {
        var alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var code = "91440400MAHAN" + String.format("%04d", number);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += alphabet.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code + alphabet.charAt((31 - sum % 31) % 31);
    }
}
