package io.kouan.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The two entries as somebody asks for them, also by requests that no page of ours would send. */
class EntryPagesTest extends PortalTest {

    private static final String CUSTOMS = "bg4404990002";
    private static final String INSPECTION = "bj4404990002";

    @Autowired
    private MockMvc browser;

    @Test
    void h115bothEntriesIntroduceThemselvesToVisitorsAndLeadToTheSignIn() throws Exception {
        browser.perform(get("/customs-entry"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("跨境电商报关入口（珠海跨境公共服务平台）")))
                .andExpect(content().string(containsString("href=\"/signin\"")))
                .andExpect(content().string(containsString("5788")));
        browser.perform(get("/inspection-entry"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("跨境电商报检入口（珠海跨境电商“单一窗口”）")))
                .andExpect(content().string(containsString("485500")));
        browser.perform(get("/customs-entry/filings")).andExpect(redirectedUrl("/signin"));
    }

    @Test
    void h128theListPageHasItsTitleButtonsConditionsAndColumns() throws Exception {
        var page = as(INSPECTION, "/inspection-entry/filings").andExpect(status().isOk());

        for (String text : new String[] {
            "企业备案管理列表", "新增", "修改", "删除", "申报", "查询", "重置", "备案编号", "企业中文名称", "备案状态", "全部", "企业类型", "申报日期", "至"
        }) {
            page.andExpect(content().string(containsString(text)));
        }
        var created = begin(INSPECTION, "inspection");
        as(INSPECTION, "/inspection-entry/filings")
                .andExpect(content().string(containsString("企业英文名称")))
                .andExpect(content().string(containsString("href=\"" + created + "\"")));
    }

    @Test
    void h130theActionsNeedOneRow() throws Exception {
        for (String action : new String[] {"edit", "delete", "declare"}) {
            browser.perform(post("/inspection-entry/filings")
                            .param("do", action)
                            .with(user(INSPECTION))
                            .with(csrf()))
                    .andExpect(flash().attribute("faults", containsCode("ERR_SELECT_ONE")));
            browser.perform(post("/inspection-entry/filings")
                            .param("do", action)
                            .param("row", "1", "2")
                            .with(user(INSPECTION))
                            .with(csrf()))
                    .andExpect(flash().attribute("faults", containsCode("ERR_SELECT_ONE")));
        }
    }

    @Test
    void h117aForgedOfficeIsRefused() throws Exception {
        var address = begin(CUSTOMS, "customs");

        browser.perform(multipart(address)
                        .param("version", "2")
                        .param("group", "head")
                        .param("customs_office", "5700")
                        .param("declare", "true")
                        .with(user(CUSTOMS))
                        .with(csrf()))
                .andExpect(redirectedUrl(address))
                .andExpect(flash().attribute("faults", containsCode("ERR_OFFICE")));
    }

