package io.kouan.platform.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sign-ins that failed, and what follows (H-011): five in a quarter of an hour lock the account for half an hour.
 *
 * <p>Counts what was typed, whether or not such a login exists, so that neither the answer nor the waiting tells which logins there
 * are. An attempt is counted before the password is looked at and forgiven when it was right: many attempts at the same moment are
 * still only five. Fifty from one address make that address wait.
 */
@Repository
public class SignInFailures {

    /** How long a failure counts. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    /** How long an account stays locked. */
    public static final Duration LOCK = Duration.ofMinutes(30);

    private static final int MOST = 5;
    private static final int BEFORE_CAPTCHA = 3;
    private static final int MOST_FOR_ADDRESS = 50;

    /** The fifth of five failures within the window; the lock runs from there. */
    private static final String LOCKING = """
            select login, failed_at from (
                select login, failed_at, lag(failed_at, 4) over (partition by login order by failed_at, id) as first_of_five
                  from sign_in_failure where failed_at > :horizon %s) as each
             where first_of_five > failed_at - interval '15 minutes' and failed_at > :since
            """;

    private final JdbcClient db;
    private final Clock clock;

    SignInFailures(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What becomes of an attempt. */
    public sealed interface Attempt {
        /** The password is looked at; whether it is the last one before the lock. */
        record Counted(boolean last) implements Attempt {}

        /** The account is locked (锁定), or the address waits. */
        record Locked(Instant until) implements Attempt {}
    }

    /** Counts an attempt; one at a time for each login. */
    @Transactional
    public Attempt begin(String login, String address) {
        var known = People.normal(login);
        db.sql("select pg_advisory_xact_lock(hashtextextended(:login, 60))")
                .param("login", known)
                .query(rows -> {});
        var locked = lockedUntil(known).or(() -> waitsUntil(address));
        if (locked.isPresent()) {
            return new Attempt.Locked(locked.get());
        }
        db.sql("insert into sign_in_failure (login, address, failed_at) values (:login, :address, :at)")
                .param("login", known)
                .param("address", address)
                .param("at", at(clock.instant()))
                .update();
        return new Attempt.Counted(lockedUntil(known).isPresent());
    }

    /** Until when an account is locked; empty where it is not. */
    public Optional<Instant> lockedUntil(String login) {
        var now = clock.instant();
        return db.sql(LOCKING.formatted("and login = :login") + " order by failed_at desc limit 1")
                .param("login", People.normal(login))
                .param("horizon", at(now.minus(LOCK).minus(WINDOW)))
                .param("since", at(now.minus(LOCK)))
                .query((row, number) -> row.getObject("failed_at", OffsetDateTime.class)
                        .toInstant()
                        .plus(LOCK))
                .optional();
    }

    private Optional<Instant> waitsUntil(String address) {
        var now = clock.instant();
        boolean waits = db.sql(
                        "select count(*) >= :most from sign_in_failure where address = :address and failed_at > :since")
                .param("most", MOST_FOR_ADDRESS)
                .param("address", address)
                .param("since", at(now.minus(WINDOW)))
                .query(Boolean.class)
                .single();
        return waits ? Optional.of(now.plus(WINDOW)) : Optional.empty();
    }

    /** Whether a picture has to be read before the next attempt: after three failures of the login. */
    public boolean needCaptcha(String login) {
        return db.sql("select count(*) >= :most from sign_in_failure where login = :login and failed_at > :since")
                .param("most", BEFORE_CAPTCHA)
                .param("login", People.normal(login))
                .param("since", at(clock.instant().minus(WINDOW)))
                .query(Boolean.class)
                .single();
    }

    /** Forgets all failures of a login: it signed in, or somebody who guards the port vouches for it. Old ones are swept away. */
    public void forget(String login) {
        db.sql("delete from sign_in_failure where login = :login or failed_at < :horizon")
                .param("login", People.normal(login))
                .param("horizon", at(clock.instant().minus(LOCK).minus(WINDOW)))
                .update();
    }

    /** A login that has to wait, since when it was tried last. */
    public record Waiting(String login, long failures, Instant last) {}

    /** The logins that are locked now. */
    public List<Waiting> waiting() {
        var now = clock.instant();
        return db.sql("select login, max(failed_at) as last from (" + LOCKING.formatted("")
                        + ") as locked group by login order by last desc limit 100")
                .param("horizon", at(now.minus(LOCK).minus(WINDOW)))
                .param("since", at(now.minus(LOCK)))
                .query((row, number) -> new Waiting(
                        row.getString("login"),
                        MOST,
                        row.getObject("last", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
