package io.kouan.platform.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Unknown codes that an address tried lately: whoever guesses waits. */
@Repository
class VerificationFailures {

    static final int MOST = 20;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient db;
    private final Clock clock;

    VerificationFailures(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    boolean areTooMany(String address) {
        return db.sql(
                        "select count(*) >= :most from verification_failure where address = :address and failed_at > :since")
                .param("most", MOST)
                .param("address", address)
                .param("since", clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Counts one, and sweeps away what no longer counts. */
    void add(String address) {
        db.sql("delete from verification_failure where failed_at < :since")
                .param("since", clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC))
                .update();
        db.sql("insert into verification_failure (address, failed_at) values (:address, :now)")
                .param("address", address)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
