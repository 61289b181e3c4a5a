package io.kouan.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.transmission.BusinessType;
import io.kouan.platform.transmission.BusinessTypes;
import io.kouan.platform.transmission.Realm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Business menus, DXP users and the enrolment as somebody asks for them, also by requests that no page of ours would send. */
class TransmissionPagesTest extends PortalTest {

    private static final String MERCHANT = "4404990002";
    private static final String CUSTOMS = "bg" + MERCHANT;
    private static final String INSPECTION = "bj" + MERCHANT;

    @Autowired
    private MockMvc browser;

    @Autowired
    private BusinessTypes businessTypes;

    @Autowired
    private EnterpriseProfiles enterprises;

    @Autowired
    private People people;

    @Autowired
    private FormEditing editing;

    @Autowired
    private FormSteps steps;

    @Test
    void h151BusinessMenusAreThereForWhoeverHoldsTheRoleAndForNobodyElse() throws Exception {
        long merchant = enterprises.holderOf(MERCHANT).orElseThrow();
        as(CUSTOMS, "/customs-entry/filings")
                .andExpect(content().string(containsString("href=\"/customs-entry/business/9610-import\"")))
                .andExpect(content().string(containsString("1210出口")));
        as(CUSTOMS, "/customs-entry/business/9610-import").andExpect(status().isOk());
        as(INSPECTION, "/customs-entry/business/9610-import").andExpect(status().isForbidden());
        as(CUSTOMS, "/customs-entry/business/9710-import").andExpect(status().isNotFound());

        businessTypes.closeAll(merchant, Realm.CUSTOMS);
        try {
            as(CUSTOMS, "/customs-entry/filings").andExpect(content().string(not(containsString("9610进口"))));
            as(CUSTOMS, "/customs-entry/business/9610-import")
                    .andExpect(status().isForbidden())
                    .andExpect(content().string(containsString("尚未开通该业务类型的角色权限")));
            as(INSPECTION, "/inspection-entry/business/9610-import").andExpect(status().isOk());
        } finally {
            businessTypes.open(merchant, Realm.CUSTOMS, BusinessType.all(), "", "system");
        }
    }

