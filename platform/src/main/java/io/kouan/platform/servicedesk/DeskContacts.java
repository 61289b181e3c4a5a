package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.ContactBook;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whoever has an account of this realm and no other is reached where the registration says. */
@Component
@Order(1)
class DeskContacts implements ContactBook {

    private final DeskAccounts accounts;

    DeskContacts(DeskAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<Contact> of(String login) {
        return accounts.of(login)
                .filter(account -> login.equals(DeskAccounts.personOf(account.login())))
                .map(account -> new Contact(account.answers().text("user_email"), account.mobile()));
    }
}
