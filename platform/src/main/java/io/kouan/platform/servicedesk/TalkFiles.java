package io.kouan.platform.servicedesk;

import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.files.StoredFile;
import io.kouan.platform.files.Upload;
import io.kouan.platform.files.Uploads;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.check.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** The files that go with what is said (附件): the printed whitelist, at most ten at once and a hundred for a ticket. */
@Component
class TalkFiles {

    private final JdbcClient db;
    private final Uploads uploads;
    private final AuditLog audit;
    private final List<String> whitelist;
    private final int mostMegabytes;
    private final int most;
    private final int mostOfTicket;

    TalkFiles(JdbcClient db, Uploads uploads, AuditLog audit) {
        this.db = db;
        this.uploads = uploads;
        this.audit = audit;
        var files = new SpecFile("forms/shared/files.yaml").yaml().at("files");
        this.whitelist = files.at("ticket_whitelist").list("ext").stream()
                .map(SpecNode::text)
                .toList();
        this.mostMegabytes = files.at("ticket_max_mb").number();
        this.most = files.at("ticket_max_files").number();
        this.mostOfTicket = files.at("ticket_talk_max_files").number();
    }

    /** The files that a page's form sent along. */
    static List<MultipartFile> of(MultiValueMap<String, MultipartFile> sent) {
        return sent.getOrDefault("files", List.of());
    }

    /** A file that was refused: what was said with it is not kept either. */
    @SuppressWarnings("serial")
    static final class Refused extends RuntimeException {

        private final transient Fault fault;

        Refused(Fault fault) {
            super(fault.message());
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    /** Takes files in for a message; throws where one is refused, so that nothing is kept. */
    void put(FormRecord ticket, long message, List<MultipartFile> files, Actor actor) {
        var sent = files.stream().filter(file -> !name(file).isEmpty()).toList();
        if (sent.size() > most) {
            throw new Refused(tooMany());
        }
        if (!sent.isEmpty() && kept(ticket) + sent.size() > mostOfTicket) {
            throw new Refused(Fault.at("", "ERR_FILE_COUNT", Map.of("max", Integer.toString(mostOfTicket))));
        }
        for (MultipartFile file : sent) {
            var name = name(file);
            var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            if (!whitelist.contains(ending)) {
                throw new Refused(Fault.at("", "ERR_FILE_TYPE"));
            }
            switch (take(file, name, actor)) {
                case Upload.Refused(var code, var values) -> throw new Refused(Fault.at("", code, values));
                case Upload.Taken(var stored) -> keep(ticket, message, stored, actor);
            }
        }
    }

    /** More came at once than may. */
    Fault tooMany() {
        return Fault.at("", "ERR_FILE_COUNT", Map.of("max", Integer.toString(most)));
    }

    /** Something came that is larger than a file may be. */
    Fault tooLarge() {
        return Fault.at("", "ERR_FILE_SIZE", Map.of("max", Integer.toString(mostMegabytes)));
    }

    private int kept(FormRecord ticket) {
        return db.sql("""
                select count(*) from ticket_message_file join ticket_message on id = message_id where record_id = :record
                """).param("record", ticket.id()).query(Integer.class).single();
    }

    private Upload take(MultipartFile file, String name, Actor actor) {
        try (var in = file.getInputStream()) {
            return uploads.take(in, name, whitelist, mostMegabytes, actor.login());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(FormRecord ticket, long message, StoredFile stored, Actor actor) {
        db.sql("insert into ticket_message_file (message_id, file_id) values (:message, :file)")
                .param("message", message)
                .param("file", stored.id())
                .update();
        audit.write(
                AuditEntry.done(actor.login(), actor.name(), "", "file", ticket.id() + "/" + stored.id(), "upload"));
    }

    private static String name(MultipartFile file) {
        return Optional.ofNullable(file.getOriginalFilename()).orElse("");
    }

    /** The files of a conversation by message. */
    Map<Long, List<StoredFile>> of(FormRecord ticket) {
        var messages = new LinkedHashMap<UUID, Long>();
        db.sql("""
                select file_id, message_id from ticket_message_file join ticket_message on id = message_id
                 where record_id = :record
                """).param("record", ticket.id()).query(row -> {
            messages.put(row.getObject("file_id", UUID.class), row.getLong("message_id"));
        });
        var files = new LinkedHashMap<Long, List<StoredFile>>();
        uploads.find(messages.keySet())
                .forEach(file -> files.computeIfAbsent(messages.get(file.id()), id -> new ArrayList<>())
                        .add(file));
        return files;
    }

    /** A file and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // handed on to the browser at once
    record Held(StoredFile file, byte[] content) {}

    /** A file of a conversation, for somebody who may read what it goes with. */
    Optional<Held> open(FormRecord ticket, UUID file, boolean internalToo, Actor reader) {
        boolean there = db.sql("""
                select exists (select from ticket_message_file join ticket_message on id = message_id
                                where record_id = :record and file_id = :file and (:all or not internal))
                """)
                .param("record", ticket.id())
                .param("file", file)
                .param("all", internalToo)
                .query(Boolean.class)
                .single();
        if (!there) {
            return Optional.empty();
        }
        return uploads.find(List.of(file)).stream()
                .findFirst()
                .flatMap(stored -> uploads.content(file, reader.login()).map(bytes -> {
                    audit.write(AuditEntry.done(
                            reader.login(), reader.name(), "", "file", ticket.id() + "/" + file, "download"));
                    return new Held(stored, bytes);
                }));
    }
}
