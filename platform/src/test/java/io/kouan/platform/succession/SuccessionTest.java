package io.kouan.platform.succession;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Menu;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.accounts.StaffAccount;
import io.kouan.platform.accounts.StaffAccounts;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** Another administrator of an enterprise on a ticket with a sealed request: put forward by the desk, decided by somebody else. */
class SuccessionTest {

    private static final TestPort PORT = TestPort.shared();
    private static final AtomicInteger NEXT = new AtomicInteger(4000);
    private static final Actor AGENT = officer("service", Role.CS_AGENT);
    private static final Actor SECURITY = officer("security", Role.SEC_ADMIN);

    private final Succession succession = PORT.bean(Succession.class);
    private final ChangeRequests requests = PORT.bean(ChangeRequests.class);
    private final TestEnterprise company = TestEnterprise.of(PORT);
    private final Actor user =
            new Actor("cs" + company.id(), "张海", OptionalLong.of(company.id()), Set.of(Role.CS_USER), "none");
    private FormRecord ticket;
    private UUID request;
    private String former;
    private String operator;

    @BeforeEach
    void anEnterpriseWithATicket() throws IOException {
        PORT.bean(People.class).register(user.login(), "-", user.name(), Optional.of(company.id()), user.roles());
        former = person(Role.ENT_ADMIN);
        operator = person(Role.ENT_OPERATOR);
        var draft = company.fill(
                company.begin("ticket", user),
                new Answers(
                        Map.of(
                                "template", "FREE",
                                "category", "OTHER",
                                "kind", "SERVICE",
                                "title", "申请变更企业管理员",
                                "description", "原管理员离职，申请变更，申请书见附件。"),
                        Map.of()),
                user);
        assertThat(PORT.bean(FormAttachments.class)
                        .put(draft, "general", "申请书.pdf", new ByteArrayInputStream(pdf()), user))
                .isEmpty();
        request = PORT.bean(FormAttachments.class)
                .of(draft)
                .get("general")
                .getFirst()
                .id();
        ticket = take(take(now(draft), "submit", user), "accept", AGENT);
    }

    @Test
    void anOperatorComesInThePlaceAndTheFormerOneIsSignedOutAndTold() {
        var session = signedIn(former);
        assertThat(succession.propose(ticket, wish(operator), AGENT)).isEmpty();
        assertThat(roles(former)).as("before the decision").contains(Role.ENT_ADMIN);

        assertThat(succession.decide(open(), true, "", SECURITY)).isEmpty();

        assertThat(roles(operator)).contains(Role.ENT_ADMIN).doesNotContain(Role.ENT_OPERATOR);
        assertThat(roles(former)).contains(Role.ENT_OPERATOR).doesNotContain(Role.ENT_ADMIN);
        assertThat(sessions().findById(session)).isNull();
        assertThat(told(former, "N-94")).isOne();
        assertThat(told("security", "N-95")).isPositive();
        assertThat(PORT.count("ticket_message", "record_id = ? and action = 'change_administrator'", ticket.id()))
                .isOne();
        assertThat(PORT.count(
                        "audit_entry",
                        "action = 'change_administrator' and object = ? and login = 'security' and content like ?",
                        operator,
                        "%" + Succession.number(ticket) + "%"))
                .isOne();
    }

    @Test
    void somebodyNewComesInThePlaceAndNobodyLearnsAPassword() {
        var login = "chief" + NEXT.incrementAndGet();
        assertThat(succession.propose(ticket, wish("", somebody(login)), AGENT)).isEmpty();

        assertThat(succession.decide(open(), true, "", SECURITY)).isEmpty();

        assertThat(roles(login)).containsExactly(Role.ENT_ADMIN);
        assertThat(PORT.bean(Accounts.class).find(login)).get().matches(Account::initialPassword);
        assertThat(PORT.count("ticket_message", "record_id = ? and body like '%忘记密码%'", ticket.id()))
                .isOne();
    }

    @Test
    void whatIsRefusedChangesNothingAndIsSaidOnTheTicket() {
        succession.propose(ticket, wish(operator), AGENT);
        assertThat(messages(succession.decide(open(), false, "无", SECURITY))).containsExactly("ERR_REASON_REQUIRED");

        assertThat(succession.decide(open(), false, "申请所盖公章与登记不符", SECURITY)).isEmpty();

        assertThat(roles(former)).contains(Role.ENT_ADMIN);
        assertThat(PORT.count("ticket_message", "record_id = ? and body like '%公章与登记不符%'", ticket.id()))
                .isOne();
        assertThat(succession.propose(ticket, wish(operator), AGENT))
                .as("once more")
                .isEmpty();
    }

