package io.kouan.platform.content;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.content.ContentState.Step;
import io.kouan.platform.files.Inspection;
import io.kouan.platform.files.StoredFile;
import io.kouan.platform.files.Uploads;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.ScreenFaults;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.port.PortTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What editors and publishers do to the download centre; each change is audited in its own transaction (AUD-04), refusals too. */
@Service
class DownloadDesk {

    /** What may be offered (handbook 1.5); more than what may be uploaded to an application. */
    private static final List<String> ENDINGS = List.of("pdf", "doc", "docx", "xls", "rar", "zip");

    private static final int MOST_MEGABYTES = 20;

    private final DownloadItems items;
    private final Uploads uploads;
    private final AuditLog audit;
    private final ScreenFaults check;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DownloadDesk(
            DownloadItems items,
            Uploads uploads,
            AuditLog audit,
            FormCatalogue catalogue,
            TransactionTemplate transactions,
            Clock clock) {
        this.transactions = transactions;
        this.items = items;
        this.uploads = uploads;
        this.audit = audit;
        this.check = new ScreenFaults(catalogue, "download_item");
        this.clock = clock;
    }

    /** An entry as an editor typed it. */
    record Typed(String tab, String category, String seqNo, String displayName, String fileVersion)
            implements Serializable {
        Typed {
            displayName = displayName.strip();
            fileVersion = fileVersion.strip();
            seqNo = seqNo.strip();
        }

        Map<String, String> fields() {
            return Map.of(
                    "tab", tab,
                    "category", category,
                    "seq_no", seqNo,
                    "display_name", displayName,
                    "file_version", fileVersion);
        }
    }

    /** Enters a file; it is looked at before the transaction begins. */
    Outcome begin(Typed typed, String name, InputStream in, Actor actor) throws IOException {
        if (!actor.has("CONTENT_EDITOR")) {
            return Outcome.Refused.because("ERR_FORBIDDEN");
        }
        var faults = check.faults(typed.fields(), LocalDate.ofInstant(clock.instant(), PortTime.ZONE));
        if (!faults.isEmpty()) {
            return new Outcome.Refused(faults);
        }
        return switch (uploads.inspect(in, name, ENDINGS, MOST_MEGABYTES, actor.login())) {
            case Inspection.Faulty(var refusal) ->
                new Outcome.Refused(List.of(Fault.at("file", refusal.message(), refusal.values())));
            case Inspection.Sound sound -> {
                var named = typed.displayName().toLowerCase(java.util.Locale.ROOT);
                yield named.endsWith("." + sound.file().extension())
                        ? transactions.execute(status ->
                                new Outcome.Done(enter(typed, uploads.keep(sound), actor, ContentState.DRAFT)))
                        : new Outcome.Refused(List.of(Fault.at("display_name", "ERR_FILE_MAGIC")));
            }
        };
    }

    /** Enters a file that is stored already. */
    long enter(Typed typed, StoredFile file, Actor actor, ContentState state) {
        var item = items.add(new DownloadItem(
                0,
                typed.tab(),
                typed.category(),
                Integer.parseInt(typed.seqNo()),
                typed.displayName(),
                typed.fileVersion(),
                file.id(),
                digest(uploads.content(file.id(), actor.login()).orElseThrow()),
                file.size(),
                state,
                1,
                List.of(actor.login()),
                state == ContentState.PUBLISHED ? Optional.of(clock.instant()) : Optional.empty(),
                0,
                OptionalLong.empty()));
        tell(item, "begin", actor, Map.of());
        return item.id();
    }

    /**
     * Takes a step, or says why not.
     *
     * @param successor what takes the place of a file that is withdrawn
     */
    @Transactional
    Outcome take(long id, int version, Step step, OptionalLong successor, Actor actor) {
        var found = items.find(id);
        if (found.isEmpty()) {
            return Outcome.Refused.because("ERR_FORBIDDEN");
        }
        var before = found.get();
        var refusal = step.refusal(before.state(), before.authors(), actor);
        if (refusal.isPresent()) {
            audit.write(step.refused("download", id, before.version(), actor, refusal.get()));
            return Outcome.Refused.because(refusal.get());
        }
        var next = step == Step.WITHDRAW && successor.isPresent() && successor.getAsLong() != id
                ? items.find(successor.getAsLong())
                        .map(item -> OptionalLong.of(item.id()))
                        .orElse(OptionalLong.empty())
                : OptionalLong.empty();
        return items.store(moved(before, version, step, next, actor))
                .<Outcome>map(stored -> {
                    tell(stored, step.key(), actor, fields(before));
                    return new Outcome.Done(id);
                })
                .orElseGet(() -> Outcome.Refused.because("ERR_VERSION_CONFLICT"));
    }

    private DownloadItem moved(DownloadItem before, int version, Step step, OptionalLong successor, Actor actor) {
        return new DownloadItem(
                before.id(),
                before.tab(),
                before.category(),
                before.seqNo(),
                before.displayName(),
                before.fileVersion(),
                before.file(),
                before.sha256(),
                before.size(),
                step.to(),
                version,
                step == Step.REOPEN ? List.of(actor.login()) : before.authors(),
                step == Step.PUBLISH ? Optional.of(clock.instant()) : before.publishedAt(),
                before.count(),
                successor);
    }

    private void tell(DownloadItem item, String action, Actor actor, Map<String, String> before) {
        audit.write(AuditEntry.done(
                        actor.login(),
                        actor.name(),
                        NoticeDesk.role(actor),
                        "download",
                        Long.toString(item.id()),
                        action)
                .version(item.version())
                .change(before, fields(item)));
    }

    private static Map<String, String> fields(DownloadItem item) {
        return Map.of(
                "display_name", item.displayName(),
                "file_version", item.fileVersion(),
                "sha256", item.sha256(),
                "state", item.state().name(),
                "successor",
                        item.successor().isPresent()
                                ? Long.toString(item.successor().getAsLong())
                                : "");
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
