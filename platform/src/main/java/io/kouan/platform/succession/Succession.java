package io.kouan.platform.succession;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.files.StoredFile;
import io.kouan.platform.files.Uploads;
import io.kouan.platform.forms.DecisionBar;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.identity.AdministratorForm;
import io.kouan.platform.identity.Administrators;
import io.kouan.platform.notifications.Notifications;
import io.kouan.platform.notifications.Recipients;
import io.kouan.platform.servicedesk.Tickets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 变更企业管理员 on a ticket (roles.md section 5). An agent of the service desk has seen that a file of the ticket is a request under the
 * enterprise's seal and puts forward whom it names; a security administrator compares both and decides. Neither is linked to the enterprise
 * (SOD-01), and nobody does both. What comes of it is written on the ticket.
 */
@Service
class Succession {

    private static final int LEAST_REASON = 5;
    private static final int MOST_REASON = 500;
    private static final Set<String> DECIDABLE = Set.of("PROCESSING", "REPLIED");

    private final ChangeRequests requests;
    private final Administrators administrators;
    private final AdministratorForm form;
    private final FormCatalogue catalogue;
    private final List<DecisionBar> bars;
    private final FormRecords records;
    private final FormAttachments attachments;
    private final Uploads uploads;
    private final Tickets tickets;
    private final Notifications notifications;
    private final AuditLog audit;

    Succession(
            ChangeRequests requests,
            Administrators administrators,
            AdministratorForm form,
            FormCatalogue catalogue,
            List<DecisionBar> bars,
            FormRecords records,
            FormAttachments attachments,
            Uploads uploads,
            Tickets tickets,
            Notifications notifications,
            AuditLog audit) {
        this.requests = requests;
        this.administrators = administrators;
        this.form = form;
        this.catalogue = catalogue;
        this.bars = List.copyOf(bars);
        this.records = records;
        this.attachments = attachments;
        this.uploads = uploads;
        this.tickets = tickets;
        this.notifications = notifications;
        this.audit = audit;
    }

    /**
     * Whom the request names.
     *
     * @param login of an operator; empty where it is somebody new
     * @param person who somebody new is
     * @param sealed whether the agent has seen the seal
     */
    record Wish(Optional<UUID> file, String login, Answers person, boolean sealed) {}

    /** Whether a ticket can be about it: a free one on which the desk works. */
    boolean isAbout(FormRecord ticket) {
        return Tickets.isAbout("FREE", ticket)
                && ticket.state().equals("PROCESSING")
                && ticket.enterprise().isPresent();
    }

    /** The files of a ticket, one of which is the request. */
    List<StoredFile> files(FormRecord ticket) {
        return attachments.of(ticket).values().stream().flatMap(List::stream).toList();
    }

    /** Puts forward what the request asks for. */
    @Transactional
    public List<Fault> propose(FormRecord ticket, Wish wish, Actor agent) {
        boolean may = agent.roles().contains(Role.CS_AGENT) || agent.roles().contains(Role.CS_SUPERVISOR);
        if (!may || !isAbout(ticket)) {
            return refused(ticket, "propose_administrator", "ERR_FORBIDDEN", agent);
        }
        long enterprise = ticket.enterprise().orElseThrow();
        if (isLinked(agent, ticket)) {
            return refused(ticket, "propose_administrator", "ERR_SELF_APPROVAL", agent);
        }
        boolean shown = wish.sealed()
                && wish.file()
                        .filter(id -> files(ticket).stream()
                                .anyMatch(file -> file.id().equals(id)))
                        .isPresent();
        if (!shown) {
            return List.of(Fault.at("sealed", "ERR_SEAL_DECLARATION"));
        }
        boolean somebodyNew = wish.login().isEmpty();
        var answers = form.tidy(wish.person());
        var faults = somebodyNew ? form.faults(answers) : operator(wish.login(), enterprise);
        if (!faults.isEmpty()) {
            return faults;
        }
        var login = somebodyNew ? answers.text("username") : wish.login();
        if (!requests.add(
                ticket,
                wish.file().orElseThrow(),
                login,
                somebodyNew ? Optional.of(answers) : Optional.empty(),
                agent.login())) {
            return refused(ticket, "propose_administrator", "ERR_VERSION_CONFLICT", agent);
        }
        write(ticket, login, "propose_administrator", List.of(), "", agent);
        notifications.tell("N-95", new Recipients.Holders(Role.SEC_ADMIN), Map.of("no", number(ticket)));
        return List.of();
    }

    private List<Fault> operator(String login, long enterprise) {
        return administrators.candidates(enterprise).stream()
                        .map(Account::login)
                        .anyMatch(login::equals)
                ? List.of()
                : List.of(Fault.at("login", "ERR_FORBIDDEN"));
    }

