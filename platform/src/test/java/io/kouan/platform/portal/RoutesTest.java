package io.kouan.platform.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.kouan.platform.TestFilings;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.CurrentActor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Permissions;
import io.kouan.platform.accounts.PublicPages;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.licence.Licences;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** What tests over all routes have in common: the table of routes, somebody in each role, samples for the variables in paths. */
abstract class RoutesTest extends PortalTest {

    @Autowired
    MockMvc browser;

    @Autowired
    Permissions permissions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping table;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private List<PublicPages> open;

    @Autowired
    private SessionRepository<?> sessions;

    private final Map<String, Cookie> cards = new HashMap<>();

    /** The enterprise whose objects the samples are; somebody in each of its roles may have them. */
    TestFilings owner;

    /** An enterprise that has nothing to do with them. */
    TestFilings stranger;

    private Samples samples;

    @BeforeEach
    void twoEnterprises() {
        owner = new TestFilings(context::getBean);
        stranger = new TestFilings(context::getBean);
        for (Role role : people()) {
            register(login(role, owner), role, owner);
            register(login(role, stranger), role, stranger);
        }
        samples = samples();
    }

    /** A line for each variable in a path; see {@link Samples}. */
    private Samples samples() {
        var record = owner.filed();
        var file = context.getBean(FormAttachments.class).of(record).values().stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
        var sent = db.sql("select position, enterprise_id from message order by position limit 1")
                .query((row, number) -> row.getLong("position"))
                .optional()
                .orElse(1L);
        var channel = db.sql("select dxp_id from channel order by id limit 1")
                .query((row, number) -> row.getString("dxp_id"))
                .single();
        var told = db.sql("select notification_id from inbox_entry where login = :login limit 1")
                .param("login", login(Role.ENT_ADMIN, owner))
                .query((row, number) -> row.getLong("notification_id"))
                .optional()
                .orElse(1L);
        var licence = licence();
        return new Samples()
                .word("form", TestFilings.FORM)
                .word("section", "basics")
                .word("slot", "licence_scan")
                .word("action", "declare")
                .word("list", "country")
                .word("mark", "read")
                .word("page", "thumbnail")
                .object("/inbox/|id", told, 999_999_999_999L)
                .object("dxpId", channel, "DXPENT9999999999")
                .word("/docs/|id", "CEB621")
                .word("type", "9710-import")
                .object("licence", licence, "ZHKJ-000000-NOBODYS0")
                .object("id", record.id(), 999_999_999_999L)
                .object("file", file.id(), new UUID(7, 7))
                .object("position", sent, 999_999_999_999L)
                .object("orderNo", "ORDER-OF-SOMEBODY", "ORDER-OF-NOBODY")
                .word("path", "account_kind")
                .word("decision", "confirm")
                .word("document", "DOC-01")
                .word("format", "pdf")
                .word("name", "SM2")
                .word("row", "0")
                .word("step", "SUBMIT")
                .word("version", "1")
                .object("enterprise", owner.enterprise(), 999_999_999_999L)
                .object("login", "registrar", "nobody_at_all")
                .object("proposal", 888_888_888_888L, 999_999_999_999L);
    }

    /** A licence of the owner's. */
    private String licence() {
        var licences = context.getBean(Licences.class);
        var profiles = context.getBean(EnterpriseProfiles.class);
        var code = "440416R%03d".formatted(owner.enterprise() % 1000);
        profiles.enterCustomsCode(owner.enterprise(), code);
        profiles.verifyCustomsCode(owner.enterprise(), "test");
        return context.getBean(TransactionTemplate.class).execute(status -> {
            var number = licences.draw(owner.enterprise(), "DXPENT0000008888");
            licences.issue(number, Actor.program());
            return number;
        });
    }

    List<Route> routes() {
        return Route.all(table).stream().filter(route -> !route.isApi()).toList();
    }

    /** Routes for those who have signed in, as somebody may who is allowed to. */
    Stream<Route> guarded() {
        return routes().stream().filter(route -> route.requires().isPresent());
    }

    boolean isPublic(Route route) {
        var path = route.path(samples.own(route));
        return open.stream()
                .flatMap(pages -> pages.patterns().stream())
                .map(PathPatternParser.defaultInstance::parse)
                .anyMatch(pattern -> pattern.matches(PathContainer.parsePath(path)));
    }

