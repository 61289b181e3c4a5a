package io.kouan.platform.localfiling;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Realm;
import io.kouan.platform.accounts.RealmAccounts;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.accounts.StoredPasswords;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The accounts of the customs entry and the inspection entry (报关入口、报检入口账号, decision 2): they can sign in by themselves, and belong
 * to the person who asked for them, who crosses to both entries without a second sign-in.
 *
 * <p>An initial password does not exist before it is shown: it is made up then, and only its hash is kept.
 */
@Component
class PortalAccounts {

    private static final List<String> KINDS =
            List.of("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghjkmnpqrstuvwxyz", "23456789", "!@#%+=?");
    private static final int LENGTH = 12;
    private static final int NOBODY_KNOWS = 40;

    private final Accounts accounts;
    private final People people;
    private final RealmAccounts realms;
    private final StoredPasswords passwords;
    private final PasswordEncoder encoder;
    private final SecureRandom random;

    PortalAccounts(
            Accounts accounts,
            People people,
            RealmAccounts realms,
            StoredPasswords passwords,
            PasswordEncoder encoder,
            SecureRandom random) {
        this.accounts = accounts;
        this.people = people;
        this.realms = realms;
        this.passwords = passwords;
        this.encoder = encoder;
        this.random = random;
    }

    /** Whether both logins are free, or the enterprise's own accounts of these entries already: nobody else's account is ever touched. */
    boolean areFree(Issuance issuance) {
        return isFree(issuance.customsAccount(), issuance, Role.KJ_CUS_USER)
                && isFree(issuance.inspectionAccount(), issuance, Role.KJ_CIQ_USER);
    }

    private boolean isFree(String login, Issuance issuance, Role role) {
        return accounts.find(login)
                .map(account -> account.enterprise().equals(Optional.of(issuance.enterprise()))
                        && account.roles().equals(Set.of(role)))
                .orElse(true);
    }

    /** Opens both accounts of an issuance for whoever asked; those that are there stay. */
    void open(Issuance issuance, String name, String person) {
        open(issuance.customsAccount(), issuance, name, Role.KJ_CUS_USER);
        open(issuance.inspectionAccount(), issuance, name, Role.KJ_CIQ_USER);
        realms.link(Realm.KJ_CUS, issuance.customsAccount(), person);
        realms.link(Realm.KJ_CIQ, issuance.inspectionAccount(), person);
        people.grant(person, Role.KJ_CUS_USER);
        people.grant(person, Role.KJ_CIQ_USER);
    }

    private void open(String login, Issuance issuance, String name, Role role) {
        if (!people.isTaken(login)) {
            accounts.open(
                    login,
                    encoder.encode(password(NOBODY_KNOWS)),
                    true,
                    name,
                    issuance.enterprise(),
                    role,
                    new Account.Details("", "", "", "", "", ""),
                    Set.of());
        }
    }

    /** Gives an account an initial password that counts until then, and tells it: nobody can ask for it again. */
    String issuePassword(String login, Instant until) {
        var password = password(LENGTH);
        passwords.issue(login, password, until);
        return password;
    }

    /** From now on nobody knows its password, whoever knew the one before. */
    void forget(String login) {
        passwords.replace(login, password(NOBODY_KNOWS), true);
    }

    /** Of all four kinds, in any order, without characters that are mistaken for one another. */
    private String password(int length) {
        var characters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            var kind = KINDS.get(i % KINDS.size());
            characters.insert(random.nextInt(i + 1), kind.charAt(random.nextInt(kind.length())));
        }
        return characters.toString();
    }
}
