package io.kouan.platform.accounts;

import java.util.Optional;

/** Where people can be reached outside the site; contributed as a bean by whoever keeps their addresses. */
public interface ContactBook {

    /**
     * What is known of a person.
     *
     * @param mail address, empty where none is known
     * @param mobile number, empty where none is known
     */
    record Contact(String mail, String mobile) {}

    /** The addresses of a person; empty where this book does not know the person. */
    Optional<Contact> of(String login);
}