    Samples known() {
        return samples;
    }

    /** Every role that a person can have in a session. */
    static Set<Role> people() {
        var roles = EnumSet.allOf(Role.class);
        roles.removeAll(Set.of(Role.VISITOR, Role.SYSTEM));
        return roles;
    }

    boolean allows(Route route, Role role) {
        var needed = route.requires().orElseThrow();
        return permissions.allow(Set.of(role), needed.function(), needed.right());
    }

    static String login(Role role, TestFilings of) {
        return (role.name() + "-" + of.enterprise()).toLowerCase(Locale.ROOT);
    }

    private void register(String login, Role role, TestFilings of) {
        context.getBean(People.class)
                .register(
                        login,
                        context.getBean(PasswordEncoder.class)
                                .encode(UUID.randomUUID().toString()),
                        "何人",
                        role.isOfEnterprise() ? Optional.of(of.enterprise()) : Optional.empty(),
                        Set.of(role));
    }

    MvcResult ask(Route route, UnaryOperator<String> values, Role role, TestFilings of) {
        return perform(request(route, values, role, of).with(csrf()));
    }

    /** A request as a page would send it, with something for each value that the handler needs, but without CSRF token. */
    AbstractMockHttpServletRequestBuilder<?> request(
            Route route, UnaryOperator<String> values, Role role, TestFilings of) {
        var path = route.path(values);
        var files = Arrays.stream(route.handler().getMethodParameters())
                .filter(RoutesTest::isFile)
                .toList();
        AbstractMockHttpServletRequestBuilder<?> request = files.isEmpty()
                ? MockMvcRequestBuilders.request(HttpMethod.valueOf(route.method()), path)
                : MockMvcRequestBuilders.multipart(path)
                        .file(new MockMultipartFile(name(files.getFirst()), "a.txt", "text/plain", new byte[] {1}));
        for (MethodParameter parameter : route.handler().getMethodParameters()) {
            var sent = parameter.getParameterAnnotation(RequestParam.class);
            if (sent != null && !isFile(parameter) && !Map.class.isAssignableFrom(parameter.getParameterType())) {
                request.param(name(parameter), value(parameter.getParameterType()));
            }
        }
        if (role == Role.ENT_LEGAL) {
            request.cookie(cards.computeIfAbsent(login(role, of), this::openedWithLegalPersonsCard));
        }
        return request.accept(MediaType.TEXT_HTML, MediaType.ALL).with(user(login(role, of)));
    }

    /** A session such as the legal person's card opens. */
    private Cookie openedWithLegalPersonsCard(String login) {
        return cookie(sessions, login);
    }

    private static <S extends Session> Cookie cookie(SessionRepository<S> sessions, String login) {
        var session = sessions.createSession();
        session.setAttribute(CurrentActor.CARD, "legal_person");
        session.setAttribute(CurrentActor.CARD_LOGIN, login);
        sessions.save(session);
        return new Cookie(
                "kouan-session",
                Base64.getEncoder().encodeToString(session.getId().getBytes(UTF_8)));
    }

    MvcResult perform(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            return browser.perform(request).andReturn();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isFile(MethodParameter parameter) {
        return parameter.getParameterType() == MultipartFile.class
                || parameter.getGenericParameterType().getTypeName().contains(MultipartFile.class.getName());
    }

    private static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        var given = Optional.ofNullable(parameter.getParameterAnnotation(RequestParam.class))
                .map(RequestParam::name)
                .filter(name -> !name.isEmpty());
        return given.orElseGet(
                () -> Optional.ofNullable(parameter.getParameterName()).orElse("value"));
    }

    private static String value(Class<?> type) {
        if (type == int.class || type == long.class || Number.class.isAssignableFrom(type)) {
            return "1";
        }
        return type == boolean.class || type == Boolean.class ? "true" : "x";
    }

    /** Whether somebody got past the door; what is behind may still say that there is no such thing. */
    static boolean passed(MvcResult result) {
        var status = result.getResponse().getStatus();
        var to = Optional.ofNullable(result.getResponse().getRedirectedUrl()).orElse("");
        return status != 403 && status != 401 && !to.startsWith("/signin");
    }
}
