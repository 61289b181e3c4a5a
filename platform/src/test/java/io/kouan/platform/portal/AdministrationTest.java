package io.kouan.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Option;
import io.kouan.platform.port.Calendars;
import io.kouan.platform.port.Switches;
import io.kouan.platform.port.Switches.Switch;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Offices, calendar and switches are data that two system administrators change (handbook S12, SOD-12). */
class AdministrationTest extends PortalTest {

    private static final LocalDate CHANGE = LocalDate.of(2099, 3, 1);

    @Autowired
    private MockMvc browser;

    @Autowired
    private FormCatalogue catalogue;

    @Autowired
    private Calendars calendars;

    @Autowired
    private Switches switches;

    @AfterEach
    void undo() {
        db.sql("delete from reference_change").update();
        db.sql("delete from calendar_year").update();
        db.sql("delete from switch_value").update();
        db.sql("delete from office where valid_from > '2000-01-01'").update();
        db.sql("update office set valid_until = null").update();
    }

    @Test
    void h173OfficesAreData() throws Exception {
        propose(
                        "/administration/offices",
                        "list",
                        "customs_office",
                        "code",
                        "5799",
                        "nameZh",
                        "青茂",
                        "nameEn",
                        "Qingmao",
                        "from",
                        CHANGE.toString())
                .andExpect(flash().attribute("done", "propose"));
        assertThat(offered(CHANGE)).doesNotContain("5799");
        confirm("system2").andExpect(flash().attribute("done", "confirm"));
        propose(
                "/administration/offices/close",
                "list",
                "customs_office",
                "code",
                "5770",
                "until",
                CHANGE.minusDays(1).toString());
        confirm("system2").andExpect(flash().attribute("done", "confirm"));

        assertThat(offered(CHANGE.minusDays(1))).contains("5770").doesNotContain("5799");
        assertThat(offered(CHANGE)).contains("5799", "5791", "5795", "5788").doesNotContain("5770");
        // an old record goes on showing what it was filed with
        assertThat(catalogue.options("customs_office").label("5770").zh()).isEqualTo("斗门");
        assertThat(catalogue.options("customs_office").find("5770", CHANGE)).isEmpty();
    }

    @Test
    void h174AYearThatIsLoadedCountsForOpenDeadlinesAndEndsTheProvisionalMark() throws Exception {
        var filed = LocalDate.of(2026, 12, 21);
        assertThat(calendars.current().deadline(filed, 10).due().toLocalDate()).isEqualTo("2027-01-04");
        assertThat(calendars.current().deadline(filed, 10).provisional()).isTrue();

        propose("/administration/calendar", "year", "2027", "daysOff", "2027-01-01", "sourceNotice", "国办发明电〔2026〕示例");
        assertThat(calendars.current().deadline(filed, 10).provisional()).isTrue();
        confirm("system2");

        assertThat(calendars.current().deadline(filed, 10).due().toLocalDate()).isEqualTo("2027-01-05");
        assertThat(calendars.current().deadline(filed, 10).provisional()).isFalse();
    }

