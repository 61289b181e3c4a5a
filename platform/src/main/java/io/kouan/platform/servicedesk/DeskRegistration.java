package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Mask;
import io.kouan.platform.notifications.Choices;
import io.kouan.platform.notifications.Notifications;
import io.kouan.platform.notifications.Reader;
import io.kouan.platform.notifications.Recipients;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes registrations (用户注册): checks what must be unique and agree, keeps them until the service desk has decided. */
@Service
class DeskRegistration {

    static final String FORM = "customer_service_registration";
    private static final Set<String> NOT_KEPT = Set.of("password", "password_confirm", "captcha");

    private final FormDefinition form;
    private final DeskAccounts accounts;
    private final EnterpriseProfiles enterprises;
    private final People people;
    private final Choices choices;
    private final PasswordEncoder passwords;
    private final Notifications notifications;
    private final AuditLog audit;

    DeskRegistration(
            FormCatalogue catalogue,
            DeskAccounts accounts,
            EnterpriseProfiles enterprises,
            People people,
            Choices choices,
            PasswordEncoder passwords,
            Notifications notifications,
            AuditLog audit) {
        this.form = catalogue.form(FORM);
        this.accounts = accounts;
        this.enterprises = enterprises;
        this.people = people;
        this.choices = choices;
        this.passwords = passwords;
        this.notifications = notifications;
        this.audit = audit;
    }

    /** LOGIN_UNIQUE (in this realm), MOBILE_UNIQUE, NAME_AGREES. To be told only to whoever read the captcha. */
    List<Fault> taken(Answers answers, Optional<DeskAccount> before) {
        var faults = new ArrayList<Fault>();
        long own = before.map(DeskAccount::id).orElse(0L);
        if (accounts.find(answers.text("login_name"))
                .filter(other -> other.id() != own)
                .isPresent()) {
            faults.add(Fault.at("login_name", "ERR_USERNAME_TAKEN"));
        }
        if (accounts.isMobileTaken(answers.text("mobile"), own)) {
            faults.add(Fault.at("mobile", "ERR_MOBILE_TAKEN"));
        }
        boolean other = enterprises
                .withCreditCode(answers.text("uscc"))
                .map(id -> enterprises.of(id).nameZh())
                .filter(name -> !name.equals(answers.text("company_full_name")))
                .isPresent();
        if (other) {
            faults.add(Fault.at("company_full_name", "ERR_NAME_MISMATCH"));
        }
        return faults;
    }

    /**
     * Keeps a registration that is right.
     *
     * @param visitor somebody who has signed in to the Single Window; the account becomes theirs where it is of the same enterprise
     */
    @Transactional
    public DeskAccount register(Answers answers, Optional<Actor> visitor) {
        var login = DeskAccounts.normal(answers.text("login_name"));
        var person = visitor.filter(actor -> isOf(actor, answers))
                .map(Actor::login)
                .orElseGet(() -> DeskAccounts.personOf(login));
        if (people.find(person).isEmpty()) {
            // nobody can sign in with it: there is no password that fits
            people.register(person, "-", answers.text("real_name"), Optional.empty(), Set.of());
        }
        long id = accounts.open(login, passwords.encode(answers.text("password")), kept(answers), person);
        var account = accounts.find(id).orElseThrow();
        write(account, "register", Optional.of(answers));
        tell(account, answers);
        return account;
    }

    private boolean isOf(Actor actor, Answers answers) {
        var enterprise = enterprises.withCreditCode(answers.text("uscc"));
        return enterprise.isPresent()
                && actor.enterprise().isPresent()
                && actor.enterprise().getAsLong() == enterprise.get()
                && accounts.of(actor.login())
                        .filter(other -> other.state() != DeskAccount.State.DISABLED)
                        .isEmpty();
    }

    /** resubmit: corrected after a refusal, with a new deadline; false where it does not wait for that any more. */
    @Transactional
    public boolean resubmit(DeskAccount account, Answers answers) {
        var own = answers.with("login_name", account.login());
        if (!accounts.resubmit(account, passwords.encode(answers.text("password")), kept(own))) {
            return false;
        }
        var again = accounts.find(account.id()).orElseThrow();
        write(again, "resubmit", Optional.of(own));
        tell(again, own);
        return true;
    }

    /** N-02, to the applicant in the ways that were chosen. */
    private void tell(DeskAccount account, Answers answers) {
        var applicant = new Actor(
                account.person(), account.name(), java.util.OptionalLong.empty(), Set.of(Role.VISITOR), "none");
        if (account.person().equals(DeskAccounts.personOf(account.login()))) {
            choices.choose(account.person(), choice(answers), applicant);
        }
        notifications.tell(
                "N-02",
                List.of(
                        new Reader(new Recipients.OnePerson(account.person()), "/service-desk"),
                        new Reader(new Recipients.Holders(Role.CS_AGENT), "/desk/accounts/" + account.id())),
                Map.of());
    }

    /** 接收邮件通知, 接收短信通知. */
    static Choices.Choice choice(Answers answers) {
        return new Choices.Choice(
                answers.text("notify_email").equals("true"),
                answers.text("notify_sms").equals("true"));
    }

    private static Answers kept(Answers answers) {
        var fields = new LinkedHashMap<>(answers.fields());
        fields.keySet().removeAll(NOT_KEPT);
        return new Answers(fields, Map.of());
    }

    /** Personal data go into the audit log masked, secrets not at all. */
    private void write(DeskAccount account, String action, Optional<Answers> answers) {
        var shown = new LinkedHashMap<String, String>();
        answers.ifPresent(given -> form.fields()
                .filter(field -> !NOT_KEPT.contains(field.key()))
                .filter(field -> !given.text(field.key()).isEmpty())
                .forEach(field -> shown.put(field.key(), masked(field, given.text(field.key())))));
        audit.write(AuditEntry.done(
                        account.person(), account.name(), Role.VISITOR.name(), "form/" + FORM, account.login(), action)
                .version(account.version())
                .change(Map.of(), shown));
    }

    private static String masked(Field field, String value) {
        return field.mask() == Mask.NONE ? value : field.mask().of(value);
    }
}
