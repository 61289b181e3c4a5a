package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Realm;
import io.kouan.platform.accounts.RealmAccounts;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.identity.OwnSessions;
import io.kouan.platform.identity.PasswordCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 账号关联: an account of this platform that was registered without being signed in at the Single Window becomes that of somebody of the
 * same enterprise there (decision 2). The proof is to sign in to it. What it brought along, tickets and accounts of the entries, comes with
 * it, and goes with it when it is unlinked.
 */
@Service
class AccountLinks {

    private final DeskAccounts accounts;
    private final AccountLinkBook book;
    private final DeskSignIn signIn;
    private final People people;
    private final RealmAccounts realms;
    private final OwnSessions sessions;
    private final AuditLog audit;

    AccountLinks(
            DeskAccounts accounts,
            AccountLinkBook book,
            DeskSignIn signIn,
            People people,
            RealmAccounts realms,
            OwnSessions sessions,
            AuditLog audit) {
        this.accounts = accounts;
        this.book = book;
        this.signIn = signIn;
        this.people = people;
        this.realms = realms;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** What comes of the wish. */
    sealed interface Result {

        record Done() implements Result {}

        /** ERR_LOGIN, ERR_CAPTCHA, ERR_ACCOUNT_PENDING, ERR_ACCOUNT_REJECTED, ERR_ACCOUNT_DISABLED or ERR_FORBIDDEN. */
        record Refused(String message) implements Result {}

        /** ERR_ACCOUNT_LOCKED, for how long. */
        record Locked(long minutes) implements Result {}
    }

    /** The account that somebody has here; empty where there is none that is in use. */
    Optional<DeskAccount> of(Actor actor) {
        return accounts.of(actor.login()).filter(account -> account.state() == DeskAccount.State.ACTIVE);
    }

    /** Whether an account may be linked: of this person there is none that is in use or may come into use. */
    boolean mayLink(Actor actor) {
        return actor.enterprise().isPresent()
                && !actor.login().startsWith(DeskAccounts.personOf(""))
                && accounts.of(actor.login())
                        .filter(account -> account.state() != DeskAccount.State.DISABLED)
                        .isEmpty();
    }

    /** Links the account whose login and password were typed. */
    @Transactional
    public Result link(PasswordCheck.Typed typed, Actor actor) {
        return switch (signIn.attempt(typed)) {
            case DeskSignIn.Result.Known(var account) -> link(account, actor);
            case DeskSignIn.Result.Rejected _ -> new Result.Refused("ERR_ACCOUNT_REJECTED");
            case DeskSignIn.Result.Locked(long minutes) -> new Result.Locked(minutes);
            case DeskSignIn.Result.Refused(var message) -> new Result.Refused(message);
        };
    }

    private Result link(DeskAccount account, Actor actor) {
        people.hold(actor.login());
        boolean own = actor.enterprise().isPresent()
                && account.enterprise().equals(Optional.of(actor.enterprise().getAsLong()));
        boolean alone = account.person().equals(DeskAccounts.personOf(account.login()));
        if (!own || !alone || !mayLink(actor) || !accounts.give(account, actor.login())) {
            audit.write(AuditEntry.refused(
                    actor.login(), actor.name(), role(actor), "account", account.person(), "link", "ERR_FORBIDDEN"));
            return new Result.Refused("ERR_FORBIDDEN");
        }
        var brought = realms.of(account.person()).stream()
                .map(AccountLinkBook.Brought::of)
                .toList();
        book.add(account, actor.login(), brought);
        brought.forEach(it -> move(it, account.person(), actor.login()));
        people.grant(actor.login(), Role.CS_USER);
        people.succeed(account.person(), Optional.of(actor.login()));
        sessions.endAll(account.person());
        write(account.login(), "link", account.person(), actor.login(), actor);
        return new Result.Done();
    }

    /** Unlinks it: whoever has its password signs in to it alone again, as before. False where there is none. */
    @Transactional
    public boolean unlink(Actor actor) {
        people.hold(actor.login());
        var found = of(actor);
        if (found.isEmpty() || actor.login().startsWith(DeskAccounts.personOf(""))) {
            return false;
        }
        var account = found.get();
        var link = book.open(account);
        var alone = link.map(AccountLinkBook.Link::former).orElse(DeskAccounts.personOf(account.login()));
        if (!accounts.give(account, alone(alone, account))) {
            return false;
        }
        var brought = link.map(AccountLinkBook.Link::brought)
                .orElse(List.of(new AccountLinkBook.Brought(Realm.CS, account.login())));
        brought.forEach(it -> move(it, actor.login(), alone));
        people.grant(alone, Role.CS_USER);
        people.revoke(actor.login(), Role.CS_USER);
        link.ifPresent(book::close);
        people.succeed(alone, Optional.empty());
        write(account.login(), "unlink", actor.login(), alone, actor);
        return true;
    }

    /** Who is kept for the account alone. */
    private String alone(String login, DeskAccount account) {
        if (!people.isTaken(login)) {
            // nobody can sign in with it: there is no password that fits
            people.register(login, "-", account.name(), account.enterprise(), Set.of());
        }
        return login;
    }

    /** The account goes over, and with it what one may be by it. */
    private void move(AccountLinkBook.Brought account, String from, String to) {
        if (realms.move(account.realm(), account.login(), from, to)) {
            account.realm().role().ifPresent(role -> {
                people.grant(to, role);
                if (!realms.isOf(from, account.realm())) {
                    people.revoke(from, role);
                }
            });
        }
    }

    private void write(String login, String action, String before, String after, Actor actor) {
        audit.write(AuditEntry.done(
                        actor.login(), actor.name(), role(actor), "account", DeskAccounts.personOf(login), action)
                .change(Map.of("person", before), Map.of("person", after)));
    }

    private static String role(Actor actor) {
        return (actor.roles().contains(Role.ENT_ADMIN) ? Role.ENT_ADMIN : Role.ENT_OPERATOR).name();
    }
}
