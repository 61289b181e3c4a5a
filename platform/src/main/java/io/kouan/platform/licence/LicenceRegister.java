package io.kouan.platform.licence;

import io.kouan.ceb.licence.Licence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The licences, in the database. */
@Repository
class LicenceRegister {

    private static final int MOST = 200;

    private final JdbcClient db;

    LicenceRegister(JdbcClient db) {
        this.db = db;
    }

    Optional<ClientLicence> find(String number) {
        return db.sql("select * from client_licence where number = :number")
                .param("number", number)
                .query((row, index) -> licence(row))
                .optional();
    }

    /** The same, and nobody else decides about it before this transaction ends. */
    Optional<ClientLicence> hold(String number) {
        return db.sql("select * from client_licence where number = :number for update")
                .param("number", number)
                .query((row, index) -> licence(row))
                .optional();
    }

    /** Those that an enterprise has got, newest first. */
    List<ClientLicence> of(long enterprise) {
        return db.sql("""
                select * from client_licence
                 where enterprise_id = :enterprise and standing <> 'DRAWN' order by issued_on desc, number
                """)
                .param("enterprise", enterprise)
                .query((row, index) -> licence(row))
                .list();
    }

    /** Those whose number, holder, DXP ID or customs code holds the text, newest first. */
    List<ClientLicence> search(String text) {
        return db.sql("""
                select * from client_licence
                 where standing <> 'DRAWN'
                   and position(lower(:text) in lower(number || ' ' || holder || ' ' || dxp_id || ' ' || customs_code)) > 0
                 order by issued_on desc, number limit :most
                """)
                .param("text", text)
                .param("most", MOST)
                .query((row, index) -> licence(row))
                .list();
    }

    void add(long enterprise, Licence says) {
        db.sql("""
                insert into client_licence (number, enterprise_id, holder, credit_code, customs_code, dxp_id, max_computers,
                                            valid_from, valid_to, issued_on, standing)
                values (:number, :enterprise, :holder, :creditCode, :customsCode, :dxpId, :computers, :from, :until, :issued, 'DRAWN')
                """)
                .param("number", says.number())
                .param("enterprise", enterprise)
                .param("holder", says.holder().name())
                .param("creditCode", says.holder().creditCode())
                .param("customsCode", says.holder().customsCode())
                .param("dxpId", says.dxpId())
                .param("computers", says.computers())
                .param("from", says.from())
                .param("until", says.until())
                .param("issued", says.issued())
                .update();
    }

    /** False where it is issued already, or does not exist. */
    boolean issue(String number, String by) {
        return db.sql("""
                update client_licence set standing = 'ISSUED', version = version + 1, changed_by = :by
                 where number = :number and standing = 'DRAWN'
                """).param("number", number).param("by", by).update() == 1;
    }

    /** False where somebody else has changed it meanwhile. */
    boolean change(ClientLicence seen, ClientLicence.Standing standing, LocalDate until, String reason, String by) {
        return db.sql("""
                update client_licence
                   set standing = :standing, valid_to = :until, reason = :reason, version = version + 1, changed_by = :by
                 where number = :number and version = :version
                """)
                        .param("standing", standing.name())
                        .param("until", until)
                        .param("reason", reason)
                        .param("by", by)
                        .param("number", seen.number())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    /** Those in force that run out between two days, the first to run out first. */
    List<ClientLicence> endingUntil(LocalDate from, LocalDate until) {
        return db.sql("""
                select * from client_licence where standing = 'ISSUED' and valid_to between :from and :until order by valid_to, number
                """)
                .param("from", from)
                .param("until", until)
                .query((row, index) -> licence(row))
                .list();
    }

    /** Whether nobody was reminded yet of this end, so many days before it or fewer. */
    boolean isFirstReminder(String number, LocalDate until, int days) {
        return db.sql("""
                update client_licence set reminded_of = :until, reminded_days = :days
                 where number = :number and (reminded_of is distinct from :until or reminded_days > :days)
                """)
                        .param("until", until)
                        .param("days", days)
                        .param("number", number)
                        .update()
                == 1;
    }

    private static ClientLicence licence(ResultSet row) throws SQLException {
        return new ClientLicence(
                row.getLong("enterprise_id"),
                new Licence(
                        row.getString("number"),
                        new Licence.Holder(
                                row.getString("holder"), row.getString("credit_code"), row.getString("customs_code")),
                        row.getString("dxp_id"),
                        row.getInt("max_computers"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getObject("issued_on", LocalDate.class)),
                ClientLicence.Standing.valueOf(row.getString("standing")),
                row.getInt("version"),
                row.getString("reason"));
    }
}
