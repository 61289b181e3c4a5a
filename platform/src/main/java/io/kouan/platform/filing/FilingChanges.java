package io.kouan.platform.filing;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Fault;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 变更备案: an approved filing is changed by a new one that begins with its answers and is decided about like any other. Until then the
 * approved one counts, with the business roles behind it; when the new one is approved, it takes the place, and the roles stay.
 */
@Service
class FilingChanges {

    private static final String APPROVED = "APPROVED";

    private final FilingChangeBook book;
    private final FormEditing editing;
    private final FormRecords records;
    private final FormSteps steps;

    FilingChanges(FilingChangeBook book, FormEditing editing, FormRecords records, FormSteps steps) {
        this.book = book;
        this.editing = editing;
        this.records = records;
        this.steps = steps;
    }

    /** The filing whose place that one is to take, or has taken. */
    Optional<FormRecord> former(FormRecord record) {
        return book.formerOf(record).flatMap(records::find);
    }

    /** The change of a filing that is being written or decided about. */
    Optional<FormRecord> open(FormRecord former) {
        return book.openFor(former).flatMap(records::find);
    }

    /** Whether a change can begin. */
    boolean mayBegin(FormRecord record, Actor actor) {
        return Entry.of(record.form()).isPresent()
                && record.state().equals(APPROVED)
                && record.enterprise().isPresent()
                && record.enterprise().equals(actor.enterprise())
                && open(record).isEmpty();
    }

    /** Begins a change with the answers of the approved filing; what is there already is gone on with. */
    @Transactional
    public Outcome begin(FormRecord former, Actor actor) {
        book.hold(former);
        var open = open(former);
        if (open.isPresent()) {
            return new Outcome.Done(open.get(), List.of());
        }
        if (!records.find(former.id()).filter(now -> mayBegin(now, actor)).isPresent()) {
            return new Outcome.Refused(List.of(Fault.at("", "ERR_FORBIDDEN")));
        }
        return switch (editing.begin(former.form(), actor)) {
            case Outcome.Refused refused -> refused;
            case Outcome.Done(var draft, var _) -> {
                book.add(draft, former);
                yield editing.save(draft.id(), draft.version(), former.answers(), Optional.empty(), actor);
            }
        };
    }

    /** The new one was approved: the one before it ends, without anything that follows from an end. */
    void approved(FormRecord record) {
        former(record).filter(former -> former.state().equals(APPROVED)).ifPresent(this::supersede);
    }

    private void supersede(FormRecord former) {
        var taken = steps.take(former.id(), former.version(), "supersede", Decision.plain(), Actor.program());
        if (taken instanceof Outcome.Refused(var faults)) {
            throw new IllegalStateException("the filing before does not give way: " + faults);
        }
    }
}
