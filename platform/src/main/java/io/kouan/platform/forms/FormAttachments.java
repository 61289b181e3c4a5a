package io.kouan.platform.forms;

import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.files.Inspection;
import io.kouan.platform.files.NamingRules;
import io.kouan.platform.files.StoredFile;
import io.kouan.platform.files.Uploads;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.Surroundings;
import io.kouan.platform.forms.definition.AttachmentSlot;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The files in the slots of a record (附件). */
@Service
public class FormAttachments {

    private final JdbcClient db;
    private final Forms forms;
    private final FormRecords records;
    private final Uploads uploads;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final NamingRules names = NamingRules.read();
    private final List<String> whitelist = new SpecFile("forms/shared/files.yaml")
            .yaml().at("files").at("ticket_whitelist").list("ext").stream()
                    .map(SpecNode::text)
                    .toList();

    FormAttachments(
            JdbcClient db,
            Forms forms,
            FormRecords records,
            Uploads uploads,
            AuditLog audit,
            TransactionTemplate transactions) {
        this.transactions = transactions;
        this.db = db;
        this.forms = forms;
        this.records = records;
        this.uploads = uploads;
        this.audit = audit;
    }

    /** The files by slot. */
    public Map<String, List<StoredFile>> of(FormRecord record) {
        var slots = new LinkedHashMap<UUID, String>();
        db.sql("select slot, file_id from form_attachment where record_id = :record")
                .param("record", record.id())
                .query(row -> {
                    slots.put(row.getObject("file_id", UUID.class), row.getString("slot"));
                });
        var files = new LinkedHashMap<String, List<StoredFile>>();
        for (StoredFile file : uploads.find(slots.keySet())) {
            files.computeIfAbsent(slots.get(file.id()), slot -> new ArrayList<>())
                    .add(file);
        }
        return files;
    }

    Map<String, Integer> counts(FormRecord record) {
        return records.attached(record.id());
    }

    /**
     * Puts a file into a slot; what is wrong with it is told, and nothing is kept then. It is looked at before the transaction begins,
     * for a virus scanner takes its time.
     */
    public List<Fault> put(FormRecord record, String slotKey, String name, InputStream in, Actor actor)
            throws IOException {
        var early = transactions.execute(status -> refusal(record, slotKey, name, actor));
        if (!early.isEmpty()) {
            return early;
        }
        var slot = forms.form(record).slot(slotKey).orElseThrow();
        var found = uploads.inspect(in, name, slot.extensions(), slot.mostMegabytes(), actor.login());
        return transactions.execute(status -> put(record, slotKey, name, found, actor));
    }

    private List<Fault> put(FormRecord record, String slot, String name, Inspection found, Actor actor) {
        // one upload of a record at a time, so that two cannot both be the last that fits
        db.sql("select id from form_record where id = :id for update")
                .param("id", record.id())
                .query((row, number) -> row.getLong(1))
                .optional();
        var now = forms.find(record.id(), actor);
        var late = now.map(still -> refusal(still, slot, name, actor)).orElse(List.of(Fault.at(slot, "ERR_FORBIDDEN")));
        if (!late.isEmpty()) {
            return late;
        }
        return switch (found) {
            case Inspection.Faulty(var refusal) -> {
                write(record, slot, actor, "upload", refusal.message());
                yield List.of(Fault.at(slot, refusal.message(), refusal.values()));
            }
            case Inspection.Sound sound -> {
                var file = uploads.keep(sound);
                db.sql("insert into form_attachment (record_id, slot, file_id) values (:record, :slot, :file)")
                        .param("record", record.id())
                        .param("slot", slot)
                        .param("file", file.id())
                        .update();
                write(record, file.id().toString(), actor, "upload", AuditEntry.DONE);
                yield List.of();
            }
        };
    }

    /** How a file of a slot has to be named; empty where its name is right, or where no name is prescribed. */
    public Optional<String> expectedName(AttachmentSlot slot, StoredFile file, Surroundings around) {
        var enterprise = around.profile().getOrDefault("name_zh", "");
        return slot.nameRule()
                .map(names::rule)
                .filter(rule -> !rule.isMetBy(file.name(), enterprise))
                .map(rule -> rule.expected(enterprise));
    }

    /** Which files are not named as their slots prescribe. */
    List<Fault> misnamed(FormRecord record, Surroundings around) {
        var faults = new ArrayList<Fault>();
        var files = of(record);
        for (AttachmentSlot slot : forms.form(record).attachments()) {
            files.getOrDefault(slot.key(), List.of()).stream()
                    .flatMap(file -> expectedName(slot, file, around).stream())
                    .map(name -> Fault.at(slot.key(), "ERR_FILE_NAME_RULE", Map.of("expected", name)))
                    .forEach(faults::add);
        }
        return faults;
    }

