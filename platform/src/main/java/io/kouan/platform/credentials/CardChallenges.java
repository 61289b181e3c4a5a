package io.kouan.platform.credentials;

import io.kouan.ceb.signature.CardChallenge;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Challenges to sign in (登录挑战, handbook S1, screen 1.1): 32 random bytes, good for two minutes, once, in one session. */
@Repository
class CardChallenges {

    private static final Duration TIME = Duration.ofMinutes(2);
    private static final int BYTES = 32;

    private final JdbcClient db;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CardChallenges(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A new one; old ones are swept away. */
    CardChallenge give(String port, String session) {
        var nonce = new byte[BYTES];
        random.nextBytes(nonce);
        var challenge = new CardChallenge(
                port, HexFormat.of().formatHex(nonce), clock.instant().plus(TIME));
        db.sql("delete from card_challenge where expires_at < :now")
                .param("now", utc(clock.instant()))
                .update();
        db.sql("insert into card_challenge (nonce, session, port, expires_at) values (:nonce, :session, :port, :until)")
                .param("nonce", challenge.nonce())
                .param("session", digest(session))
                .param("port", port)
                .param("until", utc(challenge.until()))
                .update();
        return challenge;
    }

    /** Takes it: true once, in its time and in its session. Two who ask at the same moment do not both get it. */
    boolean redeem(CardChallenge challenge, String session) {
        return db.sql("""
                delete from card_challenge
                 where nonce = :nonce and session = :session and port = :port and expires_at = :until and expires_at > :now
                """)
                        .param("nonce", challenge.nonce())
                        .param("session", digest(session))
                        .param("port", challenge.port())
                        .param("until", utc(challenge.until()))
                        .param("now", utc(clock.instant()))
                        .update()
                == 1;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Whoever reads the table learns no session. */
    private static String digest(String session) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(session.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
