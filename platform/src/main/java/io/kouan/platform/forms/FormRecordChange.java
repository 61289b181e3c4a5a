package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.check.Answers;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** A record as it shall be next; what is not said stays. */
final class FormRecordChange {

    private final FormRecord from;
    private String state;
    private Optional<String> number;
    private Answers answers;
    private Optional<Answers> submitted;
    private Set<String> remembered;
    private Optional<String> submittedBy;
    private Optional<Instant> submittedAt;
    private Optional<String> claimedBy;

    FormRecordChange(FormRecord from) {
        this.from = from;
        this.state = from.state();
        this.number = from.number();
        this.answers = from.answers();
        this.submitted = from.submitted();
        this.remembered = from.remembered();
        this.submittedBy = from.submittedBy();
        this.submittedAt = from.submittedAt();
        this.claimedBy = from.claimedBy();
    }

    FormRecordChange state(String next) {
        state = next;
        return this;
    }

    FormRecordChange number(Optional<String> given) {
        number = given.or(from::number);
        return this;
    }

    FormRecordChange answers(Answers next) {
        answers = next;
        return this;
    }

    FormRecordChange remembered(Collection<String> sections) {
        remembered = Set.copyOf(sections);
        return this;
    }

    FormRecordChange handedIn(Actor actor, Instant at) {
        submitted = Optional.of(answers);
        submittedBy = Optional.of(actor.login());
        submittedAt = Optional.of(at);
        return this;
    }

    FormRecordChange claimedBy(Optional<String> officer) {
        claimedBy = officer;
        return this;
    }

    FormRecord build() {
        return new FormRecord(
                from.id(),
                from.form(),
                from.formVersion(),
                number,
                from.enterprise(),
                state,
                from.version(),
                answers,
                submitted,
                remembered,
                from.createdBy(),
                from.createdAt(),
                from.updatedAt(),
                submittedBy,
                submittedAt,
                claimedBy);
    }
}
