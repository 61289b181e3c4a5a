package io.kouan.platform.localfiling;

import static io.kouan.platform.TestEnterprise.done;

import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** An enterprise with a customs code that prepares the papers of its local filing. */
final class MaterialWorld {

    /** Invented people whose numbers have a right check character. */
    static final String P1 = "440402198503120016";

    static final String P4 = "440402197203150016";

    final TestPort port;
    final TestEnterprise company;
    final String customsCode;
    final LocalDate today;

    MaterialWorld(TestPort port) {
        this(port, TestEnterprise.of(port));
    }

    MaterialWorld(TestPort port, TestEnterprise company) {
        this.port = port;
        this.company = company;
        this.customsCode = company.customsCode();
        this.today = LocalDate.ofInstant(port.bean(Clock.class).instant(), PortTime.ZONE);
    }

    Actor user() {
        return new Actor(
                "cs" + company.id(), "张海", OptionalLong.of(company.id()), Set.of(Role.CS_USER, Role.ENT_ADMIN), "none");
    }

    /** What the profile knows beforehand. */
    void remember(Map<String, String> values) {
        port.bean(EnterpriseProfiles.class).remember(company.id(), values);
    }

    FormRecord draft(Material material, Map<String, String> changes) {
        var values = new HashMap<>(answers(material));
        values.putAll(changes);
        return company.fill(company.begin(material.form(), user()), new Answers(values, Map.of()), user());
    }

    Outcome complete(FormRecord record) {
        return company.take(record, "complete", Decision.plain(), user());
    }

    FormRecord completed(Material material) {
        return done(complete(draft(material, Map.of())));
    }

    Map<String, String> answers(Material material) {
        return switch (material) {
            case UNIFIED_ACCESS ->
                Map.ofEntries(
                        Map.entry("enterprise_types", "EC"),
                        Map.entry("address", "珠海市横琴新区环岛东路1号"),
                        Map.entry("legal_rep_name", "王港"),
                        Map.entry("contact_name", "张海"),
                        Map.entry("contact_id_no", P1),
                        Map.entry("contact_mobile", "13800138000"),
                        Map.entry("contact_email", "office@example.com"),
                        Map.entry("business_modes", "9610,1210"),
                        Map.entry("directions", "I,E"),
                        Map.entry("customs_office", "5791"),
                        Map.entry("document_kinds", "ORDER"),
                        Map.entry("daily_volume", "500"),
                        Map.entry("undertaking", "true"),
                        Map.entry("sign_date", today.toString()));
            case DXP_USER ->
                Map.ofEntries(
                        Map.entry("apply_date", today.toString()),
                        Map.entry("address", "珠海市横琴新区环岛东路1号"),
                        Map.entry("contact_name", "张海"),
                        Map.entry("contact_phone", "0756-8125566"),
                        Map.entry("contact_mobile", "13800138000"),
                        Map.entry("contact_email", "office@example.com"),
                        Map.entry("customs_office", "5791"),
                        Map.entry("card_no", "FR2026000123"),
                        Map.entry("cert_serial", "5A3C0F1122334455"),
                        Map.entry("document_kinds", "ORDER"),
                        Map.entry("directions", "I,E"),
                        Map.entry("daily_volume", "500"));
            case POWER_OF_ATTORNEY ->
                Map.of(
                        "legal_rep_name",
                        "王港",
                        "principal_address",
                        "珠海市横琴新区环岛东路1号",
                        "agent_name",
                        "张海",
                        "agent_id_no",
                        P1,
                        "agent_mobile",
                        "13800138000",
                        "valid_from",
                        today.toString(),
                        "valid_to",
                        today.plusYears(1).toString(),
                        "sign_date",
                        today.toString());
        };
    }
}
