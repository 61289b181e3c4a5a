package io.kouan.platform.staff;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.accounts.SignInFailures;
import io.kouan.platform.accounts.StaffAccount;
import io.kouan.platform.accounts.StaffAccounts;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.check.Fault;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What security administrators do with accounts (SEC_ADMIN); all of it is put into the audit log, also what was refused. */
@Service
class StaffDesk {

    private static final String KIND = "staff_account";
    private static final int PASSWORD_BYTES = 12;

    private final StaffAccounts accounts;
    private final RoleProposals proposals;
    private final People people;
    private final SignInFailures failures;
    private final StaffScreen screen;
    private final PasswordEncoder passwords;
    private final AuditLog log;
    private final SecureRandom random = new SecureRandom();

    StaffDesk(
            StaffAccounts accounts,
            RoleProposals proposals,
            People people,
            SignInFailures failures,
            StaffScreen screen,
            PasswordEncoder passwords,
            AuditLog log) {
        this.accounts = accounts;
        this.proposals = proposals;
        this.people = people;
        this.failures = failures;
        this.screen = screen;
        this.passwords = passwords;
        this.log = log;
    }

    /** Makes an account that may do nothing yet: its roles are proposed and confirmed afterwards. */
    @Transactional
    StaffOutcome create(Map<String, String> typed, Actor administrator) {
        var details = screen.tidy(typed);
        var login = details.getOrDefault("username", "");
        var faults = new ArrayList<>(screen.faults(details));
        if (people.isTaken(login)) {
            faults.add(Fault.at("username", "ERR_USERNAME_TAKEN"));
        }
        if (!faults.isEmpty()) {
            return refused("create", login, faults, administrator);
        }
        var password = password();
        people.invite(login, passwords.encode(password), details.getOrDefault("real_name", ""));
        var known = accounts.find(login).orElseThrow();
        accounts.store(StaffDetails.with(known, details), 0);
        log.write(done("create", known.login(), administrator)
                .change(Map.of(), StaffDetails.masked(details, screen.fields())));
        return new StaffOutcome.Created(known.login(), password);
    }

    @Transactional
    StaffOutcome change(String login, int version, Map<String, String> typed, Actor administrator) {
        var found = accounts.find(login);
        if (found.isEmpty()) {
            return new StaffOutcome.Unknown();
        }
        var before = StaffDetails.of(found.get());
        var all = new TreeMap<>(typed);
        all.put("username", found.get().login());
        var details = screen.tidy(all);
        // logins that were here before the rule for logins stay
        var faults = screen.faults(details).stream()
                .filter(fault -> !fault.place().equals("username"))
                .toList();
        if (!faults.isEmpty()) {
            return refused("change", login, faults, administrator);
        }
        var stored = accounts.store(StaffDetails.with(found.get(), details), version);
        if (stored.isEmpty()) {
            return refused("change", login, List.of(Fault.at("", "ERR_VERSION_CONFLICT")), administrator);
        }
        var after = StaffDetails.of(stored.get());
        var same = before.keySet().stream()
                .filter(key -> before.getOrDefault(key, "").equals(after.get(key)))
                .collect(Collectors.toSet());
        before.keySet().removeAll(same);
        after.keySet().removeAll(same);
        log.write(done("change", login, administrator)
                .version(version)
                .change(StaffDetails.masked(before, screen.fields()), StaffDetails.masked(after, screen.fields())));
        return new StaffOutcome.Done(login);
    }

    /** Nobody disables the own account: a port without security administrator could not be entered any more. */
    @Transactional
    StaffOutcome disable(String login, Actor administrator) {
        var found = accounts.find(login);
        if (found.isEmpty()) {
            return new StaffOutcome.Unknown();
        }
        if (login.equals(administrator.login())) {
            return refused("disable", login, List.of(Fault.at("", "ERR_SELF_APPROVAL")), administrator);
        }
        enter(found.get());
        accounts.disable(login, administrator.login());
        log.write(done("disable", login, administrator));
        return new StaffOutcome.Done(login);
    }

