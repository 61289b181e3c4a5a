package io.kouan.platform.staff;

import io.kouan.platform.accounts.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The proposed roles, in the database; an account has at most one open proposal. */
@Repository
class RoleProposals {

    private final JdbcClient db;
    private final Clock clock;

    RoleProposals(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Puts a proposal in; false where one is open already. */
    boolean add(String login, Set<Role> roles, String customsOffice, String inspectionOffice, String by) {
        return db.sql("""
                insert into role_proposal (login, roles, customs_office, inspection_office, proposed_by, proposed_at)
                values (:login, :roles, :customs, :inspection, :by, :now) on conflict do nothing
                """)
                        .param("login", login)
                        .param("roles", roles.stream().map(Enum::name).sorted().toArray(String[]::new))
                        .param("customs", customsOffice)
                        .param("inspection", inspectionOffice)
                        .param("by", by)
                        .param("now", now())
                        .update()
                == 1;
    }

    List<RoleProposal> open() {
        return db.sql("select * from role_proposal where decided_at is null order by id")
                .query((row, number) -> proposal(row))
                .list();
    }

    /** The open proposal, kept from being decided by anybody else meanwhile. */
    Optional<RoleProposal> take(long id) {
        return db.sql("select * from role_proposal where id = :id and decided_at is null for update")
                .param("id", id)
                .query((row, number) -> proposal(row))
                .optional();
    }

    void decide(long id, boolean confirmed, String by) {
        db.sql("update role_proposal set decided_by = :by, decided_at = :now, confirmed = :confirmed where id = :id")
                .param("by", by)
                .param("now", now())
                .param("confirmed", confirmed)
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static RoleProposal proposal(ResultSet row) throws SQLException {
        return new RoleProposal(
                row.getLong("id"),
                row.getString("login"),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                row.getString("customs_office"),
                row.getString("inspection_office"),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant());
    }
}
