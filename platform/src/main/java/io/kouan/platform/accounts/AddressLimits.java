package io.kouan.platform.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often an address may ask for what costs something and needs nobody to have signed in. Counted in the database, so that several
 * nodes count together; one at a time for each address, so that a hundred at once are not a hundred too many.
 */
@Repository
public class AddressLimits {

    private final JdbcClient db;
    private final Clock clock;

    AddressLimits(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What is limited: how many within which time. An office behind one address has to get along with it. */
    public enum Use {
        /** a challenge to be signed by a card: a row in the database */
        CARD_CHALLENGE(100, Duration.ofMinutes(5)),
        /** a password to be hashed for somebody who is not registered yet: 19 MiB and a moment of the processor */
        REGISTRATION_PASSWORD(20, Duration.ofMinutes(15));

        private final int most;
        private final Duration window;

        Use(int most, Duration window) {
            this.most = most;
            this.window = window;
        }

        public int most() {
            return most;
        }

        public Duration window() {
            return window;
        }
    }

    /** Counts one; refuses it where there were too many. */
    @Transactional(noRollbackFor = TooManyRequests.class)
    public void count(Use use, String address) {
        var now = clock.instant();
        db.sql("select pg_advisory_xact_lock(hashtextextended(:address, 62))")
                .param("address", use + " " + address)
                .query(rows -> {});
        db.sql("""
                delete from address_use where id in (
                    select id from address_use where purpose = :purpose and used_at <= :gone
                     order by id limit 500 for update skip locked)
                """)
                .param("purpose", use.name())
                .param("gone", at(now.minus(use.window())))
                .update();
        var counted = db.sql("""
                select used_at from address_use where purpose = :purpose and address = :address and used_at > :gone
                 order by used_at desc limit :most
                """)
                .param("gone", at(now.minus(use.window())))
                .param("purpose", use.name())
                .param("address", address)
                .param("most", use.most())
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
        if (counted.size() == use.most()) {
            throw new TooManyRequests(
                    Duration.between(now, counted.getLast().plus(use.window())).plusSeconds(1));
        }
        db.sql("insert into address_use (purpose, address, used_at) values (:purpose, :address, :now)")
                .param("purpose", use.name())
                .param("address", address)
                .param("now", at(now))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
