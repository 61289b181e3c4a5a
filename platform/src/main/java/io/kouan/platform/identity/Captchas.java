package io.kouan.platform.identity;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Questions that people answer and programs have trouble with (图形验证码): four characters in a picture, or for whoever cannot see it a
 * sum whose result has four digits. Valid for five minutes and once: looked at once, right or wrong, it is gone.
 */
@Component
public class Captchas {

    private static final Duration VALID = Duration.ofMinutes(5);
    private static final int LENGTH = 4;

    private final JdbcClient db;
    private final Clock clock;
    private final SecureRandom random;

    Captchas(JdbcClient db, Clock clock, SecureRandom random) {
        this.db = db;
        this.clock = clock;
        this.random = random;
    }

    /**
     * A question as the page asks it.
     *
     * @param picture the picture, as an address that holds it
     * @param first what is to be added to {@code second} by whoever cannot see the picture
     */
    public record Captcha(UUID id, String picture, int first, int second) {}

    /** A new one. */
    public Captcha ask() {
        var text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(CaptchaPicture.ALPHABET.charAt(random.nextInt(CaptchaPicture.ALPHABET.length())));
        }
        int first = random.nextInt(1000, 9000);
        int second = random.nextInt(2, 10);
        var id = UUID.randomUUID();
        var now = clock.instant();
        db.sql("delete from captcha where made_at < :horizon")
                .param("horizon", at(now.minus(VALID)))
                .update();
        db.sql("insert into captcha (id, digest, other, made_at) values (:id, :digest, :other, :now)")
                .param("id", id)
                .param("digest", digest(id, text.toString()))
                .param("other", digest(id, Integer.toString(first + second)))
                .param("now", at(now))
                .update();
        return new Captcha(id, CaptchaPicture.of(text.toString(), random), first, second);
    }

    /** Whether that is the answer. Nobody can ask twice: it is gone with the first answer. */
    public boolean isSolvedBy(String id, String answer) {
        if (!id.matches("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}")) {
            return false;
        }
        var known = UUID.fromString(id);
        var given = digest(known, answer.strip().toUpperCase(Locale.ROOT));
        return db.sql("delete from captcha where id = :id returning digest, other, made_at")
                .param("id", known)
                .query((row, number) -> {
                    boolean read = MessageDigest.isEqual(given, row.getBytes("digest"));
                    boolean counted = MessageDigest.isEqual(given, row.getBytes("other"));
                    boolean fits = read || counted;
                    var made = row.getObject("made_at", OffsetDateTime.class).toInstant();
                    return fits && clock.instant().isBefore(made.plus(VALID));
                })
                .optional()
                .orElse(false);
    }

    private static byte[] digest(UUID id, String text) {
        return Digests.of(id.toString() + text);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
