package io.kouan.platform.identity;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Menu;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The operators of an enterprise (操作员管理), kept by its administrator: opened, limited to menus, disabled and enabled again. */
@Component
class Operators {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";
    private static final String CAPITALS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String DIGITS = "23456789";
    private static final int GROUPS = 4;

    private final Accounts accounts;
    private final People people;
    private final PasswordEncoder encoder;
    private final OwnSessions sessions;
    private final AccountAudit audit;
    private final SecureRandom random;

    Operators(
            Accounts accounts,
            People people,
            PasswordEncoder encoder,
            OwnSessions sessions,
            AccountAudit audit,
            SecureRandom random) {
        this.accounts = accounts;
        this.people = people;
        this.encoder = encoder;
        this.sessions = sessions;
        this.audit = audit;
        this.random = random;
    }

    List<Account> of(long enterprise) {
        return accounts.of(enterprise).stream().filter(Account::isOperator).toList();
    }

    /** The operator of that login, where it is one of the enterprise; a foreign one and an unknown one are answered alike. */
    Optional<Account> find(String login, long enterprise) {
        return accounts.find(login)
                .filter(Account::isOperator)
                .filter(account -> account.enterprise().equals(Optional.of(enterprise)));
    }

    /** USERNAME_UNIQUE and MOBILE_UNIQUE. */
    List<Fault> taken(Answers answers) {
        var faults = new ArrayList<Fault>();
        if (people.isTaken(answers.text("username"))) {
            faults.add(Fault.at("username", "ERR_USERNAME_TAKEN"));
        }
        if (accounts.isMobileTaken(answers.text("mobile"))) {
            faults.add(Fault.at("mobile", "ERR_MOBILE_TAKEN"));
        }
        return faults;
    }

    /** Opens the account and gives the initial password, which is shown once and kept as a hash. */
    @Transactional
    public String create(Answers answers, long enterprise, Actor administrator) {
        var password = password();
        var login = answers.text("username");
        accounts.open(
                login,
                encoder.encode(password),
                true,
                answers.text("real_name"),
                enterprise,
                Role.ENT_OPERATOR,
                SelfRegistration.details(answers),
                menus(answers));
        audit.done(administrator, role(administrator), login, "create_operator", told(menus(answers)));
        return password;
    }

    @Transactional
    public void allow(Account operator, Set<Menu> menus, Actor administrator) {
        accounts.allow(operator.login(), menus);
        audit.done(administrator, role(administrator), operator.login(), "change_operator", told(menus));
    }

    @Transactional
    public void disable(Account operator, Actor administrator) {
        accounts.disable(operator.login(), administrator.login());
        sessions.endAll(operator.login());
        audit.done(administrator, role(administrator), operator.login(), "disable", Map.of());
    }

    @Transactional
    public void enable(Account operator, Actor administrator) {
        accounts.enable(operator.login());
        audit.done(administrator, role(administrator), operator.login(), "enable", Map.of());
    }

    static Set<Menu> menus(Answers answers) {
        var menus = EnumSet.noneOf(Menu.class);
        if (answers.text("may_qualification").equals("true")) {
            menus.add(Menu.QUALIFICATION);
        }
        if (answers.text("may_handin").equals("true")) {
            menus.add(Menu.HANDIN);
        }
        return menus;
    }

    private static Map<String, String> told(Set<Menu> menus) {
        return Map.of("menus", menus.stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
    }

    private static String role(Actor actor) {
        return Stream.of(Role.ENT_LEGAL, Role.ENT_ADMIN, Role.SEC_ADMIN)
                .filter(actor.roles()::contains)
                .map(Role::name)
                .findFirst()
                .orElse("");
    }

    /** Twelve characters of three kinds that are not mistaken for one another. */
    private String password() {
        var password = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            password.append(pick(CAPITALS)).append(pick(LETTERS)).append(pick(DIGITS));
        }
        return password.toString();
    }

    private char pick(String from) {
        return from.charAt(random.nextInt(from.length()));
    }
}
