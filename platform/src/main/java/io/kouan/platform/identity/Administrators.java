package io.kouan.platform.identity;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.AdministratorChanged;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.check.Answers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The administrator of an enterprise (企业管理员), whom the legal person changes with the legal-person card in the session, or a security
 * administrator on a ticket with a sealed request (roles.md section 5): an operator, or somebody new, comes in the place of the present
 * one, who is signed out, stays as an operator and is told.
 */
@Component
public class Administrators {

    /** A card signs in a person of its own, who is never an administrator. */
    private static final String CARD = "card:";

    private final Accounts accounts;
    private final Operators operators;
    private final AccountAudit audit;
    private final OwnSessions sessions;
    private final ApplicationEventPublisher events;

    Administrators(
            Accounts accounts,
            Operators operators,
            OwnSessions sessions,
            AccountAudit audit,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.operators = operators;
        this.sessions = sessions;
        this.audit = audit;
        this.events = events;
    }

    public List<Account> of(long enterprise) {
        return accounts.of(enterprise).stream()
                .filter(account -> account.roles().contains(Role.ENT_ADMIN))
                .toList();
    }

    /** Those who can come in the place. */
    public List<Account> candidates(long enterprise) {
        return operators.of(enterprise).stream()
                .filter(account -> !account.disabled() && !account.login().startsWith(CARD))
                .filter(account -> !account.roles().contains(Role.ENT_ADMIN))
                .toList();
    }

    /** Puts an operator in the place; empty where that is none of this enterprise's, or no longer one. */
    @Transactional
    public Optional<Account> change(String login, long enterprise, Actor legalPerson) {
        return change(login, enterprise, Optional.empty(), legalPerson);
    }

    /** The same on a ticket. */
    @Transactional
    public Optional<Account> change(String login, long enterprise, Optional<String> ticket, Actor by) {
        var chosen = candidates(enterprise).stream()
                .filter(account -> account.login().equals(login))
                .findFirst();
        chosen.ifPresent(account -> put(account, enterprise, ticket, by));
        return chosen;
    }

    /** Opens an account for somebody new and puts it in the place; gives the initial password. */
    @Transactional
    public String open(Answers answers, long enterprise, Actor legalPerson) {
        var password = operators.create(answers, enterprise, legalPerson);
        put(accounts.find(answers.text("username")).orElseThrow(), enterprise, Optional.empty(), legalPerson);
        return password;
    }

    /** The same on a ticket: nobody learns the initial password, the owner sets one by the own mobile number (忘记密码). */
    @Transactional
    public void open(Answers answers, long enterprise, String ticket, Actor by) {
        operators.create(answers, enterprise, by);
        put(accounts.find(answers.text("username")).orElseThrow(), enterprise, Optional.of(ticket), by);
    }

    private void put(Account chosen, long enterprise, Optional<String> ticket, Actor by) {
        var former = of(enterprise);
        former.forEach(account -> {
            replace(account, Role.ENT_ADMIN, Role.ENT_OPERATOR);
            sessions.endAll(account.login());
        });
        replace(chosen, Role.ENT_OPERATOR, Role.ENT_ADMIN);
        var logins = former.stream().map(Account::login).toList();
        audit.done(
                by,
                (ticket.isPresent() ? Role.SEC_ADMIN : Role.ENT_LEGAL).name(),
                chosen.login(),
                "change_administrator",
                Map.of(
                        "administrator", chosen.login(),
                        "former", String.join(" ", logins),
                        "ticket", ticket.orElse("")));
        events.publishEvent(new AdministratorChanged(enterprise, logins, chosen.login(), chosen.name(), ticket));
    }

    private void replace(Account account, Role before, Role after) {
        var roles = EnumSet.of(after);
        roles.addAll(account.roles());
        roles.remove(before);
        accounts.assign(account.login(), roles);
    }
}
