package io.kouan.platform.accounts;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Passwords (密码) as slow salted hashes, and those before them. */
@Repository
public class StoredPasswords {

    /** None of the last five may be taken again (password_policy). */
    private static final int REMEMBERED = 5;

    private final JdbcClient db;
    private final PasswordEncoder encoder;
    private final Clock clock;

    StoredPasswords(JdbcClient db, PasswordEncoder encoder, Clock clock) {
        this.db = db;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** Whether it is the present password or one of those before it. */
    public boolean wasUsed(String login, String password) {
        return hashes(login).stream().anyMatch(hash -> encoder.matches(password, hash));
    }

    private List<String> hashes(String login) {
        return db.sql("""
                select hash from (
                    select password_hash as hash, 9223372036854775807 as id from person where login = :login
                    union all
                    select hash, id from former_password where login = :login) as every order by id desc limit :most
                """)
                .param("login", People.normal(login))
                .param("most", REMEMBERED)
                .query((row, number) -> row.getString("hash"))
                .list();
    }

    /** Replaces the password; one that the person did not choose has to be changed at the next sign-in. */
    @Transactional
    public void replace(String login, String password, boolean initial) {
        replace(login, password, initial, Optional.empty());
    }

    /** The same with a password that somebody else made up and that counts until then. */
    @Transactional
    public void issue(String login, String password, Instant until) {
        replace(login, password, true, Optional.of(until));
    }

    /** Whether the password was made up by somebody else and its time is over. */
    public boolean isOver(String login) {
        return db.sql("""
                select exists (select from person
                                where login = :login and initial_password and initial_until is not null and initial_until <= :now)
                """)
                .param("login", People.normal(login))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private void replace(String login, String password, boolean initial, Optional<Instant> until) {
        var known = People.normal(login);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        db.sql("""
                insert into former_password (login, hash, replaced_at)
                select login, password_hash, :now from person where login = :login
                """).param("now", now).param("login", known).update();
        db.sql("""
                delete from former_password where login = :login and id not in
                    (select id from former_password where login = :login order by id desc limit :most)
                """).param("login", known).param("most", REMEMBERED).update();
        db.sql("""
                update person set password_hash = :hash, initial_password = :initial, initial_until = :until,
                                  password_changed_at = :now
                 where login = :login
                """)
                .param("hash", encoder.encode(password))
                .param("initial", initial)
                .param(
                        "until",
                        until.map(end -> end.atOffset(ZoneOffset.UTC)).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", now)
                .param("login", known)
                .update();
    }

    /** Stores the same password in today's way, where it was stored in an older one. */
    public void upgrade(String login, String password, String hash) {
        if (encoder.upgradeEncoding(hash)) {
            db.sql("update person set password_hash = :new where login = :login and password_hash = :old")
                    .param("new", encoder.encode(password))
                    .param("login", People.normal(login))
                    .param("old", hash)
                    .update();
        }
    }
}
