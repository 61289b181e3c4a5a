package io.kouan.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The customer service platform as somebody asks for its pages, also by requests that no page of ours would send. */
class ServiceDeskPagesTest extends PortalTest {

    private static final String USER = "kf4404990002";

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private EnterpriseProfiles profiles;

    @Test
    void h065TheButtonOpensTheRegistrationWithItsTwoGroups() throws Exception {
        browser.perform(get("/service-desk"))
                .andExpect(content().string(stringContainsInOrder("href=\"/service-desk/register\"", "用户注册")));
        browser.perform(get("/service-desk/register"))
                .andExpect(status().isOk())
                .andExpect(content().string(stringContainsInOrder("企业资质", "用户资料")));
    }

    @Test
    void h066RequiredAndOptionalFieldsAreThoseOfTheHandbook() throws Exception {
        var page = browser.perform(get("/service-desk/register"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        for (String label : new String[] {
            "统一社会信用代码",
            "公司全称",
            "主要业务口岸",
            "企业性质",
            "企业类型",
            "所属行业",
            "企业规模",
            "AEO信用等级",
            "是否使用关务软件",
            "贸易类型",
            "登录账号",
            "密码",
            "确认密码",
            "真实姓名",
            "手机"
        }) {
            assertThat(page).contains("<span>" + label + "</span><span class=\"k-required\"");
        }
        assertThat(page).contains("（建议使用单一窗口账号）");
        for (String label : new String[] {"QQ号", "接收邮件通知", "接收短信通知"}) {
            assertThat(page).contains("<span>" + label + "</span>");
            assertThat(page).doesNotContain("<span>" + label + "</span><span class=\"k-required\"");
        }
        assertThat(times(page, "<span>邮箱</span>")).isEqualTo(2);
        assertThat(times(page, "<span>邮箱</span><span class=\"k-required\"")).isEqualTo(1);
        assertThat(page).containsPattern("value=\"NONE\"[^>]*checked");
    }

    private static long times(String page, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(page).results().count();
    }

    @Test
    void h067SelectsStartEmptyAndAreAskedFor() throws Exception {
        browser.perform(post("/service-desk/register").param("main_port", "").with(csrf()))
                .andExpect(content().string(containsString("<option value=\"\">--请选择--</option>")))
                .andExpect(content().string(containsString("请填写主要业务口岸")))
                .andExpect(content().string(containsString("图形验证码")));
    }

    @Test
    void h077TheFrameAfterSignInIsTheHandbooks() throws Exception {
        var merchant = profiles.holderOf("4404990002");
        people.register("zhang_hai", "-", "张海", merchant, Set.of(Role.CS_USER));

        browser.perform(get("/service-desk").with(user("zhang_hai")))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "珠海电子口岸 | 客户服务平台", "欢迎您，", "张海", "退出登录", "首页", "工单管理", "基础资料管理")));
        for (String address :
                new String[] {"/service-desk/tickets", "/service-desk/tickets/new", "/service-desk/profile"}) {
            browser.perform(get(address).with(user("zhang_hai"))).andExpect(status().isOk());
        }
    }

    @Test
    void h084NothingOfAForeignTicketIsShown() throws Exception {
        var address = begin();
        var stranger = profiles.holderOf("4404990001");
        people.register("kf_stranger", "-", "别家", stranger, Set.of(Role.CS_USER));

        for (String path : new String[] {"", "/talk/00000007-0000-0007-0000-000000000007"}) {
            browser.perform(get(address + path).with(user("kf_stranger")))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(not(containsString("本地备案"))));
        }
        for (String path : new String[] {"/say", "/rate", "/delete", "/step/cancel"}) {
            browser.perform(multipart(address + path)
                            .param("version", "2")
                            .param("body", "你好")
                            .with(user("kf_stranger"))
                            .with(csrf()))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void aMatterIsChosenFirstAndItsSlotsAppear() throws Exception {
        var address = begin();

        browser.perform(get(address).with(user(USER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("珠海沙箱电子商务有限公司 申请开通跨境电商珠海本地备案")))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "跨境电商统一版企业接入申请表", "电子口岸数据交换平台用户申请表", "委托书", "被委托人身份证正反面扫描件", "附件")));
    }

    @Test
    void theDesksPagesAreForTheDesk() throws Exception {
        for (String address : new String[] {"/desk/accounts", "/desk/tickets", "/desk/tickets.csv"}) {
            browser.perform(get(address).with(user(USER))).andExpect(status().isForbidden());
            browser.perform(get(address).with(user("service"))).andExpect(status().isOk());
        }
    }

    @Test
    void theBoardOfDeadlinesIsForOfficers() throws Exception {
        browser.perform(get("/desk/deadlines").with(user(USER))).andExpect(status().isForbidden());
        for (String officer : new String[] {"service", "supervisor", "commerce"}) {
            browser.perform(get("/desk/deadlines").with(user(officer)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("时限看板")));
        }
    }

    @Test
    void aResubmissionNeedsThePasswordFirst() throws Exception {
        browser.perform(get("/service-desk/resubmit")).andExpect(redirectedUrl("/service-desk"));
        browser.perform(post("/service-desk/resubmit").with(csrf())).andExpect(redirectedUrl("/service-desk"));
        browser.perform(post("/service-desk/resubmit/code").with(csrf())).andExpect(redirectedUrl("/service-desk"));
        browser.perform(post("/service-desk/signin")
                        .param("login", "nobody")
                        .param("password", "x")
                        .with(csrf()))
                .andExpect(redirectedUrl("/service-desk?failed"));
    }

    private String begin() throws Exception {
        return Stream.of(browser.perform(post("/service-desk/tickets")
                                .param("template", "LOCAL_FILING")
                                .with(user(USER))
                                .with(csrf()))
                        .andExpect(status().is3xxRedirection())
                        .andReturn())
                .map(result -> Optional.ofNullable(result.getResponse().getRedirectedUrl())
                        .orElseThrow())
                .findFirst()
                .orElseThrow();
    }
}
