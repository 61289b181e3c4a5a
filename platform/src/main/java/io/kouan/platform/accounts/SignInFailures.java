package io.kouan.platform.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Failed sign-ins of the last quarter of an hour, and whether there were too many of them.
 *
 * <p>Counts what was typed, whether or not such a login exists, so that neither the answer nor the waiting tells which
 * logins there are. Five failures for a login from one address, or fifty from one address, make that address wait; a
 * hundred for one login from anywhere make the login wait.
 */
@Repository
public class SignInFailures {

    /** How long a failure counts. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int MOST_FOR_LOGIN_AND_ADDRESS = 5;
    private static final int MOST_FOR_ADDRESS = 50;
    private static final int MOST_FOR_LOGIN = 100;

    private final JdbcClient db;
    private final Clock clock;

    SignInFailures(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Whether an attempt must be refused without looking at the password. */
    public boolean areTooMany(String login, String address) {
        var since = windowStart().atOffset(ZoneOffset.UTC);
        return db.sql("""
                select (select count(*) from sign_in_failure
                         where login = :login and failed_at > :since and address = :address) >= :both
                    or (select count(*) from sign_in_failure
                         where address = :address and failed_at > :since) >= :fromAddress
                    or (select count(*) from sign_in_failure
                         where login = :login and failed_at > :since) >= :ofLogin
                """)
                .param("login", People.normal(login))
                .param("address", address)
                .param("since", since)
                .param("both", MOST_FOR_LOGIN_AND_ADDRESS)
                .param("fromAddress", MOST_FOR_ADDRESS)
                .param("ofLogin", MOST_FOR_LOGIN)
                .query(Boolean.class)
                .single();
    }

    public void add(String login, String address) {
        db.sql("insert into sign_in_failure (login, address, failed_at) values (:login, :address, :at)")
                .param("login", People.normal(login))
                .param("address", address)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A successful sign-in forgives the failures of that login from that address, and old ones are swept away. */
    public void forgive(String login, String address) {
        db.sql("delete from sign_in_failure where login = :login and address = :address or failed_at < :since")
                .param("login", People.normal(login))
                .param("address", address)
                .param("since", windowStart().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets all failures of a login: somebody who guards the port vouches for it. */
    public void forget(String login) {
        db.sql("delete from sign_in_failure where login = :login")
                .param("login", People.normal(login))
                .update();
    }

    /** A login that has to wait, since when it was tried last. */
    public record Waiting(String login, long failures, Instant last) {}

    /** The logins that have to wait now, from some address at least. */
    public List<Waiting> waiting() {
        return db.sql("""
                select login, sum(failures) as failures, max(last) as last
                  from (select login, address, count(*) as failures, max(failed_at) as last
                          from sign_in_failure where failed_at > :since group by login, address) as each_address
                 group by login having max(failures) >= :both or sum(failures) >= :ofLogin
                 order by last desc limit 100
                """)
                .param("since", windowStart().atOffset(ZoneOffset.UTC))
                .param("both", MOST_FOR_LOGIN_AND_ADDRESS)
                .param("ofLogin", MOST_FOR_LOGIN)
                .query((row, number) -> new Waiting(
                        row.getString("login"),
                        row.getLong("failures"),
                        row.getObject("last", OffsetDateTime.class).toInstant()))
                .list();
    }

    private Instant windowStart() {
        return clock.instant().minus(WINDOW);
    }
}
