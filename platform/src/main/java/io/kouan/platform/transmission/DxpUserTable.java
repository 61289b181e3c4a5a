package io.kouan.platform.transmission;

import io.kouan.platform.transmission.DxpUser.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the registry. */
@Repository
class DxpUserTable {

    private final JdbcClient db;
    private final Clock clock;

    DxpUserTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<DxpUser> find(String dxpId) {
        return db.sql("select * from dxp_user where dxp_id = :dxpId")
                .param("dxpId", dxpId)
                .query((row, number) -> user(row))
                .optional();
    }

    /** The newest that was asked for on a ticket and is not cancelled. */
    Optional<DxpUser> onTicket(String ticket) {
        return db.sql("""
                select * from dxp_user where ticket_no = :ticket and state <> 'CANCELLED' order by updated_at desc limit 1
                """)
                .param("ticket", ticket)
                .query((row, number) -> user(row))
                .optional();
    }

    /** The one of an enterprise that is not cancelled. */
    Optional<DxpUser> of(long enterprise) {
        return db.sql("select * from dxp_user where enterprise_id = :enterprise and state <> 'CANCELLED'")
                .param("enterprise", enterprise)
                .query((row, number) -> user(row))
                .optional();
    }

    List<DxpUser> newest(int most) {
        return db.sql("select * from dxp_user order by updated_at desc, dxp_id limit :most")
                .param("most", most)
                .query((row, number) -> user(row))
                .list();
    }

    private static final String VIEW = """
            select u.*, coalesce(e.customs_code, '') as customs_code, e.name_zh, e.name_en,
                   exists (select from channel c where c.dxp_id = u.dxp_id and c.opened_at is not null) as in_use
              from dxp_user u join enterprise e on e.id = u.enterprise_id
            """;

    /** Those whose id, code, name or ticket holds a text, newest first. */
    List<DxpUserView> search(String text, int most) {
        return db.sql(VIEW + """
                 where :text = '' or u.dxp_id ilike :like or e.customs_code ilike :like or e.name_zh ilike :like
                    or u.ticket_no ilike :like
                 order by u.updated_at desc, u.dxp_id limit :most
                """)
                .param("text", text)
                .param("like", "%" + text.replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param("most", most)
                .query((row, number) -> view(row))
                .list();
    }

    Optional<DxpUserView> view(String dxpId) {
        return db.sql(VIEW + " where u.dxp_id = :dxpId")
                .param("dxpId", dxpId)
                .query((row, number) -> view(row))
                .optional();
    }

    private static DxpUserView view(ResultSet row) throws SQLException {
        return new DxpUserView(
                user(row),
                row.getString("customs_code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getBoolean("in_use"));
    }

    /** Whether the id was ever given, to whomever; a channel that the sandbox began with counts for others than its owner. */
    boolean isTaken(String dxpId, long enterprise) {
        return db.sql("""
                select exists (select from dxp_user where dxp_id = :dxpId)
                    or exists (select from channel where dxp_id = :dxpId and enterprise_id <> :enterprise)
                """)
                .param("dxpId", dxpId)
                .param("enterprise", enterprise)
                .query(Boolean.class)
                .single();
    }

    /** Whether the enterprise has one that is not cancelled. */
    boolean hasOne(long enterprise) {
        return db.sql("select exists (select from dxp_user where enterprise_id = :enterprise and state <> 'CANCELLED')")
                .param("enterprise", enterprise)
                .query(Boolean.class)
                .single();
    }

    void add(DxpUser user) {
        db.sql("""
                insert into dxp_user (dxp_id, enterprise_id, ticket_no, node_code, issued_on, issued_by, state, updated_at)
                values (:dxpId, :enterprise, :ticket, :node, :issuedOn, :issuedBy, :state, :now)
                """)
                .param("dxpId", user.dxpId())
                .param("enterprise", user.enterpriseId())
                .param("ticket", user.ticketNo())
                .param("node", user.nodeCode())
                .param("issuedOn", user.issuedOn())
                .param("issuedBy", user.issuedBy())
                .param("state", user.state().name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False where somebody else was faster. */
    boolean move(String dxpId, int version, State to, String reason, String checkedBy) {
        return db.sql("""
                update dxp_user set state = :state, reason = :reason, checked_by = :checkedBy, version = version + 1,
                                    updated_at = :now
                 where dxp_id = :dxpId and version = :version
                """)
                        .param("state", to.name())
                        .param("reason", reason)
                        .param("checkedBy", checkedBy)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("dxpId", dxpId)
                        .param("version", version)
                        .update()
                == 1;
    }

    private static DxpUser user(ResultSet row) throws SQLException {
        return new DxpUser(
                row.getString("dxp_id"),
                row.getLong("enterprise_id"),
                row.getString("ticket_no"),
                row.getString("node_code"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("issued_by"),
                row.getString("checked_by"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("version"));
    }
}