    @Test
    void h107TheDataCentreEntersAnIdAndAnotherOfItsOfficersChecksIt() throws Exception {
        var code = "440416" + String.format("%04d", ThreadLocalRandom.current().nextInt(10_000));
        var id = "DXPENT" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
        var credit = "9144" + ThreadLocalRandom.current().nextLong(10_000_000_000_000L, 99_999_999_999_999L);
        long enterprise = enterprises.open(credit, "珠海登记试验有限公司", Optional.of(code), false, Map.of());
        enterprises.verifyCustomsCode(enterprise, "registrar");

        as("service", "/dxp-users")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/dxp-users/new"))));
        as("service", "/dxp-users/new").andExpect(status().isForbidden());
        enter("service", id, code).andExpect(status().isForbidden());
        enter("datacentre", "DXPENT1", code)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("role=\"alert\"")));
        enter("datacentre", id, "4404169998").andExpect(content().string(containsString("role=\"alert\"")));
        enter("datacentre", id, code).andExpect(redirectedUrl("/dxp-users/" + id));

        step("datacentre", id, "check", "1", "", "").andExpect(flash().attributeExists("refused"));
        step("datacentre2", id, "check", "1", "", "").andExpect(flash().attributeExists("done"));
        as("service", "/dxp-users?q=" + id)
                .andExpect(content().string(containsString("珠海登记试验有限公司")))
                .andExpect(content().string(containsString("已下发")));
        as("service", "/dxp-users/" + id)
                .andExpect(content().string(containsString("datacentre2")))
                .andExpect(content().string(not(containsString("/state"))));
        step("datacentre", id, "state", "2", "SUSPENDED", "短").andExpect(flash().attributeExists("refused"));
        step("datacentre", id, "state", "2", "SUSPENDED", "企业停业整顿三个月").andExpect(flash().attributeExists("done"));
        step("datacentre", id, "state", "3", "CANCELLED", "企业不再办理业务").andExpect(flash().attributeExists("done"));
        step("datacentre", id, "state", "4", "ISSUED", "").andExpect(flash().attributeExists("refused"));
        as("datacentre", "/dxp-users/" + id).andExpect(content().string(containsString("企业不再办理业务")));
    }

    @Test
    void theEnrolmentShowsItsFourCasesAndGivesItsKeysToTheEnterpriseOnly() throws Exception {
        long merchant = enterprises.holderOf(MERCHANT).orElseThrow();
        var integrator = person("jk-merchant", merchant);
        var stranger = person("jk-stranger", enterprises.holderOf("4404990001").orElseThrow());
        var record = testing(integrator);
        var address = "/forms/api_channel_enrolment/" + record.id();

        as(integrator.login(), address)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("发送一份未加密的报文，被拒收")))
                .andExpect(content().string(containsString("下一步：用已登记的证书签名")))
                .andExpect(content().string(containsString("领取联调通道密钥")))
                .andExpect(content().string(not(containsString("领取正式通道密钥"))));
        as("service", "/desk/" + record.id())
                .andExpect(content().string(containsString("联调测试")))
                .andExpect(content().string(not(containsString("领取联调通道密钥"))));
        key(integrator.login(), record, "test-key")
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content().string(containsString("kouan_")));
        key(stranger.login(), record, "test-key").andExpect(status().isNotFound());
        key(integrator.login(), record, "live-key").andExpect(status().isNotFound());
        key("service", record, "test-key").andExpect(status().isForbidden());
        for (var matter : Map.of("BUSINESS_TYPE", "business_type_request", "API_ENROLMENT", "api_channel_enrolment")
                .entrySet()) {
            browser.perform(post("/service-desk/tickets")
                            .param("template", matter.getKey())
                            .with(user(integrator.login()))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/forms/" + matter.getValue()));
            as(integrator.login(), "/forms/" + matter.getValue()).andExpect(status().isOk());
        }
    }

    private FormRecord testing(Actor integrator) {
        var values = Map.of(
                "encryption_means", "HSM",
                "encryption_statement", "true",
                "ca_cert_serial", "0A1B2C3D4E5F",
                "document_kinds", "ORDER",
                "peak_per_hour", "3500",
                "tech_contact_name", "陈桥",
                "tech_contact_mobile", "13800138001",
                "tech_contact_email", "tech@example.com");
        var answers = new Answers(values, Map.of("addresses", List.of(Map.of("source_ip", "203.0.113.8"))));
        var begun = done(editing.begin("api_channel_enrolment", integrator));
        var filled = done(editing.save(begun.id(), begun.version(), answers, Optional.empty(), integrator));
        var submitted = done(steps.take(filled.id(), filled.version(), "submit", Decision.plain(), integrator));
        var agent = new Actor("service", "客服", OptionalLong.empty(), Set.of(Role.CS_AGENT), "none");
        return done(steps.take(submitted.id(), submitted.version(), "start_test", Decision.plain(), agent));
    }

    private static FormRecord done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).record();
    }

    private Actor person(String login, long enterprise) {
        var actor = new Actor(login, "陈桥", OptionalLong.of(enterprise), Set.of(Role.CS_USER), "none");
        people.register(login, "-", actor.name(), Optional.of(enterprise), actor.roles());
        return actor;
    }

    private ResultActions enter(String login, String id, String code) throws Exception {
        return browser.perform(post("/dxp-users")
                .param("dxp_id", id)
                .param("customs_code", code)
                .param("ticket_no", "GD2026112300001")
                .param("issued_on", "2026-01-05")
                .with(user(login))
                .with(csrf()));
    }

    private ResultActions step(String login, String id, String step, String version, String to, String reason)
            throws Exception {
        return browser.perform(post("/dxp-users/" + id + "/" + step)
                .param("version", version)
                .param("to", to)
                .param("reason", reason)
                .with(user(login))
                .with(csrf()));
    }

    private ResultActions key(String login, FormRecord record, String key) throws Exception {
        return browser.perform(
                post("/interface/" + record.id() + "/" + key).with(user(login)).with(csrf()));
    }

    private ResultActions as(String login, String address) throws Exception {
        return browser.perform(get(address).with(user(login)));
    }
}
