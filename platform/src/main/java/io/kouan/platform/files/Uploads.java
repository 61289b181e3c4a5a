package io.kouan.platform.files;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes files in and gives them out. */
@Repository
public class Uploads {

    private static final int MEGABYTE = 1024 * 1024;
    private static final String FACTS =
            "select id, name, extension, media_type, size, scan, uploaded_by, uploaded_at from stored_file";

    private final JdbcClient db;
    private final Clock clock;

    Uploads(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Takes a file in, in the caller's transaction.
     *
     * @param extensions allowed endings
     * @param mostMegabytes how large it may be
     */
    public Upload take(InputStream in, String givenName, Collection<String> extensions, int mostMegabytes, String by)
            throws IOException {
        var name = FileName.clean(givenName);
        var extension = normal(FileName.extension(name));
        if (!extensions.contains(extension)) {
            return new Upload.Refused("ERR_FILE_TYPE_SLOT", Map.of("ext", "*." + String.join(", *.", extensions)));
        }
        var bytes = in.readNBytes(mostMegabytes * MEGABYTE + 1);
        if (bytes.length == 0 || bytes.length > mostMegabytes * MEGABYTE) {
            return new Upload.Refused("ERR_FILE_SIZE", Map.of("max", Integer.toString(mostMegabytes)));
        }
        var problem = Content.problem(bytes, extension, name);
        if (problem.isPresent()) {
            return Upload.Refused.because(problem.get());
        }
        var file = new StoredFile(
                UUID.randomUUID(),
                name,
                extension,
                Content.type(bytes, name),
                bytes.length,
                StoredFile.Scan.NOT_SCANNED,
                by,
                clock.instant());
        store(file, givenName, bytes);
        return new Upload.Taken(file);
    }

    private static String normal(String extension) {
        return extension.equals("jpeg") ? "jpg" : extension;
    }

    private void store(StoredFile file, String givenName, byte[] bytes) {
        db.sql("""
                insert into stored_file (id, name, given_name, extension, media_type, size, digest, scan,
                                         uploaded_by, uploaded_at, content)
                values (:id, :name, :given, :extension, :type, :size, :digest, :scan, :by, :at, :content)
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
                .param("content", bytes)
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

    /** The bytes of a file; empty where there is none, or it carries a virus. */
    public Optional<byte[]> content(UUID id) {
        return db.sql("select content from stored_file where id = :id and scan <> 'INFECTED'")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional();
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
