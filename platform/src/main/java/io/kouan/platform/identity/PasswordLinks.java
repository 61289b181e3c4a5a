package io.kouan.platform.identity;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.port.PortAddress;
import io.kouan.platform.post.Letter;
import io.kouan.platform.post.Post;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links by mail to set a new password (密码重置链接): good once, for half an hour; only the digest of the token is kept. */
@Component
class PasswordLinks {

    private static final Duration VALID = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private final JdbcClient db;
    private final Post post;
    private final MessageSource texts;
    private final Clock clock;
    private final SecureRandom random;
    private final PortAddress address;

    PasswordLinks(
            JdbcClient db, Post post, MessageSource texts, Clock clock, SecureRandom random, PortAddress address) {
        this.db = db;
        this.post = post;
        this.texts = texts;
        this.clock = clock;
        this.random = random;
        this.address = address;
    }

    /** Sends a link; one a minute, the newest counts. */
    @Transactional
    void send(Account account) {
        var now = clock.instant();
        boolean soon = db.sql("select exists (select from password_link where login = :login and sent_at > :since)")
                .param("login", account.login())
                .param("since", at(now.minus(PAUSE)))
                .query(Boolean.class)
                .single();
        if (soon || !Letter.canReach(Letter.Kind.MAIL, account.details().email())) {
            return;
        }
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        db.sql("delete from password_link where login = :login or sent_at < :horizon")
                .param("login", account.login())
                .param("horizon", at(now.minus(VALID)))
                .update();
        db.sql("insert into password_link (digest, login, sent_at) values (:digest, :login, :now)")
                .param("digest", Digests.of(token))
                .param("login", account.login())
                .param("now", at(now))
                .update();
        var locale = LocaleContextHolder.getLocale().getLanguage().equals("en") ? Locale.ENGLISH : Locale.CHINESE;
        post.send(Letter.mail(
                account.details().email(),
                texts.getMessage("accounts.mail.subject", null, locale),
                texts.getMessage(
                        "accounts.mail.text", new Object[] {address.of("/forgotten/mail?token=" + token)}, locale)));
    }

    /** Whose link that is; it is none any more afterwards. */
    Optional<String> use(String token) {
        return db.sql("delete from password_link where digest = :digest returning login, sent_at")
                .param("digest", Digests.of(token))
                .query((row, number) -> row.getObject("sent_at", OffsetDateTime.class)
                                .toInstant()
                                .isAfter(clock.instant().minus(VALID))
                        ? Optional.of(row.getString("login"))
                        : Optional.<String>empty())
                .optional()
                .flatMap(found -> found);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