    @Test
    void h174TheGuideShowsTheNewDateWithoutTheMark() throws Exception {
        long enterprise = db.sql("select enterprise_id from person where login = 'logistics'")
                .query(Long.class)
                .single();
        db.sql("""
                insert into form_record (form, form_version, enterprise_id, state, version, answers, created_by, created_at,
                                         updated_at, submitted_by, submitted_at)
                values ('customer_service_registration', 1, :enterprise, 'PENDING', 1, '{"fields":{},"tables":{}}', 'logistics', now(),
                        now(), 'logistics', '2026-12-31T02:00:00Z')
                """).param("enterprise", enterprise).update();

        browser.perform(get("/guide").with(user("logistics")))
                .andExpect(content().string(stringContainsInOrder("预计 2027-01-01 18:00 前完成", "暂定", "如何计算")));
        propose("/administration/calendar", "year", "2027", "daysOff", "2027-01-01/2027-01-03", "sourceNotice", "示例");
        confirm("system2");

        browser.perform(get("/guide").with(user("logistics")))
                .andExpect(content().string(containsString("预计 2027-01-04 18:00 前完成")))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("暂定"))));
        db.sql("delete from form_record where form = 'customer_service_registration'")
                .update();
    }

    @Test
    void sod12NobodyConfirmsWhatTheyProposed() throws Exception {
        propose("/administration/switches", "key", "qualification.fto.enabled", "value", "false");

        confirm("system1").andExpect(flash().attribute("refused", "ERR_SELF_APPROVAL"));
        assertThat(switches.isOn(Switch.TRADE_OPERATOR_FILING)).isTrue();
        confirm("system2").andExpect(flash().attribute("done", "confirm"));
        assertThat(switches.isOn(Switch.TRADE_OPERATOR_FILING)).isFalse();
        assertThat(db.sql("""
                select login || ' ' || action || ' ' || result from audit_entry
                 where kind = 'reference/set_switch' and object = 'qualification.fto.enabled' order by number desc limit 3
                """).query(String.class).list())
                .containsExactly("system2 confirm done", "system1 confirm ERR_SELF_APPROVAL", "system1 propose done");
    }

    @Test
    void sod12NobodyButASystemAdministratorSeesOrChangesReferenceData() throws Exception {
        for (String login : List.of("merchant", "registrar", "editor", "operator")) {
            browser.perform(get("/administration").with(user(login))).andExpect(status().isForbidden());
            browser.perform(post("/administration/switches")
                            .param("key", "licence.valid_years")
                            .param("value", "9")
                            .with(user(login))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
        browser.perform(get("/administration")).andExpect(status().is3xxRedirection());
    }

    @Test
    void whatCannotBeIsRefusedAndWhatWaitsIsNotProposedTwice() throws Exception {
        refused("/administration/calendar", "ERR_DATE", "year", "2027", "daysOff", "yesterday", "sourceNotice", "x");
        refused(
                "/administration/calendar",
                "ERR_DATE_ORDER",
                "year",
                "2027",
                "daysOff",
                "2026-01-01",
                "sourceNotice",
                "x");
        refused(
                "/administration/calendar",
                "ERR_DATE_ORDER",
                "year",
                "2027",
                "daysOff",
                "2027-01-01",
                "makeUpWorkDays",
                "2027-01-01",
                "sourceNotice",
                "x");
        refused(
                "/administration/offices",
                "ERR_DATE_ORDER",
                "list",
                "customs_office",
                "code",
                "5791",
                "nameZh",
                "重复",
                "nameEn",
                "Twice",
                "from",
                CHANGE.toString());
        refused(
                "/administration/offices",
                "ERR_DATE_ORDER",
                "list",
                "customs_office",
                "code",
                "5799",
                "nameZh",
                "过去",
                "nameEn",
                "Past",
                "from",
                "2001-01-01");
        refused("/administration/switches", "ERR_PATTERN", "key", "licence.max_computers", "value", "0");
        refused("/administration/switches", "ERR_PATTERN", "key", "no.such.switch", "value", "true");

        propose("/administration/switches", "key", "licence.max_computers", "value", "3");
        refused("/administration/switches", "ERR_DUPLICATE_OPEN", "key", "licence.max_computers", "value", "4");
    }

    @Test
    void aRejectedChangeNeverCountsAndIsNotConfirmedLater() throws Exception {
        propose("/administration/switches", "key", "licence.valid_years", "value", "5");
        long id = newest();
        browser.perform(post("/administration/proposals/" + id + "/reject")
                        .with(user("system2"))
                        .with(csrf()))
                .andExpect(flash().attribute("done", "reject"));

        browser.perform(post("/administration/proposals/" + id + "/confirm")
                        .with(user("system2"))
                        .with(csrf()))
                .andExpect(flash().attribute("refused", "ERR_VERSION_CONFLICT"));
        assertThat(switches.number(Switch.LICENCE_YEARS)).isEqualTo(3);
    }

    @Test
    void namesOfOfficesAreShownAsTextAndNothingElse() throws Exception {
        propose(
                "/administration/offices",
                "list",
                "customs_office",
                "code",
                "5799",
                "nameZh",
                "<script>alert(1)</script>",
                "nameEn",
                "<b>x</b>",
                "from",
                CHANGE.toString());

        browser.perform(get("/administration").with(user("system2")))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)&lt;/script&gt;")))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("<script>alert"))));
    }

    private void refused(String page, String message, String... values) throws Exception {
        propose(page, values).andExpect(flash().attribute("refused", message));
    }

    private ResultActions propose(String page, String... values) throws Exception {
        var request = post(page).with(user("system1")).with(csrf());
        for (int i = 0; i < values.length; i += 2) {
            request.param(values[i], values[i + 1]);
        }
        return browser.perform(request);
    }

    private ResultActions confirm(String login) throws Exception {
        return browser.perform(post("/administration/proposals/" + newest() + "/confirm")
                .with(user(login))
                .with(csrf()));
    }

    private long newest() {
        return db.sql("select max(id) from reference_change").query(Long.class).single();
    }

    private List<String> offered(LocalDate day) {
        return catalogue.options("customs_office").on(day).stream()
                .map(Option::code)
                .toList();
    }
}