    @Test
    void h135closingAsksWhereSomethingWasChangedAndOnlyThere() throws Exception {
        var address = begin(INSPECTION, "inspection");

        browser.perform(multipart(address)
                        .param("version", "2")
                        .param("group", "remarks")
                        .param("remark", "尚未保存")
                        .param("close", "true")
                        .with(user(INSPECTION))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("是否放弃未保存的修改？")))
                .andExpect(content().string(containsString("尚未保存")));
        browser.perform(multipart(address)
                        .param("version", "2")
                        .param("group", "remarks")
                        .param("remark", "")
                        .param("close", "true")
                        .with(user(INSPECTION))
                        .with(csrf()))
                .andExpect(redirectedUrl("/inspection-entry/filings"));
        as(INSPECTION, address).andExpect(content().string(not(containsString("尚未保存"))));
    }

    @Test
    void afterAReturnThatNamesItemsThePageAsksForTheseAndRefusesTheRest() throws Exception {
        var address = begin(CUSTOMS, "customs");
        var id = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
        db.sql("""
                insert into form_event (record_id, version, at, login, name, role, action, from_state, to_state, reasons,
                                        reason, places)
                values (:id, 1000, now(), 'cus5791', '审核员', 'CUS_OFFICE_REVIEWER', 'return', 'REVIEWING', 'DRAFT', '{}', '',
                        '{contact_mobile,directions}')
                """).param("id", id).update();
        db.sql("update form_record set answers = :answers::json where id = :id")
                .param("answers", "{\"fields\":{\"contact_name\":\"张海\"},\"tables\":{}}")
                .param("id", id)
                .update();

        as(CUSTOMS, address)
                .andExpect(content().string(containsString("审核人员要求修改以下内容")))
                .andExpect(content().string(containsString("name=\"contact_mobile\"")))
                .andExpect(content().string(not(containsString("name=\"contact_name\""))));
        browser.perform(multipart(address)
                        .param("version", "2")
                        .param("group", "head", "contacts")
                        .param("contact_mobile", "13800138000")
                        .param("contact_name", "别人")
                        .param("save", "true")
                        .with(user(CUSTOMS))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("不在本次退回要求修改的内容之列")))
                .andExpect(content().string(containsString("13800138000")));
        browser.perform(multipart(address)
                        .param("version", "2")
                        .param("group", "head", "contacts")
                        .param("contact_mobile", "13800138000")
                        .param("save", "true")
                        .with(user(CUSTOMS))
                        .with(csrf()))
                .andExpect(redirectedUrl(address));
    }

    @Test
    void theListOfApplicationsHoldsNothingThatItsReaderCannotOpen() throws Exception {
        begin(CUSTOMS, "customs");

        as("merchant", "/records")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/forms/customs_portal_filing/"))));
    }

    @Test
    void h116eachEntryIsForItsOwnPeople() throws Exception {
        as(CUSTOMS, "/inspection-entry/filings").andExpect(status().isForbidden());
        as(INSPECTION, "/customs-entry/filings").andExpect(status().isForbidden());
        as("merchant", "/customs-entry/filings").andExpect(status().isForbidden());
        as("cus5791", "/customs-entry/filings").andExpect(status().isForbidden());
        as("cus5791", "/inspection-entry/filings").andExpect(status().isForbidden());
        as(CUSTOMS, "/start").andExpect(redirectedUrl("/customs-entry/filings"));
    }

    @Test
    void aFilingOfAnotherEnterpriseOrOfNobodyIsNotFound() throws Exception {
        var own = begin(CUSTOMS, "customs");
        var id = own.substring(own.lastIndexOf('/') + 1);
        db.sql("""
                update form_record set enterprise_id = (select id from enterprise where customs_code = '4404990003')
                 where id = :id
                """).param("id", Long.parseLong(id)).update();

        as(CUSTOMS, own).andExpect(status().isNotFound());
        as(CUSTOMS, own + "/letter").andExpect(status().isNotFound());
        as(CUSTOMS, own + "/delete").andExpect(status().isNotFound());
        as(CUSTOMS, "/customs-entry/filings/999999999").andExpect(status().isNotFound());
        browser.perform(post("/customs-entry/filings")
                        .param("do", "delete")
                        .param("row", id)
                        .with(user(CUSTOMS))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        browser.perform(post(own + "/step/approve")
                        .param("version", "2")
                        .with(user(CUSTOMS))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void aLetterIsThereForTheOfficeThatAsksForIt() throws Exception {
        var address = begin(CUSTOMS, "customs");
        as(CUSTOMS, address + "/letter").andExpect(status().isNotFound());

        browser.perform(multipart(address)
                .param("version", "2")
                .param("group", "head")
                .param("customs_office", "5791")
                .with(user(CUSTOMS))
                .with(csrf()));

        as(CUSTOMS, address + "/letter")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("申请对接海关总署进口统一版")))
                .andExpect(content().string(containsString("书面申请缺少必备内容：开展业务地点")))
                .andExpect(content().string(containsString("（公章）")));
    }

    @Test
    void whoFollowsANotificationToTheFormArrivesAtTheEntry() throws Exception {
        var address = begin(CUSTOMS, "customs");
        var id = address.substring(address.lastIndexOf('/') + 1);

        as(CUSTOMS, "/forms/customs_portal_filing/" + id).andExpect(redirectedUrl(address));
        as(CUSTOMS, "/forms/customs_portal_filing").andExpect(redirectedUrl("/customs-entry/filings"));
        as(INSPECTION, "/forms/customs_portal_filing/" + id).andExpect(status().isNotFound());
    }

    private String begin(String login, String entry) throws Exception {
        var address = browser.perform(post("/" + entry + "-entry/filings")
                        .param("do", "add")
                        .with(user(login))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(address).startsWith("/" + entry + "-entry/filings/");
        return String.valueOf(address);
    }

    private static org.hamcrest.Matcher<Object> containsCode(String code) {
        return org.hamcrest.Matchers.hasToString(containsString(code));
    }

    private ResultActions as(String login, String address) throws Exception {
        return browser.perform(get(address).with(user(login)));
    }
}
