package io.kouan.platform.files;

import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files in and gives them out. */
@Repository
public class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final int MEGABYTE = 1024 * 1024;
    private static final String FACTS =
            "select id, name, extension, media_type, size, scan, uploaded_by, uploaded_at from stored_file";

    private final JdbcClient db;
    private final Scanner scanner;
    private final Previews previews;
    private final FileSeal seal;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Uploads(
            JdbcClient db,
            Scanner scanner,
            Previews previews,
            FileSeal seal,
            AuditLog audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.db = db;
        this.scanner = scanner;
        this.previews = previews;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Takes a file in. Inside a transaction it goes into quarantine without asking the scanner, which comes to it soon: nobody holds a
     * connection of the database while a scanner thinks. To be told at once, {@link #inspect} first and {@link #keep} then.
     *
     * @param extensions allowed endings
     * @param mostMegabytes how large it may be
     */
    public Upload take(InputStream in, String givenName, Collection<String> extensions, int mostMegabytes, String by)
            throws IOException {
        return switch (inspect(in, givenName, extensions, mostMegabytes, by)) {
            case Inspection.Faulty(var refusal) -> refusal;
            case Inspection.Sound sound -> new Upload.Taken(keep(sound));
        };
    }

    /** Reads a file and looks at it, also with the scanner where no transaction is open. Keeps nothing. */
    public Inspection inspect(
            InputStream in, String givenName, Collection<String> extensions, int mostMegabytes, String by)
            throws IOException {
        var name = FileName.clean(givenName);
        var extension = normal(FileName.extension(name));
        if (!extensions.contains(extension)) {
            return faulty("ERR_FILE_TYPE_SLOT", Map.of("ext", "*." + String.join(", *.", extensions)));
        }
        var bytes = in.readNBytes(mostMegabytes * MEGABYTE + 1);
        if (bytes.length == 0 || bytes.length > mostMegabytes * MEGABYTE) {
            return faulty("ERR_FILE_SIZE", Map.of("max", Integer.toString(mostMegabytes)));
        }
        var problem = previews.problem(bytes, extension, name);
        if (problem.isPresent()) {
            return faulty(problem.get(), Map.of());
        }
        var scan = TransactionSynchronizationManager.isActualTransactionActive()
                ? StoredFile.Scan.NOT_SCANNED
                : scan(scanner.scan(bytes));
        return scan == StoredFile.Scan.INFECTED
                ? faulty("ERR_FILE_VIRUS", Map.of())
                : new Inspection.Sound(
                        new StoredFile(
                                UUID.randomUUID(),
                                name,
                                extension,
                                Content.type(bytes, name),
                                bytes.length,
                                scan,
                                by,
                                clock.instant()),
                        givenName,
                        bytes);
    }

    private static Inspection faulty(String message, Map<String, String> values) {
        return new Inspection.Faulty(new Upload.Refused(message, values));
    }

    /** Keeps a file that was found sound, in the caller's transaction. */
    public StoredFile keep(Inspection.Sound sound) {
        store(sound.file(), sound.givenName(), sound.content());
        return sound.file();
    }

    private static StoredFile.Scan scan(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Clean() -> StoredFile.Scan.CLEAN;
            case Verdict.Infected _ -> StoredFile.Scan.INFECTED;
            case Verdict.Unreachable _ -> StoredFile.Scan.NOT_SCANNED;
        };
    }

    private static String normal(String extension) {
        return extension.equals("jpeg") ? "jpg" : extension;
    }

    private void store(StoredFile file, String givenName, byte[] bytes) {
        db.sql("""
                insert into stored_file (id, name, given_name, extension, media_type, size, digest, scan,
                                         uploaded_by, uploaded_at, content, sealed)
                values (:id, :name, :given, :extension, :type, :size, :digest, :scan, :by, :at, :content, true)
                """)
                .param("id", file.id())
                .param("name", file.name())
                .param(
                        "given",
                        givenName
                                .substring(0, Math.min(givenName.length(), 500))
                                .replace("\0", ""))
                .param("extension", file.extension())
                .param("type", file.mediaType())
                .param("size", file.size())
                .param("digest", digest(bytes))
                .param("scan", file.scan().name())
                .param("by", file.uploadedBy())
                .param("at", file.uploadedAt().atOffset(ZoneOffset.UTC))
                .param("content", seal.seal(file.id(), bytes))
                .update();
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public List<StoredFile> find(Collection<UUID> ids) {
        return db.sql(FACTS + " where id = any(:ids) order by uploaded_at, id")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> file(row))
                .list();
    }

    /** The bytes of a file for whoever may see what it belongs to; empty where there is none, or it may not be opened yet. */
    public Optional<byte[]> content(UUID id) {
        return content(id, "");
    }

    /** The same for somebody: whoever uploaded a file may open it also before it is scanned. */
    public Optional<byte[]> content(UUID id, String login) {
        return find(List.of(id)).stream()
                .filter(file -> mayOpen(file, login))
                .findFirst()
                .flatMap(file -> bytes(id));
    }

    /** Whether somebody may open a file: none with a virus, and another's not before it is scanned, where there is a scanner. */
    public boolean mayOpen(StoredFile file, String login) {
        return switch (file.scan()) {
            case CLEAN -> true;
            case INFECTED -> false;
            case NOT_SCANNED ->
                !scanner.isThere() || (!login.isEmpty() && file.uploadedBy().equals(login));
        };
    }

    /** Whether files that are not scanned yet are going to be. */
    public boolean isScanned() {
        return scanner.isThere();
    }

    private Optional<byte[]> bytes(UUID id) {
        return db.sql("select content, sealed from stored_file where id = :id and scan <> 'INFECTED'")
                .param("id", id)
                .query((row, number) ->
                        row.getBoolean("sealed") ? seal.open(id, row.getBytes("content")) : row.getBytes("content"))
                .optional();
    }

    /**
     * Scans what has waited longest; false where nothing waits, or the scanner says nothing. What carries a virus is emptied. While the
     * scanner looks, the file stays in quarantine and no connection is held.
     */
    public boolean scanNext() {
        var waiting = db.sql("select id from stored_file where scan = 'NOT_SCANNED' order by uploaded_at limit 1")
                .query(UUID.class)
                .optional();
        var content = waiting.flatMap(this::bytes);
        if (content.isEmpty()) {
            return false;
        }
        var verdict = scanner.scan(content.get());
        var scan = scan(verdict);
        if (scan != StoredFile.Scan.NOT_SCANNED) {
            transactions.executeWithoutResult(status -> note(waiting.get(), scan, verdict));
        }
        return scan != StoredFile.Scan.NOT_SCANNED;
    }

    /** Another server may have come first, and the file may be gone by now: then nothing happens. */
    private void note(UUID id, StoredFile.Scan scan, Verdict verdict) {
        boolean first = db.sql("""
                        update stored_file
                           set scan = :scan, content = case when :scan = 'INFECTED' then ''::bytea else content end
                         where id = :id and scan = 'NOT_SCANNED'
                        """).param("scan", scan.name()).param("id", id).update() == 1;
        if (first && scan == StoredFile.Scan.INFECTED) {
            LOG.warn("event=file-infected id={} verdict={}", id, verdict);
            audit.write(AuditEntry.refused("system", "系统", "", "file", id.toString(), "scan", "ERR_FILE_VIRUS"));
        }
    }

    /** Gives a file another name to be shown under; the one it came with is kept beside it. */
    public void rename(UUID id, String name) {
        db.sql("update stored_file set name = :name where id = :id")
                .param("name", FileName.clean(name))
                .param("id", id)
                .update();
    }

    /** Forgets a file. */
    public void remove(UUID id) {
        db.sql("delete from stored_file where id = :id").param("id", id).update();
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        return new StoredFile(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("extension"),
                row.getString("media_type"),
                row.getInt("size"),
                StoredFile.Scan.valueOf(row.getString("scan")),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
