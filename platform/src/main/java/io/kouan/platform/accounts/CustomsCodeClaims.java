package io.kouan.platform.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Customs codes that enterprises entered themselves (海关十位编码登记), and what officers found. */
@Repository
public class CustomsCodeClaims {

    private static final String SELECT = """
            select id, credit_code, name_zh, customs_code, customs_code_proof, customs_code_verified_at, customs_code_verified_by
              from enterprise where customs_code is not null
            """;

    private final JdbcClient db;
    private final Clock clock;

    CustomsCodeClaims(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A code as it is on file.
     *
     * @param proof scan of the proof of registration
     * @param verifiedAt empty while nobody has confirmed it
     * @param verifiedBy certificate, or who confirmed it
     */
    public record Claim(
            long enterprise,
            String creditCode,
            String nameZh,
            String customsCode,
            Optional<UUID> proof,
            Optional<Instant> verifiedAt,
            String verifiedBy) {}

    /** A code that did not hold. */
    public record Finding(String customsCode, String reason, Instant at) {}

    public Optional<Claim> of(long enterprise) {
        return db.sql(SELECT + " and id = :id")
                .param("id", enterprise)
                .query((row, number) -> claim(row))
                .optional();
    }

    /** Those that nobody has confirmed, oldest enterprise first. */
    public List<Claim> open() {
        return db.sql(SELECT + " and customs_code_verified_at is null order by id limit 200")
                .query((row, number) -> claim(row))
                .list();
    }

    /** Keeps the scan of the proof with the claim. */
    public void prove(long enterprise, Optional<UUID> proof) {
        db.sql("update enterprise set customs_code_proof = :proof where id = :id")
                .param("proof", proof.orElse(null), Types.OTHER)
                .param("id", enterprise)
                .update();
    }

    /** Writes down what an officer found. */
    public void note(long enterprise, String code, boolean passed, String reason, String by) {
        db.sql("""
                insert into customs_code_finding (enterprise_id, customs_code, passed, reason, found_by, found_at)
                values (:enterprise, :code, :passed, :reason, :by, :now)
                """)
                .param("enterprise", enterprise)
                .param("code", code)
                .param("passed", passed)
                .param("reason", reason)
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Why the last code was taken away, where that is the last thing that happened to it. */
    public Optional<Finding> refusal(long enterprise) {
        return db.sql("""
                select customs_code, reason, found_at, passed from customs_code_finding
                 where enterprise_id = :id order by id desc limit 1
                """)
                .param("id", enterprise)
                .query((row, number) -> row.getBoolean("passed")
                        ? Optional.<Finding>empty()
                        : Optional.of(new Finding(
                                row.getString("customs_code"), row.getString("reason"), time(row, "found_at"))))
                .optional()
                .flatMap(found -> found);
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getLong("id"),
                row.getString("credit_code"),
                row.getString("name_zh"),
                row.getString("customs_code"),
                Optional.ofNullable(row.getObject("customs_code_proof", UUID.class)),
                Optional.ofNullable(row.getObject("customs_code_verified_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("customs_code_verified_by"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