    /** Puts that person in the place, or not. */
    @Transactional
    public List<Fault> decide(ChangeRequest request, boolean confirm, String reason, Actor administrator) {
        var ticket = ticket(request);
        var action = confirm ? "change_administrator" : "reject_administrator";
        if (!administrator.roles().contains(Role.SEC_ADMIN)) {
            return refused(ticket, action, "ERR_FORBIDDEN", administrator);
        }
        if (request.preparedBy().equals(administrator.login()) || isLinked(administrator, ticket)) {
            return refused(ticket, action, "ERR_SELF_APPROVAL", administrator);
        }
        var said = reason.strip();
        if (!confirm && (said.length() < LEAST_REASON || said.length() > MOST_REASON)) {
            return List.of(Fault.at("reason", "ERR_REASON_REQUIRED"));
        }
        var faults = confirm ? obstacles(request, ticket) : List.<Fault>of();
        if (!faults.isEmpty()) {
            return refused(ticket, action, faults.getFirst().message(), administrator);
        }
        if (!requests.decide(request, confirm, confirm ? "" : said, administrator.login())) {
            return refused(ticket, action, "ERR_VERSION_CONFLICT", administrator);
        }
        if (confirm) {
            change(request, ticket, administrator);
        } else {
            write(ticket, request.login(), action, List.of(), said, administrator);
            tickets.note(ticket, action, "安全管理员核对后不予变更企业管理员：" + said);
        }
        return List.of();
    }

    /** What has changed since it was put forward. */
    private List<Fault> obstacles(ChangeRequest request, FormRecord ticket) {
        if (!DECIDABLE.contains(ticket.state())) {
            return List.of(Fault.at("", "ERR_VERSION_CONFLICT"));
        }
        return request.person().map(form::faults).orElseGet(() -> operator(request.login(), request.enterprise()));
    }

    private void change(ChangeRequest request, FormRecord ticket, Actor administrator) {
        var number = number(ticket);
        if (request.person().isPresent()) {
            administrators.open(request.person().get(), request.enterprise(), number, administrator);
        } else if (administrators
                .change(request.login(), request.enterprise(), Optional.of(number), administrator)
                .isEmpty()) {
            throw new IllegalStateException("the operator has gone meanwhile");
        }
        tickets.note(
                ticket,
                "change_administrator",
                "企业管理员已变更为 " + request.login() + "，原管理员转为企业操作员并已退出登录。"
                        + (request.person().isPresent() ? "新管理员请在单一窗口登录页点击“忘记密码”，用申请中的手机设置密码。" : ""));
    }

    /** The request with the persons that it names was looked at. */
    @Transactional
    public void viewed(ChangeRequest request, Actor administrator) {
        write(ticket(request), request.login(), "view_administrator", List.of(), "", administrator);
    }

    /** A file and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // handed on to the browser at once
    record Held(StoredFile file, byte[] content) {}

    /** The sealed request, for whoever decides; put into the log. */
    @Transactional
    public Optional<Held> evidence(ChangeRequest request, Actor administrator) {
        return uploads.find(List.of(request.file())).stream()
                .findFirst()
                .flatMap(file -> uploads.content(file.id(), administrator.login())
                        .map(content -> {
                            audit.write(AuditEntry.done(
                                    administrator.login(),
                                    administrator.name(),
                                    Role.SEC_ADMIN.name(),
                                    "file",
                                    request.ticket() + "/" + file.id(),
                                    "download"));
                            return new Held(file, content);
                        }));
    }

    FormRecord ticket(ChangeRequest request) {
        return records.find(request.ticket()).orElseThrow();
    }

    /** Of the enterprise, or kept from deciding about it by anything that is known of the officer. */
    private boolean isLinked(Actor officer, FormRecord ticket) {
        return ticket.enterprise().equals(officer.enterprise())
                || bars.stream()
                        .anyMatch(bar -> bar.refusal(catalogue.form(Tickets.FORM), ticket, officer)
                                .isPresent());
    }

    static String number(FormRecord ticket) {
        return ticket.number().orElseGet(() -> Long.toString(ticket.id()));
    }

    private List<Fault> refused(FormRecord ticket, String action, String message, Actor actor) {
        audit.write(AuditEntry.refused(
                actor.login(), actor.name(), role(actor), "account", number(ticket), action, message));
        return List.of(Fault.at("", message));
    }

    private void write(
            FormRecord ticket, String login, String action, List<String> reasons, String reason, Actor actor) {
        audit.write(AuditEntry.done(actor.login(), actor.name(), role(actor), "account", login, action)
                .because(reasons, reason)
                .change(Map.of(), Map.of("ticket", number(ticket))));
    }

    private static String role(Actor actor) {
        return List.of(Role.SEC_ADMIN, Role.CS_SUPERVISOR, Role.CS_AGENT).stream()
                .filter(actor.roles()::contains)
                .map(Role::name)
                .findFirst()
                .orElse("");
    }
}
