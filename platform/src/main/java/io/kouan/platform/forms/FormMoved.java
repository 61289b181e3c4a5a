package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import java.util.Optional;

/**
 * A record has taken a step. Told inside the transaction, so that what follows from it happens with it or not at all.
 *
 * @param notification id of the notification that goes out
 */
public record FormMoved(
        FormRecord record, String action, String from, Actor actor, Decision decision, Optional<String> notification) {}
