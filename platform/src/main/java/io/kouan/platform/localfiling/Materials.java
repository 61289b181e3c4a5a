package io.kouan.platform.localfiling;

import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which filled-in forms belong to which ticket: those handed in with it, or before that the newest that the enterprise is filling in. */
@Repository
class Materials {

    private static final Set<String> OPEN = Set.of("DRAFT", "READY");

    private final JdbcClient db;
    private final FormRecords records;

    Materials(JdbcClient db, FormRecords records) {
        this.db = db;
        this.records = records;
    }

    /** The forms of a ticket, as far as they were filled in online. */
    Map<Material, FormRecord> of(FormRecord ticket) {
        var found = new EnumMap<Material, FormRecord>(Material.class);
        for (Material material : Material.values()) {
            open(ticket, material)
                    .or(() -> handedIn(ticket.id(), material))
                    .ifPresent(record -> found.put(material, record));
        }
        return found;
    }

    private Optional<FormRecord> open(FormRecord ticket, Material material) {
        boolean mayFollow = Set.of("DRAFT", "NEED_INFO").contains(ticket.state());
        return mayFollow ? newest(ticket, material) : Optional.empty();
    }

    private Optional<FormRecord> newest(FormRecord ticket, Material material) {
        return records.newest(ticket.enterprise().orElseThrow(), material.form(), OPEN);
    }

    /** The forms that go along with a ticket that is just being handed in. */
    Map<Material, FormRecord> before(FormRecord ticket) {
        var found = new EnumMap<Material, FormRecord>(Material.class);
        for (Material material : Material.values()) {
            newest(ticket, material).ifPresent(record -> found.put(material, record));
        }
        return found;
    }

    private Optional<FormRecord> handedIn(long ticket, Material material) {
        return db.sql("""
                select m.record_id from local_filing_material m join form_record r on r.id = m.record_id
                 where m.ticket_id = :ticket and r.form = :form order by m.record_id desc limit 1
                """)
                .param("ticket", ticket)
                .param("form", material.form())
                .query(Long.class)
                .optional()
                .flatMap(records::find);
    }

    /** The forms that lie with the desk because of a ticket. */
    List<FormRecord> filed(FormRecord ticket) {
        return Arrays.stream(Material.values())
                .flatMap(material -> handedIn(ticket.id(), material).stream())
                .filter(record -> record.state().equals("FILED"))
                .toList();
    }

    void handIn(FormRecord ticket, FormRecord material) {
        db.sql("""
                insert into local_filing_material (ticket_id, record_id) values (:ticket, :record)
                    on conflict (record_id) do update set ticket_id = excluded.ticket_id
                """).param("ticket", ticket.id()).param("record", material.id()).update();
    }
}
