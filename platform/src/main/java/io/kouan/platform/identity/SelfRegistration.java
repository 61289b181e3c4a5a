package io.kouan.platform.identity;

import io.kouan.platform.accounts.Account.Details;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Menu;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Registered;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers an enterprise and its administrator at once (立即注册, handbook screen 1.2): no approval. What must be unique is looked at
 * before, and held by the database's own keys.
 */
@Component
class SelfRegistration {

    private static final List<String> PROFILE =
            List.of("admin_area", "registered_address", "legal_rep_name", "legal_rep_id_type", "legal_rep_id_no");

    private final EnterpriseProfiles enterprises;
    private final Accounts accounts;
    private final People people;
    private final CardsOfRegistrations cards;
    private final AccountAudit audit;
    private final ApplicationEventPublisher events;

    SelfRegistration(
            EnterpriseProfiles enterprises,
            Accounts accounts,
            People people,
            CardsOfRegistrations cards,
            AccountAudit audit,
            ApplicationEventPublisher events) {
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.people = people;
        this.cards = cards;
        this.audit = audit;
        this.events = events;
    }

    /** USCC_UNIQUE, USERNAME_UNIQUE, MOBILE_UNIQUE, CUSTOMS_CODE_UNIQUE. */
    List<Fault> taken(Answers answers) {
        var faults = new ArrayList<Fault>();
        var known = enterprises.withCreditCode(answers.text("uscc"));
        if (known.filter(enterprises::isAtHome).isPresent()) {
            faults.add(Fault.at("uscc", "ERR_USCC_TAKEN"));
        } else if (known.filter(id -> !enterprises.of(id).nameZh().equals(answers.text("enterprise_name_zh")))
                .isPresent()) {
            faults.add(Fault.at("enterprise_name_zh", "ERR_NAME_MISMATCH"));
        }
        if (hasCustomsCode(answers)
                && enterprises.holderOf(answers.text("customs_code")).isPresent()) {
            faults.add(Fault.at("customs_code", "ERR_CUSTOMS_CODE_TAKEN"));
        }
        if (people.isTaken(answers.text("username"))) {
            faults.add(Fault.at("username", "ERR_USERNAME_TAKEN"));
        }
        if (accounts.isMobileTaken(answers.text("mobile"))) {
            faults.add(Fault.at("mobile", "ERR_MOBILE_TAKEN"));
        }
        return faults;
    }

    /** Whether the card that was shown does for the enterprise; nothing is asked of users without card. */
    List<Fault> cardFaults(Answers answers, Optional<RegistrationCard> card) {
        if (!isWithCard(answers)) {
            return List.of();
        }
        if (card.isEmpty()) {
            return List.of(Fault.at("card_cert_serial", "ERR_CARD_UNREADABLE"));
        }
        return cards.refusal(card.get(), answers.text("uscc")).stream()
                .map(message -> Fault.at("uscc", message))
                .toList();
    }

    static boolean isWithCard(Answers answers) {
        return answers.text("user_type").equals("CARD");
    }

    private static boolean hasCustomsCode(Answers answers) {
        return answers.text("has_customs_code").equals("Y")
                && !answers.text("customs_code").isEmpty();
    }

    /** Creates enterprise and administrator, or nothing: whoever came first has the keys. */
    @Transactional
    public void complete(Answers answers, String passwordHash, Optional<RegistrationCard> card) {
        var login = answers.text("username");
        var profile = new LinkedHashMap<String, String>();
        PROFILE.forEach(field -> profile.put(field, answers.text(field)));
        long enterprise = enterprise(answers, profile);
        accounts.open(
                login,
                passwordHash,
                false,
                answers.text("real_name"),
                enterprise,
                Role.ENT_ADMIN,
                details(answers),
                EnumSet.allOf(Menu.class));
        var administrator = accounts.find(login).orElseThrow();
        audit.done(administrator, "register");
        card.ifPresent(brought -> cards.keep(brought, enterprise, administrator));
        events.publishEvent(new Registered(login, enterprise, answers.text("enterprise_name_zh")));
    }

    /** A new enterprise, or one that only customer service knows so far. */
    private long enterprise(Answers answers, Map<String, String> profile) {
        var code = hasCustomsCode(answers) ? Optional.of(answers.text("customs_code")) : Optional.<String>empty();
        boolean agent = answers.text("is_agent").equals("Y");
        var known = enterprises.withCreditCode(answers.text("uscc"));
        if (known.isPresent() && !enterprises.isAtHome(known.get())) {
            if (!enterprises.complete(known.get(), code, agent, profile)) {
                throw new DuplicateKeyException("somebody registered the enterprise at the same moment");
            }
            return known.get();
        }
        return enterprises.open(answers.text("uscc"), answers.text("enterprise_name_zh"), code, agent, profile);
    }

    static Details details(Answers answers) {
        return new Details(
                answers.text("id_type"),
                answers.text("id_no"),
                answers.text("mobile"),
                answers.text("landline"),
                answers.text("email"),
                answers.text("card_no"));
    }

    /** What the program reads off the unified code: characters nine to seventeen are the organisation code (组织机构代码). */
    static Map<String, String> derived(Answers answers) {
        var code = answers.text("uscc");
        return code.length() == 18 ? Map.of("org_code", code.substring(8, 17)) : Map.of();
    }
}