    @Test
    void withoutASealedRequestOnThisTicketNothingIsPutForward() {
        var unsealed = new Succession.Wish(Optional.of(request), operator, Answers.NONE, false);
        var foreign = new Succession.Wish(Optional.of(new UUID(7, 7)), operator, Answers.NONE, true);
        var none = new Succession.Wish(Optional.empty(), operator, Answers.NONE, true);

        for (var wish : List.of(unsealed, foreign, none)) {
            assertThat(messages(succession.propose(ticket, wish, AGENT))).containsExactly("ERR_SEAL_DECLARATION");
        }
    }

    @Test
    void nobodyOfAnotherEnterpriseCanBeNamed() {
        var stranger = TestEnterprise.of(PORT);
        var other = person(Role.ENT_OPERATOR, stranger.id());

        for (String login : List.of(other, "nobody", former)) {
            assertThat(messages(succession.propose(ticket, wish(login), AGENT))).containsExactly("ERR_FORBIDDEN");
        }
        assertThat(messages(succession.propose(ticket, wish("", somebody(former)), AGENT)))
                .contains("ERR_USERNAME_TAKEN");
    }

    @Test
    void sod04whoPutItForwardDoesNotDecide() {
        succession.propose(ticket, wish(operator), AGENT);
        var both = new Actor("service", "客服", OptionalLong.empty(), Set.of(Role.SEC_ADMIN), "none");

        assertThat(messages(succession.decide(open(), true, "", both))).containsExactly("ERR_SELF_APPROVAL");
        assertThat(messages(succession.decide(open(), true, "", AGENT))).containsExactly("ERR_FORBIDDEN");
        assertThat(messages(succession.decide(open(), true, "", user))).containsExactly("ERR_FORBIDDEN");
        assertThat(roles(former)).contains(Role.ENT_ADMIN);
    }

    @Test
    void sod01whoIsLinkedToTheEnterpriseNeitherPutsForwardNorDecides() {
        var agent = linked("deskof" + company.id(), Role.CS_AGENT);
        assertThat(messages(succession.propose(ticket, wish(operator), agent))).containsExactly("ERR_SELF_APPROVAL");
        succession.propose(ticket, wish(operator), AGENT);

        assertThat(messages(succession.decide(open(), true, "", linked("guardof" + company.id(), Role.SEC_ADMIN))))
                .containsExactly("ERR_SELF_APPROVAL");
        assertThat(PORT.count("audit_entry", "login = ? and result = 'ERR_SELF_APPROVAL'", "guardof" + company.id()))
                .isOne();
    }

    @Test
    void onlyTheDeskPutsForwardAndOnlyWhileItWorksOnTheTicket() {
        assertThat(messages(succession.propose(ticket, wish(operator), user))).containsExactly("ERR_FORBIDDEN");
        assertThat(messages(succession.propose(ticket, wish(operator), SECURITY)))
                .containsExactly("ERR_FORBIDDEN");
        succession.propose(ticket, wish(operator), AGENT);
        ticket = take(now(ticket), "cancel", user);

        assertThat(messages(succession.decide(open(), true, "", SECURITY))).containsExactly("ERR_VERSION_CONFLICT");
        assertThat(messages(succession.propose(ticket, wish(operator), AGENT))).containsExactly("ERR_FORBIDDEN");
        assertThat(roles(former)).contains(Role.ENT_ADMIN);
    }

    @Test
    void aSecondRequestOfTheEnterpriseWaitsForTheFirst() {
        succession.propose(ticket, wish(operator), AGENT);

        assertThat(messages(succession.propose(ticket, wish(operator), AGENT))).containsExactly("ERR_VERSION_CONFLICT");
    }

    @Test
    void anOperatorWhoWasDisabledMeanwhileIsNotPutInThePlace() {
        succession.propose(ticket, wish(operator), AGENT);
        PORT.bean(Accounts.class).disable(operator, former);

        assertThat(messages(succession.decide(open(), true, "", SECURITY))).containsExactly("ERR_FORBIDDEN");
        assertThat(roles(former)).contains(Role.ENT_ADMIN);
    }

