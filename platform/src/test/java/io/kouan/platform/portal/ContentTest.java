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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Notices and the download centre, from the first word to everybody's screen and back (handbook 1.4, 1.5, SOD-05). */
class ContentTest extends PortalTest {

    @Autowired
    private MockMvc browser;

    /** The seeded seven stay what everybody sees. */
    @AfterEach
    void withdraw() {
        db.sql("update notice set state = 'WITHDRAWN' where not 'system' = any(authors)")
                .update();
        db.sql("update download_item set state = 'WITHDRAWN', successor = null where not 'system' = any(authors)")
                .update();
    }

    @Test
    void h017ANoticeNeedsFourEyes() throws Exception {
        long id = write("停机维护通知", "今晚维护。");
        step("notices", id, "editor", "submit").andExpect(flash().attribute("done", "submit"));

        step("notices", id, "editor", "publish").andExpect(flash().attribute("faults", Map.of("", "不能审批本人或本企业提交的申请")));
        browser.perform(get("/notices/" + id)).andExpect(status().isNotFound());
        step("notices", id, "publisher", "publish").andExpect(flash().attribute("done", "publish"));

        browser.perform(get("/notices/" + id))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("停机维护通知")));
        assertThat(db.sql(
                                "select action || ' ' || result from audit_entry where kind = 'notice' and object = :id order by number")
                        .param("id", Long.toString(id))
                        .query(String.class)
                        .list())
                .containsExactly("begin done", "submit done", "publish ERR_SELF_APPROVAL", "publish done");
    }

    @Test
    void sod05AlsoWhoHoldsBothRolesDoesNotPublishWhatTheyWroteOn() throws Exception {
        db.sql("""
                insert into person (login, password_hash, display_name, roles, created_at)
                values ('both', '', '编辑兼发布', '{CONTENT_EDITOR,CONTENT_PUBLISHER}', now()) on conflict do nothing
                """).update();
        long id = write("共同起草", "正文");
        browser.perform(post("/content/notices/" + id)
                        .param("version", "1")
                        .param("title", "共同起草")
                        .param("body", "正文，改过")
                        .param("publishTime", "2026-01-01 08:00:00")
                        .with(user("both"))
                        .with(csrf()))
                .andExpect(flash().attribute("done", "save"));
        step("notices", id, "editor", "submit");

        step("notices", id, "both", "publish").andExpect(flash().attribute("faults", Map.of("", "不能审批本人或本企业提交的申请")));
        assertThat(state("notice", id)).isEqualTo("IN_REVIEW");
    }

    @Test
    void onlyEditorsWriteAndOnlyPublishersPublish() throws Exception {
        browser.perform(get("/content")).andExpect(status().is3xxRedirection());
        for (String login : new String[] {"merchant", "registrar", "system1"}) {
            browser.perform(get("/content").with(user(login))).andExpect(status().isForbidden());
        }
        browser.perform(post("/content/notices")
                        .param("title", "不行")
                        .param("body", "正文")
                        .param("publishTime", "2026-01-01 08:00:00")
                        .with(user("publisher"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        long id = write("他人不能发布", "正文");
        step("notices", id, "editor", "submit");
        db.sql("""
                insert into person (login, password_hash, display_name, roles, created_at)
                values ('editor2', '', '编辑乙', '{CONTENT_EDITOR}', now()) on conflict do nothing
                """).update();

        step("notices", id, "editor2", "publish").andExpect(flash().attribute("faults", Map.of("", "您没有该操作的权限")));
    }

    @Test
    void theSecondOfTwoEditorsIsToldAndNothingIsOverwritten() throws Exception {
        long id = write("两人同时编辑", "第一稿");
        save(id, 1, "第二稿").andExpect(flash().attribute("done", "save"));

        save(id, 1, "第三稿").andExpect(flash().attribute("faults", Map.of("", "数据已被他人修改，请刷新后重试")));

        assertThat(db.sql("select body from notice where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("第二稿");
        assertThat(db.sql("select count(*) from notice_version where notice_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatIsWrongWithANoticeIsSaidAtItsFieldAndWhatWasTypedStays() throws Exception {
        browser.perform(post("/content/notices")
                        .param("title", "短")
                        .param("body", "")
                        .param("publishTime", "明天")
                        .with(user("editor"))
                        .with(csrf()))
                .andExpect(flash().attribute(
                                "faults", Map.of("title", "标题不能少于2个字符", "body", "请填写正文", "publish_time", "发布时间日期无效")));
    }

    @Test
    void aStoredScriptIsShownAndNeverRun() throws Exception {
        long id = write(
                "<img src=x onerror=alert(1)>标题",
                "## <script>alert(1)</script>\n- **<b onclick=x>粗</b>**\n[链接](javascript:alert(1))");
        step("notices", id, "editor", "submit");
        step("notices", id, "publisher", "publish");

        for (String page :
                new String[] {"/notices/" + id, "/notices", "/", "/service", "/content/notices/" + id, "/content"}) {
            browser.perform(get(page).with(user("editor")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("<script>alert"))))
                    .andExpect(content().string(not(containsString("<img src=x"))))
                    .andExpect(content().string(not(containsString("<b onclick"))))
                    .andExpect(content().string(not(containsString("href=\"javascript:"))));
        }
        browser.perform(get("/notices/" + id))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)&lt;/script&gt;")));
    }

    @Test
    void aNoticeOfTomorrowIsNotSeenToday() throws Exception {
        browser.perform(post("/content/notices")
                .param("title", "预告一则")
                .param("body", "正文")
                .param("publishTime", "2099-01-01 08:00:00")
                .with(user("editor"))
                .with(csrf()));
        long id = newest("notice");
        step("notices", id, "editor", "submit");
        step("notices", id, "publisher", "publish");

        browser.perform(get("/notices/" + id)).andExpect(status().isNotFound());
        browser.perform(get("/notices")).andExpect(content().string(not(containsString("预告一则"))));
    }

    @Test
    void aFileOfANoticeIsHandedOutWithTheNoticeAndNotBefore() throws Exception {
        long id = write("附件通知", "见附件");
        browser.perform(multipart("/content/notices/" + id + "/files")
                        .file(new MockMultipartFile(
                                "file", "page.html", "text/html", "<script>".getBytes(StandardCharsets.UTF_8)))
                        .with(user("editor"))
                        .with(csrf()))
                .andExpect(flash().attributeExists("faults"));
        browser.perform(multipart("/content/notices/" + id + "/files")
                        .file(new MockMultipartFile("file", "附件.zip", "application/zip", zip()))
                        .with(user("editor"))
                        .with(csrf()))
                .andExpect(flash().attribute("done", "attach"));
        var file = db.sql("select file_id::text from notice_file where notice_id = :id")
                .param("id", id)
                .query(String.class)
                .single();

        browser.perform(get("/notices/" + id + "/files/" + file)).andExpect(status().isNotFound());
        step("notices", id, "editor", "submit");
        step("notices", id, "publisher", "publish");
        browser.perform(get("/notices/" + id + "/files/" + file))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
    }

    @Test
    void h021AWithdrawnFilePointsToItsSuccessor() throws Exception {
        long old = offer("对接说明.zip", "1.0");
        long next = offer("对接说明.zip", "2.0");
        step("downloads", old, "publisher", "publish");
        step("downloads", next, "publisher", "publish");
        browser.perform(get("/downloads/" + old)).andExpect(status().isOk());

        browser.perform(post("/content/downloads/" + old + "/step/withdraw")
                        .param("version", Integer.toString(version("download_item", old)))
                        .param("successor", Long.toString(next))
                        .with(user("publisher"))
                        .with(csrf()))
                .andExpect(flash().attribute("done", "withdraw"));

        browser.perform(get("/downloads/" + old))
                .andExpect(status().isGone())
                .andExpect(content().string(containsString("该文件已下架，请查看最新版本")))
                .andExpect(content().string(stringContainsInOrder("href=\"/downloads/" + next + "\"", "对接说明.zip 2.0")));
        browser.perform(get("/downloads/" + next)).andExpect(status().isOk());
    }

    @Test
    void sod05AFileIsPublishedBySomebodyElseToo() throws Exception {
        long id = offer("四眼.zip", "1.0");

        step("downloads", id, "editor", "publish")
                .andExpect(flash().attribute("faults", Map.of("", "不能审批本人或本企业提交的申请")));
        browser.perform(get("/downloads/" + id)).andExpect(status().isNotFound());
        assertThat(db.sql(
                                "select count(*) from audit_entry where kind = 'download' and object = :id and result = 'ERR_SELF_APPROVAL'")
                        .param("id", Long.toString(id))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private long offer(String name, String version) throws Exception {
        browser.perform(multipart("/content/downloads")
                        .file(new MockMultipartFile("file", name, "application/zip", zip()))
                        .param("tab", "OTHER")
                        .param("category", "OTHER")
                        .param("seqNo", "1")
                        .param("displayName", name)
                        .param("fileVersion", version)
                        .with(user("editor"))
                        .with(csrf()))
                .andExpect(flash().attribute("done", "begin"));
        long id = newest("download_item");
        step("downloads", id, "editor", "submit").andExpect(flash().attribute("done", "submit"));
        return id;
    }

    private long write(String title, String body) throws Exception {
        browser.perform(post("/content/notices")
                        .param("title", title)
                        .param("body", body)
                        .param("publishTime", "2026-01-01 08:00:00")
                        .with(user("editor"))
                        .with(csrf()))
                .andExpect(flash().attribute("done", "begin"));
        return newest("notice");
    }

    private ResultActions save(long id, int version, String body) throws Exception {
        return browser.perform(post("/content/notices/" + id)
                .param("version", Integer.toString(version))
                .param("title", "两人同时编辑")
                .param("body", body)
                .param("publishTime", "2026-01-01 08:00:00")
                .with(user("editor"))
                .with(csrf()));
    }

    private ResultActions step(String kind, long id, String login, String step) throws Exception {
        var table = kind.equals("notices") ? "notice" : "download_item";
        return browser.perform(post("/content/" + kind + "/" + id + "/step/" + step)
                .param("version", Integer.toString(version(table, id)))
                .with(user(login))
                .with(csrf()));
    }

    private int version(String table, long id) {
        return db.sql("select version from " + table + " where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private String state(String table, long id) {
        return db.sql("select state from " + table + " where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private long newest(String table) {
        return db.sql("select max(id) from " + table).query(Long.class).single();
    }

    private static byte[] zip() throws Exception {
        try (var out = new ByteArrayOutputStream();
                var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write("hello".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.finish();
            return out.toByteArray();
        }
    }
}
