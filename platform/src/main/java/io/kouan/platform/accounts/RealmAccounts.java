package io.kouan.platform.accounts;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which accounts of the four realms (各平台账号) belong to one person, who signs in once and crosses between them. */
@Repository
public class RealmAccounts {

    private final JdbcClient db;
    private final Clock clock;

    RealmAccounts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** An account of a realm. */
    public record RealmAccount(Realm realm, String login, Instant linkedAt) {}

    public List<RealmAccount> of(String person) {
        return db.sql("select realm, login, linked_at from realm_account where person = :person order by realm, login")
                .param("person", People.normal(person))
                .query((row, number) -> account(row))
                .list();
    }

    /** The person behind an account of a realm. */
    public Optional<String> person(Realm realm, String login) {
        return db.sql("select person from realm_account where realm = :realm and login = :login")
                .param("realm", realm.name())
                .param("login", People.normal(login))
                .query(String.class)
                .optional();
    }

    /** Links an account of a realm to a person; one that is linked already stays where it is. */
    public boolean link(Realm realm, String login, String person) {
        return db.sql("""
                insert into realm_account (realm, login, person, linked_at) values (:realm, :login, :person, :now)
                    on conflict (realm, login) do nothing
                """)
                        .param("realm", realm.name())
                        .param("login", People.normal(login))
                        .param("person", People.normal(person))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Gives an account that somebody has to somebody else; false where it is not theirs. */
    public boolean move(Realm realm, String login, String from, String to) {
        return db.sql("""
                update realm_account set person = :to, linked_at = :now
                 where realm = :realm and login = :login and person = :from
                """)
                        .param("to", People.normal(to))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("realm", realm.name())
                        .param("login", People.normal(login))
                        .param("from", People.normal(from))
                        .update()
                == 1;
    }

    /** Nobody has the account any more. */
    public void unlink(Realm realm, String login) {
        db.sql("delete from realm_account where realm = :realm and login = :login")
                .param("realm", realm.name())
                .param("login", People.normal(login))
                .update();
    }

    /** Whether somebody has an account of a realm. */
    public boolean isOf(String person, Realm realm) {
        return of(person).stream().anyMatch(account -> account.realm() == realm);
    }

    private static RealmAccount account(java.sql.ResultSet row) throws SQLException {
        return new RealmAccount(
                Realm.valueOf(row.getString("realm")),
                row.getString("login"),
                row.getObject("linked_at", OffsetDateTime.class).toInstant());
    }
}
