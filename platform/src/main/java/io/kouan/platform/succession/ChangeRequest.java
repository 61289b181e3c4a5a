package io.kouan.platform.succession;

import io.kouan.platform.forms.check.Answers;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the service desk has put forward.
 *
 * @param file the sealed request
 * @param login of an operator, or the one that somebody new asks for
 * @param person who somebody new is; empty for an operator
 */
record ChangeRequest(
        long id,
        long ticket,
        long enterprise,
        UUID file,
        String login,
        Optional<Answers> person,
        String preparedBy,
        Instant preparedAt,
        Optional<Boolean> confirmed) {

    boolean isOpen() {
        return confirmed.isEmpty();
    }

    /** Shows nobody. */
    @Override
    public String toString() {
        return "ChangeRequest[" + id + "]";
    }
}
