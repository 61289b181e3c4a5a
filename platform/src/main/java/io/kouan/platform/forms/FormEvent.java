package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.check.Answers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened to a record (办理记录).
 *
 * @param role in which it was done
 * @param from state before; empty where the record began
 * @param reasons codes of the list refusal_reason
 * @param places fields that have to be put right
 * @param answers as they stood then, where they were handed in or changed by the step
 */
public record FormEvent(
        int version,
        Instant at,
        String login,
        String name,
        String role,
        String action,
        String from,
        String to,
        List<String> reasons,
        String reason,
        List<String> places,
        Optional<Answers> answers) {

    public FormEvent {
        reasons = List.copyOf(reasons);
        places = List.copyOf(places);
    }

    /** What an actor has just done to a record, which is now as given. */
    static FormEvent of(
            FormRecord record, Instant at, Actor actor, String role, String action, String from, Decision decision) {
        return new FormEvent(
                record.version(),
                at,
                actor.login(),
                actor.name(),
                role,
                action,
                from,
                record.state(),
                decision.reasons(),
                decision.reason().strip(),
                decision.places(),
                Optional.of(record.answers()));
    }

    /** The same without the answers, where nothing about them is new. */
    FormEvent brief() {
        return new FormEvent(
                version, at, login, name, role, action, from, to, reasons, reason, places, Optional.empty());
    }
}
