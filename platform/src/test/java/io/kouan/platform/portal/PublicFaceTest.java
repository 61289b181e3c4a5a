package io.kouan.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What a visitor meets first (handbook S1), and where signing in leads. */
class PublicFaceTest extends PortalTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @Autowired
    private MockMvc browser;

    @Test
    void h001TheHomePageShowsIdentityMenusAndSignIn() throws Exception {
        browser.perform(get("/"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "中国（珠海）国际贸易“单一窗口”", "中央标准应用", "企业资质", "地方特色应用", "跨境电商报关入口", "跨境电商报检入口", "客户服务")))
                .andExpect(content().string(containsString("name=\"password\"")))
                .andExpect(content().string(containsString("珠海电子口岸公众号")))
                .andExpect(content().string(containsString("class=\"k-qr-ink\"")))
                .andExpect(content().string(containsString("主办：珠海电子口岸管理有限公司")));
    }

    @Test
    void everyPageLeadsToTheVerificationOfPrintedDocuments() throws Exception {
        browser.perform(get("/"))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "href=\"/verify\"", "文档核验", "k-footer", "href=\"/verify\"", "文档核验")));
    }

    @Test
    void h002TheSignInBoxLeadsToRegistration() throws Exception {
        browser.perform(get("/")).andExpect(content().string(stringContainsInOrder("href=\"/register\"", "立即注册")));
        browser.perform(get("/register")).andExpect(status().isOk());
    }

    @Test
    void h015TheMenuLeadsToTheQualificationSystem() throws Exception {
        browser.perform(get("/").with(user("warehouse")))
                .andExpect(content().string(containsString("href=\"/qualification\"")));
        browser.perform(get("/qualification").with(user("merchant")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "商务部资质", "商务部注册申请", "海关企业通用资质", "企业注册登记", "注册信息变更申请", "查询打印", "法人卡和操作员卡")));
        browser.perform(get("/qualification")).andExpect(redirectedUrl("/signin"));
        browser.perform(get("/qualification").with(user("registrar"))).andExpect(status().isForbidden());
    }

    @Test
    void h016TheNoticesBoxHoldsSevenNewestFirst() throws Exception {
        var page = browser.perform(get("/service"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "2020-11-30 16:53:48",
                                "2020-05-28 09:07:42",
                                "2020-04-29 10:13:17",
                                "2020-04-26 15:21:27",
                                "2020-01-08 16:42:51",
                                "2020-01-07 15:38:07",
                                "2019-12-30 10:44:32")))
                .andExpect(content().string(containsString("关于海关内网审批系统更新通知（202...")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page.split("<time", -1)).hasSize(8);
    }

    @Test
    void h018TheCustomerServiceBlockLeadsToThePlatform() throws Exception {
        browser.perform(get("/service")).andExpect(content().string(stringContainsInOrder("客户服务平台", ">登录<", "前往客服平台")));
        browser.perform(get("/service-desk"))
                .andExpect(status().isOk())
                .andExpect(content().string(stringContainsInOrder("登录", "用户注册")));
    }

    @Test
    void h019TheDownloadCentreHasItsTabsCategoriesAndEightDocumentsInOrder() throws Exception {
        browser.perform(get("/downloads"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "文档下载", "应用下载", "其他下载", "操作手册", "跨境电商", "培训课件", "加工贸易（金二）", "其他")))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "KJDS-002跨境电商统一版企业接入申请表.doc",
                                "跨境电商近期热点政策解读（含退货监管政策）20200508.pdf",
                                "珠海跨境电商企业接入手册（V3_0版本）.pdf",
                                "海关跨境统一版系统企业对接报文规范（试行）.rar",
                                "跨境电商经营主体备案信息表.doc",
                                "质量诚信经营承诺书.doc",
                                "KJDS-001电子口岸数据交换平台用户申请表.xls",
                                "KJDS-003委托书.docx")));
        browser.perform(get("/downloads").param("tab", "APP"))
                .andExpect(content().string(containsString("珠海跨境电商客户端安装（进出口）.zip")));
    }

    @Test
    void h020TheTemplatesComeWithoutSignInUnderTheirNamesAndAreCounted() throws Exception {
        for (String name : List.of("KJDS-001电子口岸数据交换平台用户申请表.xls", "KJDS-002跨境电商统一版企业接入申请表.doc", "KJDS-003委托书.docx")) {
            long id = id(name);
            long before = count(id);
            var bytes = browser.perform(get("/downloads/" + id))
                    .andExpect(status().isOk())
                    .andExpect(header().string(
                                    "Content-Disposition",
                                    containsString(URLEncoder.encode(name, StandardCharsets.UTF_8))))
                    .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();

            assertThat(bytes)
                    .startsWith(name.endsWith("docx") ? new byte[] {'P', 'K'} : new byte[] {(byte) 0xD0, (byte) 0xCF});
            assertThat(count(id)).isEqualTo(before + 1);
        }
    }

    @Test
    void h022AnotherBrowserSeesTheHintAndTheWholePage() throws Exception {
        browser.perform(get("/contacts").header("User-Agent", FIREFOX))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("建议使用谷歌浏览器访问")))
                .andExpect(content().string(containsString("0756-2538393")));
        browser.perform(get("/contacts")).andExpect(content().string(not(containsString("建议使用谷歌浏览器访问"))));
    }

    @Test
    void h023TheContactsHaveSevenEntriesAndNoDoubledHyphen() throws Exception {
        var page = browser.perform(get("/contacts"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("020-95198 转 3（珠海）")))
                .andExpect(content().string(containsString("href=\"tel:02095198\"")))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "对外贸易经营者备案咨询",
                                "0756-2538393",
                                "海关企业注册备案咨询",
                                "0756-2538065",
                                "珠海行政服务中心二楼海关窗口",
                                "海关数据分中心",
                                "0756-8125566",
                                "海关数据中心",
                                "客服平台账号加急审批",
                                "拱跨工区现场海关")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page.split("<li><span>", -1)).hasSize(8);
        assertThat(page).doesNotContain("0756--").doesNotContain("020--");
    }

    @Test
    void h024TheGuideShowsTheEnterpriseItsStepsWithLinkAndPhone() throws Exception {
        db.sql("""
                insert into enterprise (credit_code, name_zh, name_en, created_at)
                values ('91440400MA4TEXT1XY', '珠海远航商贸（横琴）有限公司', 'Voyage', now()) on conflict do nothing
                """).update();
        db.sql("""
                insert into person (login, password_hash, display_name, enterprise_id, roles, created_at)
                select 'newcomer', '', '王港', id, '{ENT_ADMIN}', now() from enterprise where credit_code = '91440400MA4TEXT1XY'
                    on conflict do nothing
                """).update();

        browser.perform(get("/guide").with(user("newcomer")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "下一步",
                                "A2",
                                "未开始",
                                "轮到贵企业办理",
                                "单一窗口注册",
                                "已完成",
                                "“对外贸易经营者”备案",
                                "未开始",
                                "0756-2538393",
                                "“海关企业注册备案”申请",
                                "前置未完成",
                                "0756-2538065",
                                "办理法人卡和操作员卡",
                                "前置未完成",
                                "0756-8125566",
                                "总署统一版接入申请",
                                "前置未完成",
                                "珠海本地备案",
                                "前置未完成",
                                "报关入口企业备案",
                                "前置未完成",
                                "报检入口企业备案",
                                "前置未完成",
                                "开通业务类型角色权限",
                                "前置未完成")));
    }

    @Test
    void aVisitorReadsTheRoadWithoutAnybodysState() throws Exception {
        browser.perform(get("/guide"))
                .andExpect(status().isOk())
                .andExpect(content().string(stringContainsInOrder("单一窗口注册", "前置步骤", "申报报文传输")))
                .andExpect(content().string(not(containsString("前置未完成"))));
        browser.perform(get("/guide").with(user("registrar")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("前置未完成"))));
    }

    @Test
    void everybodyLandsWhereTheirNextStepIs() throws Exception {
        lands("operator", "/dashboard");
        lands("merchant", "/dashboard");
        lands("registrar", "/desk");
        lands("editor", "/content");
        lands("system1", "/administration");
        browser.perform(get("/start")).andExpect(redirectedUrl("/signin"));
        browser.perform(get("/dashboard").with(user("registrar"))).andExpect(status().isForbidden());
    }

    private void lands(String login, String place) throws Exception {
        browser.perform(get("/start").with(user(login))).andExpect(redirectedUrl(place));
    }

    private long id(String name) {
        return db.sql("select id from download_item where display_name = :name and state = 'PUBLISHED'")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private long count(long id) {
        return db.sql("select download_count from download_item where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
