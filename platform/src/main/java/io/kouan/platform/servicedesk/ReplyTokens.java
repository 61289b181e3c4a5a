package io.kouan.platform.servicedesk;

import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.post.ReplyAddresses;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What stands in the reply address of a letter about a ticket (回信凭证): drawn anew for each letter, good for one ticket and one person for
 * half a year. Only digests are kept.
 */
@Repository
class ReplyTokens {

    private static final Duration LIFE = Duration.ofDays(180);
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    private final JdbcClient db;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ReplyTokens(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Whose it is, and for which ticket. */
    record Held(long ticket, String login) {}

    String issue(FormRecord ticket, String login) {
        var token = new StringBuilder();
        random.ints(ReplyAddresses.TOKEN_LENGTH, 0, LETTERS.length()).forEach(i -> token.append(LETTERS.charAt(i)));
        db.sql("""
                insert into ticket_reply_token (digest, record_id, login, created_at) values (:digest, :record, :login, :now)
                """)
                .param("digest", digest(token.toString()))
                .param("record", ticket.id())
                .param("login", login)
                .param("now", now())
                .update();
        return token.toString();
    }

    Optional<Held> find(String token) {
        return db.sql("select record_id, login from ticket_reply_token where digest = :digest and created_at > :oldest")
                .param("digest", digest(token))
                .param("oldest", now().minus(LIFE))
                .query((row, number) -> new Held(row.getLong("record_id"), row.getString("login")))
                .optional();
    }

    /** Forgets those that count no longer. */
    void tidy() {
        db.sql("delete from ticket_reply_token where created_at <= :oldest")
                .param("oldest", now().minus(LIFE))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String digest(String token) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
