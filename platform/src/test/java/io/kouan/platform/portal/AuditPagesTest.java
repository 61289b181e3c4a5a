package io.kouan.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.TestFilings;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditNames;
import io.kouan.platform.forms.FormRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What auditors see of what others did, and what others see of personal data (roles.md sections 6 and 7). */
class AuditPagesTest extends RoutesTest {

    private static final String MASKED = "440402********0016";

    @Autowired
    private List<AuditNames> names;

    @Test
    void h176aud02theAuditorSeesEverythingAboutADecision() throws Exception {
        var filed = stranger.filed();
        decide(filed, "return", "原件与扫描件不一致");

        var page = shown("/audit?kind=form/" + TestFilings.FORM + "&object=" + number(filed), Role.AUDITOR);

        assertThat(page)
                .contains(
                        login(Role.MOFCOM_REVIEWER, owner),
                        "商务备案审核员",
                        "127.0.0.1",
                        "退回修改",
                        "原件与扫描件不一致",
                        "UNREADABLE",
                        "SUBMITTED",
                        "RETURNED",
                        MASKED)
                .doesNotContain(TestFilings.ID_NUMBER);
        for (String form : new String[] {"delete", "edit", "remove"}) {
            assertThat(page).doesNotContain("/audit/" + form);
        }
    }

    @Test
    void h177personalDataAreWholeOnTheReviewPageOfAnOpenCaseAndEachLookIsInTheLog() throws Exception {
        var filed = stranger.filed();
        long looks = looks(filed);

        assertThat(shown("/desk/" + filed.id(), Role.MOFCOM_REVIEWER)).contains(TestFilings.ID_NUMBER);
        assertThat(looks(filed)).isEqualTo(looks + 1);

        decide(filed, "approve", "");
        assertThat(shown("/desk/" + filed.id(), Role.MOFCOM_REVIEWER))
                .contains(MASKED)
                .doesNotContain(TestFilings.ID_NUMBER);
        assertThat(looks(filed)).isEqualTo(looks + 1);
        assertThat(shown("/desk", Role.MOFCOM_REVIEWER)).doesNotContain(TestFilings.ID_NUMBER);
    }

    @Test
    void h177aud06anExportIsMaskedMarkedAndInTheLog() throws Exception {
        var filed = stranger.filed();

        var csv = shown("/audit/export?object=" + number(filed), Role.AUDITOR);

        assertThat(csv)
                .contains("审计日志导出", login(Role.AUDITOR, owner), MASKED, number(filed))
                .doesNotContain(TestFilings.ID_NUMBER);
        assertThat(shown("/audit?kind=audit&action=export", Role.AUDITOR)).contains("object=" + number(filed));
    }

    @Test
    void aud07theEnterpriseReadsRolesInsteadOfNamesExceptTheWindowClerks() throws Exception {
        var filed = stranger.filed();
        decide(filed, "return", "原件与扫描件不一致");
        db.sql("""
                insert into form_event (record_id, version, at, login, name, role, action, from_state, to_state)
                values (:id, 900, now(), 'window', '窗口员赵六', 'CUS_WINDOW_CLERK', 'x', 'RETURNED', 'RETURNED'),
                       (:id, 901, now(), 'registrar', '注册员钱七', 'CUS_REG_REVIEWER', 'x', 'RETURNED', 'RETURNED')
                """).param("id", filed.id()).update();

        var page = browser.perform(get("/forms/{form}/{id}", TestFilings.FORM, filed.id())
                        .with(user(login(Role.ENT_ADMIN, stranger))))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("商务备案审核员", "窗口员赵六", "海关企业注册审核员", "陈桥")
                .doesNotContain("注册员钱七", login(Role.MOFCOM_REVIEWER, owner), "127.0.0.1");
    }

