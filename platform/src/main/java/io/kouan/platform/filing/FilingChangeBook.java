package io.kouan.platform.filing;

import io.kouan.platform.forms.FormRecord;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which filing is to take the place of which approved one (变更备案), in the database. */
@Repository
class FilingChangeBook {

    private final JdbcClient db;

    FilingChangeBook(JdbcClient db) {
        this.db = db;
    }

    /** Keeps others from beginning a change of the same filing until this transaction ends. */
    void hold(FormRecord former) {
        db.sql("select id from form_record where id = :id for update")
                .param("id", former.id())
                .query(rows -> {});
    }

    void add(FormRecord record, FormRecord former) {
        db.sql("insert into filing_change (record_id, former_id) values (:record, :former)")
                .param("record", record.id())
                .param("former", former.id())
                .update();
    }

    /** Id of the filing whose place that one is to take. */
    Optional<Long> formerOf(FormRecord record) {
        return db.sql("select former_id from filing_change where record_id = :record")
                .param("record", record.id())
                .query(Long.class)
                .optional();
    }

    /** Id of a change of a filing that is being written or decided about. */
    Optional<Long> openFor(FormRecord former) {
        return db.sql("""
                select record_id from filing_change join form_record on id = record_id
                 where former_id = :former and state in ('DRAFT', 'WAIT_PAPER', 'REVIEWING', 'SUBMITTED', 'RETURNED')
                 order by record_id desc limit 1
                """).param("former", former.id()).query(Long.class).optional();
    }
}