    /** 一键改名: gives a file the name that its slot prescribes; what it was called is kept in the audit log (handbook 2.5). */
    @Transactional
    public boolean rename(FormRecord record, UUID id, Actor actor) {
        if (!forms.mayEdit(record, actor)) {
            return false;
        }
        var around = forms.around(record, actor);
        var files = of(record);
        var corrections = forms.corrections(record, actor);
        for (AttachmentSlot slot : forms.form(record).attachments().stream()
                .filter(one -> corrections.opensSlot(one.key()))
                .toList()) {
            for (StoredFile file : files.getOrDefault(slot.key(), List.of())) {
                var name = file.id().equals(id) ? expectedName(slot, file, around) : Optional.<String>empty();
                if (name.isPresent()) {
                    uploads.rename(id, name.get());
                    audit.write(entry(record, id.toString(), actor, "rename", AuditEntry.DONE)
                            .change(Map.of("name", file.name()), Map.of("name", name.get())));
                    return true;
                }
            }
        }
        return false;
    }

    /** Leads to the slot that waits for such a file, for example the .xls of the local filing. */
    private Stream<Fault> belongsElsewhere(FormRecord record, String name, Actor actor) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return forms.form(record).attachments().stream()
                .filter(slot -> slot.extensions().contains(ending) && forms.isNeeded(slot, record, actor))
                .map(slot -> Fault.at(slot.key(), "ERR_FILE_TYPE_SLOT", Map.of("ext", "*." + ending)));
    }

    /** The whitelist that the handbook prints for tickets counts as printed: not even another spelling of an ending is in it. */
    private boolean fitsWhitelist(AttachmentSlot slot, String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !slot.extensions().equals(whitelist) || whitelist.contains(ending);
    }

    /** What speaks against a file in a slot, whatever the file. */
    private List<Fault> refusal(FormRecord record, String slotKey, String name, Actor actor) {
        var slot = forms.form(record).slot(slotKey);
        if (slot.isEmpty() || !forms.mayEdit(record, actor)) {
            return List.of(Fault.at(slotKey, "ERR_FORBIDDEN"));
        }
        if (!forms.corrections(record, actor).opensSlot(slotKey)) {
            return List.of(Fault.at(slotKey, "ERR_NOT_RETURNED"));
        }
        int most = slot.get().most();
        if (counts(record).getOrDefault(slotKey, 0) >= most) {
            write(record, slotKey, actor, "upload", "ERR_FILE_COUNT");
            return List.of(Fault.at(slotKey, "ERR_FILE_COUNT", Map.of("max", Integer.toString(most))));
        }
        if (!fitsWhitelist(slot.get(), name)) {
            write(record, slotKey, actor, "upload", "ERR_FILE_TYPE");
            return Stream.concat(Stream.of(Fault.at(slotKey, "ERR_FILE_TYPE")), belongsElsewhere(record, name, actor))
                    .toList();
        }
        return List.of();
    }

    /** Takes a file out of its slot, as long as the record is being filled in; says what speaks against it. */
    @Transactional
    public List<Fault> remove(FormRecord record, UUID file, Actor actor) {
        var slot = of(record).entrySet().stream()
                .filter(held ->
                        held.getValue().stream().anyMatch(known -> known.id().equals(file)))
                .map(Map.Entry::getKey)
                .findFirst();
        if (slot.isEmpty() || !forms.mayEdit(record, actor)) {
            return List.of(Fault.at("", "ERR_FORBIDDEN"));
        }
        if (!forms.corrections(record, actor).opensSlot(slot.get())) {
            return List.of(Fault.at(slot.get(), "ERR_NOT_RETURNED"));
        }
        db.sql("delete from form_attachment where record_id = :record and file_id = :file")
                .param("record", record.id())
                .param("file", file)
                .update();
        uploads.remove(file);
        write(record, file.toString(), actor, "remove", AuditEntry.DONE);
        return List.of();
    }

    /** A file of a record with its bytes, for somebody who fetches or reads it: that is kept in the audit log. */
    @Transactional
    public Optional<Held> open(FormRecord record, UUID file, Actor actor) {
        var held = glance(record, file, actor);
        if (held.isPresent()) {
            write(record, file.toString(), actor, "download", AuditEntry.DONE);
        }
        return held;
    }

    /** The same for a thumbnail beside its name, which nobody asked for by itself. */
    public Optional<Held> glance(FormRecord record, UUID file, Actor actor) {
        return of(record).values().stream()
                .flatMap(List::stream)
                .filter(known -> known.id().equals(file))
                .findFirst()
                .flatMap(known -> uploads.content(file, actor.login()).map(bytes -> new Held(known, bytes)));
    }

    /** Names of files are left out: they may name people. */
    private void write(FormRecord record, String what, Actor actor, String action, String result) {
        audit.write(entry(record, what, actor, action, result));
    }

    private static AuditEntry entry(FormRecord record, String what, Actor actor, String action, String result) {
        return AuditEntry.refused(actor.login(), actor.name(), "", "file", record.id() + "/" + what, action, result)
                .version(record.version());
    }

    /** A file and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // handed on to the browser at once
    public record Held(StoredFile file, byte[] content) {}
}
