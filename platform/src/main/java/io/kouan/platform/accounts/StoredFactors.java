package io.kouan.platform.accounts;

import io.kouan.platform.port.SealedAtRest;
import java.sql.Types;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody has beside the password (第二因素): an authenticator, and codes for the day it is lost. The authenticator's secret is
 * encrypted at rest and bound to its login: whoever reads the database, or a copy of it, makes no code with it.
 */
@Repository
public class StoredFactors implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(StoredFactors.class);

    private final JdbcClient db;
    private final SealedAtRest rest;

    StoredFactors(JdbcClient db, SealedAtRest rest) {
        this.db = db;
        this.rest = rest;
    }

    /** Seals what an earlier version stored as it was, before anybody is served. */
    @Override
    public void afterSingletonsInstantiated() {
        var plain = db.sql("""
                select login, time_code_secret from person where time_code_secret is not null and not time_code_sealed
                """)
                .query((row, number) -> Map.entry(row.getString("login"), row.getBytes("time_code_secret")))
                .list();
        for (var each : plain) {
            db.sql("""
                    update person set time_code_secret = :sealed, time_code_sealed = true
                     where login = :login and time_code_secret = :plain and not time_code_sealed
                    """)
                    .param("sealed", seal(each.getKey(), each.getValue()))
                    .param("login", each.getKey())
                    .param("plain", each.getValue())
                    .update();
        }
        if (!plain.isEmpty()) {
            LOG.info("event=authenticators-sealed number={}", plain.size());
        }
    }

    /** A secret as it may be kept until the authenticator is turned on. */
    public byte[] seal(String login, byte[] secret) {
        return rest.seal(owner(login), secret);
    }

    /** What was sealed for that login. */
    public byte[] open(String login, byte[] sealed) {
        return rest.open(owner(login), sealed);
    }

    private static String owner(String login) {
        return "authenticator " + People.normal(login);
    }

    /** The secret shared with the authenticator. */
    public Optional<byte[]> secret(String login) {
        return db.sql("""
                select time_code_secret, time_code_sealed from person
                 where login = :login and time_code_secret is not null
                """)
                .param("login", People.normal(login))
                .query((row, number) -> row.getBoolean("time_code_sealed")
                        ? open(login, row.getBytes("time_code_secret"))
                        : row.getBytes("time_code_secret"))
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
        db.sql("""
                update person set time_code_secret = :secret, time_code_sealed = true, time_code_step = :step
                 where login = :login
                """)
                .param("secret", seal(login, secret))
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
        db.sql("""
                update person set time_code_secret = :none, time_code_sealed = false, time_code_step = 0
                 where login = :login
                """)
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
