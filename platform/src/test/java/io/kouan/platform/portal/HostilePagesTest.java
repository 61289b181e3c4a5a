package io.kouan.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.kouan.platform.TestFilings;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.json.JsonMapper;

/** What somebody gets who does not send what our pages send. */
class HostilePagesTest extends RoutesTest {

    private static final String SCRIPT = "<script>alert('k')</script>\"'><img src=x onerror=alert(1)>";

    @Autowired
    private FormCatalogue catalogue;

    @Autowired
    private FormRecords records;

    @Autowired
    private JsonMapper json;

    @Test
    void nothingIsChangedByARequestWithoutOurToken() {
        var wrong = new ArrayList<String>();
        var changing = routes().stream()
                .filter(Route::changes)
                // both know nobody and keep nothing: one checks a message, the other answers whether a certificate is
                // revoked
                .filter(route -> !List.of("/lint", "/pki/ocsp").contains(route.pattern()))
                .toList();
        for (Route route : changing) {
            var role = route.requires().isEmpty()
                    ? Role.ENT_ADMIN
                    : people().stream()
                            .filter(it -> allows(route, it))
                            .findFirst()
                            .orElseThrow();
            var answer = perform(request(route, known().own(route), role, owner));
            if (answer.getResponse().getStatus() != 403 || answer.getHandler() != null) {
                wrong.add(route + " answered " + answer.getResponse().getStatus());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(changing).hasSizeGreaterThan(10);
    }

    @Test
    void theSessionGetsANewIdWhenSomebodySignsIn() throws Exception {
        var before = browser.perform(get("/signin")).andReturn().getResponse().getCookie("kouan-session");
        var attempt = post("/signin")
                .param("login", "merchant")
                .param("password", sandbox().password("merchant"))
                .with(csrf());
        if (before != null) {
            attempt.cookie(before);
        }

        var after = browser.perform(attempt).andReturn().getResponse().getCookie("kouan-session");

        assertThat(after).isNotNull();
        assertThat(after.getValue()).isNotEqualTo(before == null ? "" : before.getValue());
        assertThat(after.isHttpOnly()).isTrue();
        assertThat(after.getAttribute("SameSite")).isEqualTo("Lax");
        if (before != null) {
            assertThat(browser.perform(get("/inbox").cookie(before))
                            .andReturn()
                            .getResponse()
                            .getRedirectedUrl())
                    .isEqualTo("/signin");
        }
    }

    @Test
    void aSessionIdThatSomebodyMadeUpIsNotTaken() throws Exception {
        var madeUp = new Cookie("kouan-session", "bWFkZS11cC1ieS1hLXN0cmFuZ2Vy");
        var after = browser.perform(post("/signin")
                        .param("login", "merchant")
                        .param("password", sandbox().password("merchant"))
                        .cookie(madeUp)
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getCookie("kouan-session");

        assertThat(after).isNotNull();
        assertThat(after.getValue()).isNotEqualTo(madeUp.getValue());
    }

    @Test
    void everyPageTellsTheBrowserWhatToRefuse() throws Exception {
        for (String path : List.of("/signin", "/forms/" + TestFilings.FORM, "/guide")) {
            var answer = browser.perform(get(path).with(user(login(Role.ENT_ADMIN, owner))))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getHeader("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                    .doesNotContain("unsafe-inline", "unsafe-eval");
            assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "approve, 0, ENT_ADMIN",
        "withdraw_everything, 0, ENT_ADMIN",
        "declare, 0, ENT_ADMIN",
        "approve, 7, MOFCOM_REVIEWER",
        "approve, 0, CUS_REG_REVIEWER",
        "declare, 0, MOFCOM_REVIEWER",
        "../../delete, 0, MOFCOM_REVIEWER"
    })
    void aForgedStepMovesNothing(String action, int later, Role role) throws Exception {
        var filed = stranger.filed();
        var path = role.isOfEnterprise()
                ? "/forms/" + TestFilings.FORM + "/{id}/step/{action}"
                : "/desk/{id}/step/{action}";

        browser.perform(post(path, filed.id(), action)
                .param("version", Integer.toString(filed.version() + later))
                .param("record_no", "03512345")
                .with(csrf())
                .with(user(login(role, stranger))));

        assertThat(records.find(filed.id())).contains(filed);
    }

    @Test
    void valuesThatOnlyAnOfficerEntersAreNotTakenFromTheEnterprise() throws Exception {
        var draft = stranger.draft();
        var section = catalogue.form(TestFilings.FORM).sections().stream()
                .filter(it -> it.fields().stream().anyMatch(field -> field.key().equals("record_no")))
                .findFirst()
                .orElseThrow();

        browser.perform(post("/forms/{form}/{id}/{section}", TestFilings.FORM, draft.id(), section.key())
                .param("version", Integer.toString(draft.version()))
                .param("record_no", "99999999")
                .param("state", "APPROVED")
                .with(csrf())
                .with(user(login(Role.ENT_ADMIN, stranger))));

        var now = records.find(draft.id()).orElseThrow();
        assertThat(now.state()).isEqualTo("DRAFT");
        assertThat(now.answers().text("record_no")).isEmpty();
    }

    @Test
    void theSameRequestTwiceAtOnceHasOneEffect() throws Exception {
        var draft = stranger.draft();
        var path = "/forms/" + TestFilings.FORM + "/" + draft.id() + "/step/declare";

        together(() -> step(path, draft, Role.ENT_ADMIN), () -> step(path, draft, Role.ENT_ADMIN));

        assertThat(records.history(draft.id()))
                .extracting(event -> event.action())
                .containsExactly("begin", "declare");
    }

    @Test
    void ofTwoOfficersAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        var filed = stranger.filed();
        var path = "/desk/" + filed.id() + "/step/approve";

        var answers =
                together(() -> step(path, filed, Role.MOFCOM_REVIEWER), () -> step(path, filed, Role.MOFCOM_REVIEWER));

        assertThat(records.history(filed.id()))
                .extracting(event -> event.action())
                .containsExactly("begin", "declare", "approve");
        assertThat(answers.stream().map(answer -> answer.getFlashMap().toString()))
                .anyMatch(flash -> flash.contains("ERR_VERSION_CONFLICT"))
                .anyMatch(flash -> flash.contains("done=true"));
        assertThat(db.sql(
                                "select count(*) from audit_entry where object = :number and action = 'approve' and result = 'ERR_VERSION_CONFLICT'")
                        .param("number", filed.number().orElseThrow())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** Every field of every form that is written, and the reasons of officers: what is stored is shown, and never run. */
    @Test
    void aScriptInAnyFieldIsShownAndNeverRun() throws Exception {
        // parts of other forms have no life of their own
        var forms = catalogue.forms().stream()
                .filter(form -> !form.states().isEmpty())
                .toList();
        for (FormDefinition form : forms) {
            long id = filledWithScripts(form);
            var pages = new ArrayList<String>();
            pages.add("/forms/" + form.id() + "/" + id);
            form.sections().forEach(section -> pages.add("/forms/" + form.id() + "/" + id + "/" + section.key()));
            var readers = people().stream()
                    .filter(role -> role.isOfEnterprise() && role != Role.ENT_LEGAL)
                    .filter(role -> takesPart(form, role))
                    .limit(1)
                    .toList();
            for (Role reader : readers) {
                for (String page : pages) {
                    assertThat(shown(page, reader)).as(page).doesNotContain("<script>alert", "<img src=x");
                }
                assertThat(shown(pages.getFirst(), reader)).as(form.id()).contains("&lt;script&gt;alert");
            }
            for (Role officer : people().stream()
                    .filter(role -> !role.isOfEnterprise() && takesPart(form, role))
                    .toList()) {
                var desk = shown("/desk/" + id, officer);
                assertThat(desk).as(form.id() + " at the desk").doesNotContain("<script>alert", "<img src=x");
            }
        }
    }

    private static boolean takesPart(FormDefinition form, Role role) {
        return form.transitions().stream().anyMatch(step -> step.by().contains(role.name()));
    }

    private long filledWithScripts(FormDefinition form) {
        var fields = new LinkedHashMap<String, String>();
        var tables = new LinkedHashMap<String, List<Map<String, String>>>();
        form.sections().forEach(section -> {
            var values = new LinkedHashMap<String, String>();
            section.fields().stream()
                    .filter(field -> !field.isSecret())
                    .forEach(field -> values.put(field.key(), SCRIPT));
            if (section.isTable()) {
                tables.put(section.key(), List.of(values));
            } else {
                fields.putAll(values);
            }
        });
        long id = db.sql("""
                insert into form_record (form, form_version, number, enterprise_id, state, version, answers, created_by, created_at, updated_at)
                values (:form, 1, :number, :enterprise, :state, 1, :answers::json, 'x', now(), now()) returning id
                """)
                .param("form", form.id())
                .param("number", SCRIPT + form.id() + owner.enterprise())
                .param("enterprise", owner.enterprise())
                .param("state", form.initialState())
                .param("answers", json.writeValueAsString(new Answers(fields, tables)))
                .query(Long.class)
                .single();
        db.sql("""
                insert into form_event (record_id, version, at, login, name, role, action, from_state, to_state, reason)
                values (:id, 1, now(), 'x', :script, 'ENT_ADMIN', 'return', '', :state, :script)
                """)
                .param("id", id)
                .param("script", SCRIPT)
                .param("state", form.initialState())
                .update();
        return id;
    }

    private String shown(String path, Role role) throws Exception {
        var answer = browser.perform(get(path).with(user(login(role, owner))))
                .andReturn()
                .getResponse();
        // some forms have a room of their own, to which the general address leads
        var elsewhere = answer.getRedirectedUrl();
        return elsewhere == null || elsewhere.startsWith("/signin")
                ? answer.getContentAsString()
                : browser.perform(get(elsewhere).with(user(login(role, owner))))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
    }

    private MvcResult step(String path, FormRecord record, Role role) throws Exception {
        return browser.perform(post(path)
                        .param("version", Integer.toString(record.version()))
                        .param("record_no", "03512345")
                        .with(csrf())
                        .with(user(login(role, stranger))))
                .andReturn();
    }

    @SafeVarargs
    private static List<MvcResult> together(Callable<MvcResult>... requests) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<MvcResult>();
            for (Future<MvcResult> answer : threads.invokeAll(List.of(requests))) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
