package io.kouan.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the audit log. An entry is written in the transaction of the change that it tells of; when it cannot be written, the change
 * fails (AUD-04).
 */
@Repository
public class AuditLog {

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    AuditLog(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** Adds an entry; joins the transaction that is open, else makes one. */
    @Transactional
    public void write(AuditEntry entry) {
        var head = db.sql("select number, hash from audit_head for update")
                .query((row, index) -> new Head(row.getLong("number"), row.getString("hash")))
                .single();
        long number = head.number() + 1;
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var from = Origin.now();
        var content = json.writeValueAsString(new Content(
                number,
                at.toString(),
                from.address(),
                from.session(),
                entry.login(),
                entry.name(),
                entry.role(),
                entry.kind(),
                entry.object(),
                entry.version(),
                entry.action(),
                entry.result(),
                entry.reasons(),
                entry.reason(),
                new TreeMap<>(entry.before()),
                new TreeMap<>(entry.after())));
        var hash = hash(head.hash(), content);
        db.sql("""
                insert into audit_entry (number, at, login, kind, object, action, result, content, hash)
                values (:number, :at, :login, :kind, :object, :action, :result, :content, :hash)
                """)
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("login", entry.login())
                .param("kind", entry.kind())
                .param("object", entry.object())
                .param("action", entry.action())
                .param("result", entry.result())
                .param("content", content)
                .param("hash", hash)
                .update();
        db.sql("update audit_head set number = :number, hash = :hash")
                .param("number", number)
                .param("hash", hash)
                .update();
    }

    private record Head(long number, String hash) {}

    private record Content(
            long number,
            String at,
            String address,
            String session,
            String login,
            String name,
            String role,
            String kind,
            String object,
            int version,
            String action,
            String result,
            List<String> reasons,
            String reason,
            TreeMap<String, String> before,
            TreeMap<String, String> after) {}

    /** Where the request comes from that is being served; empty for what the program does by itself. */
    private record Origin(String address, String session) {

        static Origin now() {
            if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
                var session = attributes.getRequest().getSession(false);
                return new Origin(
                        attributes.getRequest().getRemoteAddr(),
                        session == null ? "" : hash("", session.getId()).substring(0, 16));
            }
            return new Origin("", "");
        }
    }

    /** What chains an entry to the one before. */
    static String hash(String before, String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(before.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
