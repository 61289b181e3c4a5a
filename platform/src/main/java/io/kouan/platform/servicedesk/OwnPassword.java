package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.People;
import java.util.stream.Stream;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Whether somebody types the own password again: that of this platform or that of the Single Window, whichever they sign in with. */
@Component
public class OwnPassword {

    /** More than any password that can be set; what is longer is not worth the work. */
    private static final int LONGEST = 200;

    private final DeskAccounts accounts;
    private final People people;
    private final PasswordEncoder encoder;

    OwnPassword(DeskAccounts accounts, People people, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.people = people;
        this.encoder = encoder;
    }

    public boolean fits(Actor actor, String password) {
        return password.length() <= LONGEST
                && Stream.concat(people.passwordHash(actor.login()).stream(), accounts.hashesOf(actor.login()).stream())
                        .anyMatch(hash -> encoder.matches(password, hash));
    }
}
