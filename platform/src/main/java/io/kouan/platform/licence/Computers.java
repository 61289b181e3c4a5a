package io.kouan.platform.licence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The computers on which licences are activated, in the database. */
@Repository
class Computers {

    private final JdbcClient db;
    private final Clock clock;

    Computers(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Those of a licence that count, longest activated first. */
    List<ActivatedComputer> counting(String licence) {
        return all(licence).stream().filter(ActivatedComputer::counts).toList();
    }

    /** All of a licence, also those that were, longest activated first. */
    List<ActivatedComputer> all(String licence) {
        return db.sql("select * from client_activation where licence_no = :licence order by activated_at, record_id")
                .param("licence", licence)
                .query((row, index) -> computer(row))
                .list();
    }

    /** The one that was activated on a request. */
    Optional<ActivatedComputer> of(long request) {
        return db.sql("select * from client_activation where record_id = :request")
                .param("request", request)
                .query((row, index) -> computer(row))
                .optional();
    }

    void add(ActivatedComputer computer, String by) {
        db.sql("""
                insert into client_activation (record_id, licence_no, fingerprint, certificate, os_name, client_version, medium,
                                               valid_to, activated_by, activated_at)
                values (:request, :licence, :fingerprint, :certificate, :system, :version, :medium, :until, :by, :now)
                """)
                .param("request", computer.request())
                .param("licence", computer.licence())
                .param("fingerprint", computer.fingerprint())
                .param("certificate", computer.certificate())
                .param("system", computer.system())
                .param("version", computer.version())
                .param("medium", computer.medium())
                .param("until", computer.until())
                .param("by", by)
                .param("now", computer.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** From now on the licence does not count there any more. */
    void release(ActivatedComputer computer, ActivatedComputer.Why why) {
        db.sql("""
                update client_activation set released_at = :now, released_why = :why
                 where record_id = :request and released_at is null
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("why", why.name())
                .param("request", computer.request())
                .update();
    }

    private static ActivatedComputer computer(ResultSet row) throws SQLException {
        return new ActivatedComputer(
                row.getLong("record_id"),
                row.getString("licence_no"),
                row.getString("fingerprint"),
                row.getString("certificate"),
                row.getString("os_name"),
                row.getString("client_version"),
                row.getString("medium"),
                row.getObject("valid_to", LocalDate.class),
                row.getObject("activated_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("released_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("released_why"));
    }
}
