package io.kouan.platform.accounts;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** People can be reached where their accounts say. */
@Component
class AccountContacts implements ContactBook {

    private final Accounts accounts;

    AccountContacts(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<Contact> of(String login) {
        return accounts.find(login)
                .filter(account -> !account.disabled())
                .map(account ->
                        new Contact(account.details().email(), account.details().mobile()));
    }
}