    @Test
    void decidedTwiceAtOnceIsDecidedOnce() {
        succession.propose(ticket, wish(operator), AGENT);
        var waiting = open();

        var both = Stream.of(1, 2).map(_ -> CompletableFuture.supplyAsync(() -> decided(waiting))).toList().stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(both).containsOnlyOnce(List.of());
        assertThat(told(former, "N-94")).isOne();
    }

    private List<String> decided(ChangeRequest waiting) {
        return messages(succession.decide(waiting, true, "", SECURITY));
    }

    @Test
    void theSealedRequestIsHandedOutToWhoeverDecidesAndThatIsInTheLog() {
        succession.propose(ticket, wish(operator), AGENT);

        assertThat(succession.evidence(open(), SECURITY))
                .get()
                .satisfies(held -> assertThat(held.file().name()).isEqualTo("申请书.pdf"));
        assertThat(PORT.count(
                        "audit_entry",
                        "kind = 'file' and action = 'download' and object = ? and login = 'security'",
                        ticket.id() + "/" + request))
                .isOne();
    }

    private ChangeRequest open() {
        return requests.on(ticket.id()).orElseThrow();
    }

    private Succession.Wish wish(String login) {
        return wish(login, Answers.NONE);
    }

    private Succession.Wish wish(String login, Answers person) {
        return new Succession.Wish(Optional.of(request), login, person, true);
    }

    private static Answers somebody(String login) {
        var answers = new HashMap<>(Map.of("username", login, "real_name", "赵一", "id_type", "RESIDENT_ID"));
        answers.put("id_no", "440403198502284568");
        answers.put("mobile", "1371%07d".formatted(NEXT.incrementAndGet()));
        return new Answers(answers, Map.of());
    }

    private String person(Role role) {
        return person(role, company.id());
    }

    private static String person(Role role, long enterprise) {
        var login = "someone" + NEXT.incrementAndGet();
        PORT.bean(Accounts.class)
                .open(
                        login,
                        "{noop}",
                        false,
                        "钱二",
                        enterprise,
                        role,
                        new Account.Details("RESIDENT_ID", "440402198811110047", "", "", "", ""),
                        EnumSet.allOf(Menu.class));
        return login;
    }

    private Actor linked(String login, Role role) {
        PORT.bean(People.class).register(login, "-", "亲属", Optional.empty(), Set.of(role));
        var known = PORT.bean(StaffAccounts.class).find(login).orElseThrow();
        PORT.bean(StaffAccounts.class)
                .store(
                        new StaffAccount(
                                known.login(),
                                known.name(),
                                known.roles(),
                                known.organisation(),
                                known.customsOffice(),
                                known.inspectionOffice(),
                                PORT.bean(EnterpriseProfiles.class)
                                        .of(company.id())
                                        .creditCode(),
                                known.idNumber(),
                                known.mobile(),
                                known.disabledAt(),
                                known.confirmedAt(),
                                known.createdAt(),
                                known.remindedAt(),
                                known.suspended(),
                                known.version()),
                        0);
        return officer(login, role);
    }

    private FormRecord take(FormRecord record, String action, Actor actor) {
        var outcome = PORT.bean(FormSteps.class).take(record.id(), record.version(), action, Decision.plain(), actor);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).record();
    }

    private static FormRecord now(FormRecord record) {
        return PORT.bean(FormRecords.class).find(record.id()).orElseThrow();
    }

    private String signedIn(String login) {
        return signedIn(sessions(), login);
    }

    private static <S extends Session> String signedIn(FindByIndexNameSessionRepository<S> sessions, String login) {
        var session = sessions.createSession();
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, login);
        sessions.save(session);
        assertThat(sessions.findById(session.getId())).isNotNull();
        return session.getId();
    }

    @SuppressWarnings("unchecked")
    private static FindByIndexNameSessionRepository<? extends Session> sessions() {
        return PORT.bean(FindByIndexNameSessionRepository.class);
    }

    private static Set<Role> roles(String login) {
        return PORT.bean(Accounts.class).find(login).orElseThrow().roles();
    }

    private static long told(String login, String kind) {
        return PORT.count(
                "notification n join inbox_entry e on e.notification_id = n.id",
                "n.kind = '" + kind + "' and e.login = ?",
                login);
    }

    private static List<String> messages(List<Fault> faults) {
        return faults.stream().map(Fault::message).toList();
    }

    private static Actor officer(String login, Role role) {
        return new Actor(login, "工作人员", OptionalLong.empty(), Set.of(role), "none");
    }

    private static byte[] pdf() {
        return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
                .getBytes(StandardCharsets.US_ASCII);
    }
}
