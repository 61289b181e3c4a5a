package io.kouan.platform.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was proposed (参数变更), and what became of it. */
@Repository
class Proposals {

    private static final TypeReference<Map<String, String>> GIVEN = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Proposals(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps it; empty where one of the same kind and subject waits already. */
    Optional<Proposal> add(Change change, String login, String name) {
        return db.sql("""
                insert into reference_change (kind, subject, given, state, proposed_by, proposed_name, proposed_at)
                values (:kind, :subject, :given::json, 'PROPOSED', :login, :name, :now)
                    on conflict (kind, subject) where state = 'PROPOSED' do nothing returning *
                """)
                .param("kind", change.kind().name())
                .param("subject", change.subject())
                .param("given", json.writeValueAsString(change.given()))
                .param("login", login)
                .param("name", name)
                .param("now", now())
                .query((row, number) -> proposal(row))
                .optional();
    }

    /** The proposal, held so that nobody else decides on it meanwhile. */
    Optional<Proposal> hold(long id) {
        return db.sql("select * from reference_change where id = :id for update")
                .param("id", id)
                .query((row, number) -> proposal(row))
                .optional();
    }

    void decide(long id, Proposal.State state, String login, String name) {
        db.sql("""
                update reference_change set state = :state, decided_by = :login, decided_name = :name, decided_at = :now
                 where id = :id
                """)
                .param("id", id)
                .param("state", state.name())
                .param("login", login)
                .param("name", name)
                .param("now", now())
                .update();
    }

    /** What waits first, then the newest. */
    List<Proposal> newest(int most) {
        return db.sql("select * from reference_change order by state <> 'PROPOSED', id desc limit :most")
                .param("most", most)
                .query((row, number) -> proposal(row))
                .list();
    }

    private Proposal proposal(ResultSet row) throws SQLException {
        var kind = Change.Kind.valueOf(row.getString("kind"));
        return new Proposal(
                row.getLong("id"),
                Change.read(kind, json.readValue(row.getString("given"), GIVEN)),
                Proposal.State.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                row.getString("proposed_name"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
