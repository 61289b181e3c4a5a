package io.kouan.platform.identity;

import io.kouan.platform.accounts.Account;
import java.util.Optional;

/** What the registration asks of the room that knows cards; contributed as a bean. */
public interface CardsOfRegistrations {

    /** Why a card does not do for the enterprise with that unified code (统一社会信用代码); empty where it does. */
    Optional<String> refusal(RegistrationCard card, String creditCode);

    /** Puts the card on file: from now on the administrator signs in with it too. Inside the registration's transaction. */
    void keep(RegistrationCard card, long enterprise, Account administrator);
}
