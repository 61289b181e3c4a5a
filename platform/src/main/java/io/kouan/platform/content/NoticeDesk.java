package io.kouan.platform.content;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.content.ContentState.Step;
import io.kouan.platform.files.Inspection;
import io.kouan.platform.files.Uploads;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.ScreenFaults;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.port.PortTime;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What editors and publishers do to notices; each change is audited in its own transaction (AUD-04), refusals too. */
@Service
class NoticeDesk {

    private static final List<String> ENDINGS = List.of("pdf", "doc", "docx", "xls", "png", "jpg", "zip", "rar");
    private static final int MOST_FILES = 10;
    private static final int MOST_MEGABYTES = 20;

    private final Notices notices;
    private final Uploads uploads;
    private final AuditLog audit;
    private final ScreenFaults check;
    private final TransactionTemplate transactions;
    private final Clock clock;

    NoticeDesk(
            Notices notices,
            Uploads uploads,
            AuditLog audit,
            FormCatalogue catalogue,
            TransactionTemplate transactions,
            Clock clock) {
        this.transactions = transactions;
        this.notices = notices;
        this.uploads = uploads;
        this.audit = audit;
        this.check = new ScreenFaults(catalogue, "notice");
        this.clock = clock;
    }

    /** Begins a notice. */
    @Transactional
    Outcome begin(NoticeText text, Actor actor) {
        var faults = faults(text);
        if (!actor.has("CONTENT_EDITOR")) {
            return Outcome.Refused.because("ERR_FORBIDDEN");
        }
        if (!faults.isEmpty()) {
            return new Outcome.Refused(faults);
        }
        var begun = notices.add(text, text.moment().orElseThrow(), List.of(actor.login()), ContentState.DRAFT);
        tell(begun, "begin", actor, Map.of());
        return new Outcome.Done(begun.id());
    }

    /** Writes on a draft. */
    @Transactional
    Outcome save(long id, int version, NoticeText text, Actor actor) {
        var found = notices.find(id);
        if (found.isEmpty() || !actor.has("CONTENT_EDITOR")) {
            return Outcome.Refused.because("ERR_FORBIDDEN");
        }
        var before = found.get();
        if (before.state() != ContentState.DRAFT) {
            return Outcome.Refused.because("ERR_STATE");
        }
        var faults = faults(text);
        if (!faults.isEmpty()) {
            return new Outcome.Refused(faults);
        }
        var authors = new LinkedHashSet<>(before.authors());
        authors.add(actor.login());
        return store(
                new Notice(
                        id,
                        text.title(),
                        text.body(),
                        text.pinned(),
                        text.moment().orElseThrow(),
                        before.state(),
                        version,
                        List.copyOf(authors),
                        before.updatedAt()),
                "save",
                actor,
                fields(before));
    }

    /** Takes a step, or says why not. */
    @Transactional
    Outcome take(long id, int version, Step step, Actor actor) {
        var found = notices.find(id);
        if (found.isEmpty()) {
            return Outcome.Refused.because("ERR_FORBIDDEN");
        }
        var before = found.get();
        var refusal = step.refusal(before.state(), before.authors(), actor);
        if (refusal.isPresent()) {
            audit.write(step.refused("notice", id, before.version(), actor, refusal.get()));
            return Outcome.Refused.because(refusal.get());
        }
        // whoever opens a withdrawn notice again begins a new round: only those who write on it from now on are its
        // authors
        var authors = step == Step.REOPEN ? List.of(actor.login()) : before.authors();
        return store(
                new Notice(
                        id,
                        before.title(),
                        before.body(),
                        before.pinned(),
                        before.publishTime(),
                        step.to(),
                        version,
                        authors,
                        before.updatedAt()),
                step.key(),
                actor,
                fields(before));
    }

    /** Puts a file to a draft; it is looked at before the transaction begins. */
    Outcome attach(long id, String name, InputStream in, Actor actor) throws IOException {
        if (!actor.has("CONTENT_EDITOR") || draft(id).isEmpty()) {
            return Outcome.Refused.because("ERR_FORBIDDEN");
        }
        return switch (uploads.inspect(in, name, ENDINGS, MOST_MEGABYTES, actor.login())) {
            case Inspection.Faulty(var refusal) ->
                new Outcome.Refused(List.of(Fault.at("file", refusal.message(), refusal.values())));
            case Inspection.Sound sound -> transactions.execute(status -> attach(id, sound, actor));
        };
    }

    private Outcome attach(long id, Inspection.Sound sound, Actor actor) {
        var draft = draft(id);
        if (draft.isEmpty()) {
            return Outcome.Refused.because("ERR_FORBIDDEN");
        }
        if (notices.files(id).size() >= MOST_FILES) {
            return new Outcome.Refused(
                    List.of(Fault.at("file", "ERR_FILE_COUNT", Map.of("max", Integer.toString(MOST_FILES)))));
        }
        notices.attach(id, uploads.keep(sound).id());
        return store(written(draft.get(), actor), "attach", actor, Map.of());
    }

    private Optional<Notice> draft(long id) {
        return notices.find(id).filter(notice -> notice.state() == ContentState.DRAFT);
    }

    /** Takes a file off a draft. */
    @Transactional
    Outcome detach(long id, UUID file, Actor actor) {
        var draft = notices.find(id).filter(notice -> notice.state() == ContentState.DRAFT);
        if (draft.isEmpty() || !actor.has("CONTENT_EDITOR") || !notices.detach(id, file)) {
            return Outcome.Refused.because("ERR_FORBIDDEN");
        }
        uploads.remove(file);
        return store(written(draft.get(), actor), "detach", actor, Map.of());
    }

    private static Notice written(Notice draft, Actor actor) {
        var authors = new LinkedHashSet<>(draft.authors());
        authors.add(actor.login());
        return new Notice(
                draft.id(),
                draft.title(),
                draft.body(),
                draft.pinned(),
                draft.publishTime(),
                draft.state(),
                draft.version(),
                List.copyOf(authors),
                draft.updatedAt());
    }

    private Outcome store(Notice next, String action, Actor actor, Map<String, String> before) {
        return notices.store(next)
                .<Outcome>map(stored -> {
                    tell(stored, action, actor, before);
                    return new Outcome.Done(stored.id());
                })
                .orElseGet(() -> Outcome.Refused.because("ERR_VERSION_CONFLICT"));
    }

    private void tell(Notice notice, String action, Actor actor, Map<String, String> before) {
        notices.remember(notice, action, actor.login(), actor.name());
        audit.write(
                AuditEntry.done(actor.login(), actor.name(), role(actor), "notice", Long.toString(notice.id()), action)
                        .version(notice.version())
                        .change(before, fields(notice)));
    }

    static String role(Actor actor) {
        return actor.roles().stream()
                .map(Enum::name)
                .filter(name -> name.startsWith("CONTENT_"))
                .sorted()
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> fields(Notice notice) {
        return Map.of(
                "title", notice.title(),
                "body", notice.body(),
                "pinned", Boolean.toString(notice.pinned()),
                "publish_time", NoticeText.time(notice.publishTime()),
                "state", notice.state().name());
    }

    private List<Fault> faults(NoticeText text) {
        var today = LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
        var faults = new ArrayList<>(check.faults(
                Map.of("title", text.title(), "body", text.body(), "publish_time", text.publishTime()), today));
        if (!text.publishTime().isEmpty() && text.moment().isEmpty()) {
            faults.add(Fault.at("publish_time", "ERR_DATE"));
        }
        return faults;
    }
}
