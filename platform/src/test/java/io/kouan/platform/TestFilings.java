package io.kouan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.imageio.ImageIO;

/** A new enterprise each, with trade filings (商务部注册申请) as far as a test needs them. */
public final class TestFilings {

    public static final String FORM = "foreign_trade_operator";

    /** A number whose check character fits; invented. */
    private static final String CITY = PortProfile.current().zh().name();

    private static final String CITY_EN = PortProfile.current().en().name();
    private static final String NAME = CITY + "海桥商贸有限公司";

    public static final String ID_NUMBER = "440402197203150016";

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final FormEditing editing;
    private final FormSteps steps;
    private final FormAttachments attachments;
    private final long enterprise;
    private final String creditCode;
    private final Actor admin;

    /** @param beans gives the server's beans */
    public TestFilings(Function<Class<?>, Object> beans) {
        editing = (FormEditing) beans.apply(FormEditing.class);
        steps = (FormSteps) beans.apply(FormSteps.class);
        attachments = (FormAttachments) beans.apply(FormAttachments.class);
        creditCode = creditCode(NEXT.incrementAndGet());
        enterprise = ((EnterpriseProfiles) beans.apply(EnterpriseProfiles.class))
                .open(creditCode, NAME, Optional.empty(), false, Map.of());
        admin = new Actor("admin" + enterprise, "陈桥", OptionalLong.of(enterprise), Set.of(Role.ENT_ADMIN), "none");
    }

    public static TestFilings on(TestPort port) {
        return new TestFilings(port::bean);
    }

    public long enterprise() {
        return enterprise;
    }

    public String creditCode() {
        return creditCode;
    }

    public Actor admin() {
        return admin;
    }

    /** A draft with everything filled in. */
    public FormRecord draft() {
        var begun = done(editing.begin(FORM, admin));
        try {
            assertThat(attachments.put(begun, "licence_scan", "营业执照.png", new ByteArrayInputStream(picture()), admin))
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return done(editing.save(begun.id(), begun.version(), answers(), Optional.empty(), admin));
    }

    /** Handed in and waiting for the officer. */
    public FormRecord filed() {
        var draft = draft();
        return done(steps.take(draft.id(), draft.version(), "declare", Decision.plain(), admin));
    }

    public static FormRecord done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).record();
    }

    public static Actor officer(String login, Role role) {
        return new Actor(login, "审核员", OptionalLong.empty(), Set.of(role), "none");
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static Answers answers() {
        var values = new HashMap<String, String>();
        values.put("operator_name_en", CITY_EN + " Haiqiao Trading Co., Ltd.");
        values.put("operator_type", "ENT");
        values.put("domicile", CITY + "市情侣路1号");
        values.put("premises_zh", CITY + "市情侣路1号");
        values.put("premises_en", "1 Qinglu Road, " + CITY_EN);
        values.put("phone", PortProfile.current().words().in("$landline_example$"));
        values.put("email", "office@example.com");
        values.put("licence_date", "2020-05-06");
        values.put("business_scope", "跨境电子商务");
        values.put("legal_rep_name", "王港");
        values.put("legal_rep_id_no", ID_NUMBER);
        values.put("registered_capital", "500");
        values.put("registered_capital_usd", "70");
        values.put("undertaking", "true");
        return new Answers(values, Map.of());
    }

    /** A credit code with a right check character. */
    private static String creditCode(int number) {
        var alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var code = "91440400MAAUDT" + String.format("%03d", number);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += alphabet.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code + alphabet.charAt((31 - sum % 31) % 31);
    }
}
