package io.kouan.platform.accounts;

import java.sql.Types;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What somebody has beside the password (第二因素): an authenticator, and codes for the day it is lost. */
@Repository
public class StoredFactors {

    private final JdbcClient db;

    StoredFactors(JdbcClient db) {
        this.db = db;
    }

    /** The secret shared with the authenticator. */
    public Optional<byte[]> secret(String login) {
        return db.sql("select time_code_secret from person where login = :login and time_code_secret is not null")
                .param("login", People.normal(login))
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** Whether a step of time is used for the first time; from then on it and all before it are used up. */
    public boolean use(String login, long step) {
        return db.sql("update person set time_code_step = :step where login = :login and time_code_step < :step")
                        .param("step", step)
                        .param("login", People.normal(login))
                        .update()
                == 1;
    }

    /** Asks for the authenticator from now on; the recovery codes come as digests. */
    @Transactional
    public void turnOn(String login, byte[] secret, long usedStep, Collection<byte[]> recovery) {
        turnOff(login);
        db.sql("update person set time_code_secret = :secret, time_code_step = :step where login = :login")
                .param("secret", secret)
                .param("step", usedStep)
                .param("login", People.normal(login))
                .update();
        recovery.forEach(digest -> db.sql("insert into recovery_code (login, digest) values (:login, :digest)")
                .param("login", People.normal(login))
                .param("digest", digest)
                .update());
    }

    @Transactional
    public void turnOff(String login) {
        db.sql("update person set time_code_secret = :none, time_code_step = 0 where login = :login")
                .param("none", null, Types.BINARY)
                .param("login", People.normal(login))
                .update();
        db.sql("delete from recovery_code where login = :login")
                .param("login", People.normal(login))
                .update();
    }

    /** Whether it is one of the recovery codes; it is no longer one afterwards. */
    public boolean useRecovery(String login, byte[] digest) {
        return db.sql("delete from recovery_code where login = :login and digest = :digest")
                        .param("login", People.normal(login))
                        .param("digest", digest)
                        .update()
                == 1;
    }
}