    /** Proposes all roles that the account shall have from now on; nothing changes until another administrator confirms. */
    @Transactional
    StaffOutcome propose(String login, Set<Role> roles, String customs, String inspection, Actor administrator) {
        var found = accounts.find(login);
        if (found.isEmpty()) {
            return new StaffOutcome.Unknown();
        }
        var faults = new ArrayList<>(StaffRules.faults(roles, customs, inspection));
        if (!customs.isEmpty() && !screen.isOffice("customs_office", customs)) {
            faults.add(Fault.at("customs_scope", "ERR_OFFICE"));
        }
        if (!inspection.isEmpty() && !screen.isOffice("inspection_org", inspection)) {
            faults.add(Fault.at("inspection_scope", "ERR_OFFICE"));
        }
        if (!faults.isEmpty()) {
            return refused("propose_roles", login, faults, administrator);
        }
        enter(found.get());
        if (!proposals.add(login, roles, customs, inspection, administrator.login())) {
            return refused("propose_roles", login, List.of(Fault.at("", "ERR_VERSION_CONFLICT")), administrator);
        }
        log.write(done("propose_roles", login, administrator)
                .change(held(found.get()), held(roles, customs, inspection)));
        return new StaffOutcome.Done(login);
    }

    /** Another administrator agrees, or does not (SOD-11). */
    @Transactional
    StaffOutcome decide(long proposal, boolean confirmed, Actor administrator) {
        var taken = proposals.take(proposal);
        if (taken.isEmpty()) {
            return new StaffOutcome.Unknown();
        }
        var proposed = taken.get();
        var action = confirmed ? "confirm_roles" : "reject_roles";
        if (confirmed && !proposed.mayBeDecidedBy(administrator.login())) {
            return refused(action, proposed.login(), List.of(Fault.at("", "ERR_SELF_APPROVAL")), administrator);
        }
        var before = accounts.find(proposed.login()).orElseThrow();
        proposals.decide(proposal, confirmed, administrator.login());
        if (confirmed) {
            accounts.assign(proposed.login(), proposed.roles(), proposed.customsOffice(), proposed.inspectionOffice());
        }
        log.write(done(action, proposed.login(), administrator)
                .change(held(before), held(proposed.roles(), proposed.customsOffice(), proposed.inspectionOffice())));
        return new StaffOutcome.Done(proposed.login());
    }

    /** Confirms once more that somebody shall have these roles (角色定期复核); for the own ones somebody else does. */
    @Transactional
    StaffOutcome review(String login, int version, Actor administrator) {
        var found = accounts.find(login);
        if (found.isEmpty()) {
            return new StaffOutcome.Unknown();
        }
        var account = found.get();
        if (account.login().equals(administrator.login())) {
            return refused("review_roles", login, List.of(Fault.at("", "ERR_SELF_APPROVAL")), administrator);
        }
        boolean same = account.version() == version
                && !account.isDisabled()
                && !account.roles().isEmpty();
        if (!same || !accounts.confirm(account)) {
            return refused("review_roles", login, List.of(Fault.at("", "ERR_VERSION_CONFLICT")), administrator);
        }
        log.write(done("review_roles", login, administrator).change(held(account), held(account)));
        return new StaffOutcome.Done(login);
    }

    /** The page of an account shows its numbers whole; that is put into the log like every such look. */
    @Transactional
    void viewed(StaffAccount account, Actor administrator) {
        if (!account.mobile().isEmpty() || !account.idNumber().isEmpty()) {
            log.write(done("view", account.login(), administrator));
        }
    }

    /** Lets somebody try again who mistyped the password too often. */
    @Transactional
    void unlock(String login, Actor administrator) {
        failures.forget(login);
        log.write(AuditEntry.done(
                administrator.login(), administrator.name(), Role.SEC_ADMIN.name(), "account", login, "unlock"));
    }

    /** People of the first start have no entry of their own yet. */
    private void enter(StaffAccount account) {
        if (account.version() == 0) {
            accounts.store(account, 0);
        }
    }

    private StaffOutcome refused(String action, String login, List<Fault> faults, Actor administrator) {
        log.write(AuditEntry.refused(
                administrator.login(),
                administrator.name(),
                Role.SEC_ADMIN.name(),
                KIND,
                login,
                action,
                faults.getFirst().message()));
        return new StaffOutcome.Refused(faults);
    }

    private static AuditEntry done(String action, String login, Actor administrator) {
        return AuditEntry.done(administrator.login(), administrator.name(), Role.SEC_ADMIN.name(), KIND, login, action);
    }

    private static Map<String, String> held(StaffAccount account) {
        return held(account.roles(), account.customsOffice(), account.inspectionOffice());
    }

    private static Map<String, String> held(Set<Role> roles, String customs, String inspection) {
        return Map.of("roles", names(roles), "customs_scope", customs, "inspection_scope", inspection);
    }

    static String names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
    }

    private String password() {
        var bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