    @Test
    void theLogIsPagedByNumberAndTheChainIsCheckedOnThePageAndForPrograms() throws Exception {
        for (int i = 0; i < 20; i++) {
            stranger.draft();
        }
        var first = shown("/audit", Role.AUDITOR);
        assertThat(first).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
        var older = first.replaceAll("(?s).*href=\"(/audit\\?before=[0-9]+)\" rel=\"next\".*", "$1");
        assertThat(shown(older, Role.AUDITOR)).contains("rel=\"prev\"");

        assertThat(shown("/audit/chain", Role.AUDITOR)).contains("\"whole\":true");
        assertThat(browser.perform(post("/audit/chain").with(csrf()).with(user(login(Role.AUDITOR, owner))))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("链条完整");
    }

    @Test
    void whoeverTriesDoorsThatAreNotTheirsIsInTheLog() throws Exception {
        shown("/staff", Role.CS_AGENT);

        assertThat(shown("/audit?kind=page&who=" + login(Role.CS_AGENT, owner) + "&result=refused", Role.AUDITOR))
                .contains("/staff", "ERR_FORBIDDEN", "您没有该操作的权限");
    }

    @Test
    void anEntryIsToldInWordsInBothLanguagesWithTheCodesBeside() throws Exception {
        var filed = stranger.filed();
        decide(filed, "return", "原件与扫描件不一致");
        var path = "/audit?kind=form/" + TestFilings.FORM + "&object=" + number(filed);

        assertThat(shown(path, Role.AUDITOR)).contains("扫描件不清晰", "UNREADABLE", "退回修改", "RETURNED", "状态", "单一窗口");
        assertThat(shown(path + "&lang=en", Role.AUDITOR))
                .contains("Scan not legible", "UNREADABLE", "Returned", "RETURNED", "State", "Single Window");
    }

    @Test
    void whateverIsInTheLogHasANameInBothLanguages() throws Exception {
        stranger.filed();
        shown("/staff", Role.CS_AGENT);
        var nameless = new TreeSet<String>();
        for (Language language : Language.values()) {
            db.sql("select distinct kind, action, result from audit_entry")
                    .query((row, number) ->
                            nameless(row.getString("kind"), row.getString("action"), row.getString("result"), language))
                    .list()
                    .forEach(nameless::addAll);
        }
        assertThat(nameless).isEmpty();
    }

    private List<String> nameless(String kind, String action, String result, Language language) {
        var missing = new ArrayList<String>();
        if (names.stream().noneMatch(it -> it.kind(kind, language).isPresent())) {
            missing.add(kind);
        }
        if (result.equals(AuditEntry.DONE)) {
            if (names.stream().noneMatch(it -> it.action(kind, action, language).isPresent())) {
                missing.add(kind + " " + action);
            }
        } else if (names.stream().noneMatch(it -> it.result(result, language).isPresent())) {
            missing.add(result);
        }
        return missing;
    }

    @Test
    void everyRoleBeginsAtItsOwnDesk() throws Exception {
        for (Role role : people()) {
            var home = browser.perform(get("/").with(user(login(role, owner))))
                    .andReturn()
                    .getResponse();
            var to = home.getRedirectedUrl();
            if (to != null && !to.equals("/guide")) {
                assertThat(browser.perform(get(to).with(user(login(role, owner))))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                        .as(role + " is sent to " + to)
                        .isNotEqualTo(403);
            }
        }
    }

    private void decide(FormRecord filed, String action, String reason) throws Exception {
        browser.perform(post("/desk/{id}/step/{action}", filed.id(), action)
                .param("version", Integer.toString(filed.version()))
                .param("record_no", action.equals("approve") ? "03512345" : "")
                .param("reasons", "UNREADABLE")
                .param("reason", reason)
                .with(csrf())
                .with(user(login(Role.MOFCOM_REVIEWER, owner))));
    }

    private long looks(FormRecord record) {
        return db.sql("select count(*) from audit_entry where object = :object and action = 'view' and login = :login")
                .param("object", number(record))
                .param("login", login(Role.MOFCOM_REVIEWER, owner))
                .query(Long.class)
                .single();
    }

    private static String number(FormRecord record) {
        return record.number().orElseThrow();
    }

    private String shown(String path, Role role) throws Exception {
        return browser.perform(get(path).with(user(login(role, owner))))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
