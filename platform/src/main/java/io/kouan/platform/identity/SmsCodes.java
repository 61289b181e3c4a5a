package io.kouan.platform.identity;

import io.kouan.platform.port.PortTime;
import io.kouan.platform.post.Letter;
import io.kouan.platform.post.Post;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes sent by SMS (短信验证码): six digits, valid for five minutes, once, for one purpose, with five tries. The next one can be had
 * after a minute, ten a day for each number. Only a digest is kept.
 */
@Component
public class SmsCodes {

    static final Duration VALID = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(60);
    private static final int MOST_A_DAY = 10;
    private static final int TRIES = 5;

    private final JdbcClient db;
    private final Post post;
    private final MessageSource texts;
    private final Clock clock;
    private final SecureRandom random;

    SmsCodes(JdbcClient db, Post post, MessageSource texts, Clock clock, SecureRandom random) {
        this.db = db;
        this.post = post;
        this.texts = texts;
        this.clock = clock;
        this.random = random;
    }

    /** What a code is good for; a code for one purpose opens nothing else. */
    public enum Purpose {
        REGISTER,
        FORGOTTEN,
        SIGN_IN,
        OLD_MOBILE,
        NEW_MOBILE,
        SERVICE_DESK
    }

    /** What became of the wish for a code. */
    public sealed interface Sending {
        record Sent() implements Sending {}

        /** The last one is not a minute old. */
        record TooSoon(long seconds) implements Sending {}

        /** There were ten today. */
        record TooMany() implements Sending {}
    }

    /** Sends a code; at the same moment only one to the same number. */
    @Transactional
    public Sending send(Purpose purpose, String number) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:number, 61))")
                .param("number", number)
                .query(rows -> {});
        var now = clock.instant();
        var refusal = refusal(number, now);
        if (!(refusal instanceof Sending.Sent)) {
            return refusal;
        }
        var code = "%06d".formatted(random.nextInt(1_000_000));
        var salt = new byte[16];
        random.nextBytes(salt);
        db.sql("""
                insert into sms_code (number, purpose, salt, digest, sent_at) values (:number, :purpose, :salt, :digest, :now)
                """)
                .param("number", number)
                .param("purpose", purpose.name())
                .param("salt", salt)
                .param("digest", Digests.of(salt, code))
                .param("now", at(now))
                .update();
        post.send(Letter.sms(number, text(purpose, code)));
        return refusal;
    }

    private Sending refusal(String number, Instant now) {
        var today = LocalDate.ofInstant(now, PortTime.ZONE)
                .atStartOfDay(PortTime.ZONE)
                .toInstant();
        var sent = db.sql(
                        "select sent_at from sms_code where number = :number and sent_at >= :since order by sent_at desc")
                .param("number", number)
                .param("since", at(today.isBefore(now.minus(PAUSE)) ? today : now.minus(PAUSE)))
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
        if (!sent.isEmpty() && now.isBefore(sent.getFirst().plus(PAUSE))) {
            return new Sending.TooSoon(
                    Duration.between(now, sent.getFirst().plus(PAUSE)).toSeconds() + 1);
        }
        return sent.stream().filter(at -> !at.isBefore(today)).count() >= MOST_A_DAY
                ? new Sending.TooMany()
                : new Sending.Sent();
    }

    private String text(Purpose purpose, String code) {
        var locale = LocaleContextHolder.getLocale().getLanguage().equals("en") ? Locale.ENGLISH : Locale.CHINESE;
        return texts.getMessage("accounts.sms." + purpose.name(), new Object[] {code}, locale);
    }

    /** Whether that is the newest code sent to the number for this purpose; afterwards it opens nothing any more. */
    @Transactional
    public boolean use(Purpose purpose, String number, String code) {
        var newest = db.sql("""
                update sms_code set attempts = attempts + 1
                 where id = (select max(id) from sms_code where number = :number and purpose = :purpose)
                   and used_at is null and attempts < :tries and sent_at > :since
                returning id, salt, digest
                """)
                .param("number", number)
                .param("purpose", purpose.name())
                .param("tries", TRIES)
                .param("since", at(clock.instant().minus(VALID)))
                .query((row, index) ->
                        MessageDigest.isEqual(Digests.of(row.getBytes("salt"), code.strip()), row.getBytes("digest"))
                                ? row.getLong("id")
                                : -1L)
                .optional()
                .orElse(-1L);
        return newest > 0
                && db.sql("update sms_code set used_at = :now where id = :id and used_at is null")
                                .param("now", at(clock.instant()))
                                .param("id", newest)
                                .update()
                        == 1;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
