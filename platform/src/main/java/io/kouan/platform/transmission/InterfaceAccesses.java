package io.kouan.platform.transmission;

import io.kouan.platform.transmission.InterfaceAccess.State;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How far the interfaces (接口) of channels are and from where they send: what the gate goes by from the next message on. */
@Repository
public class InterfaceAccesses {

    private final JdbcClient db;
    private final Channels channels;
    private final Clock clock;

    InterfaceAccesses(JdbcClient db, Channels channels, Clock clock) {
        this.db = db;
        this.channels = channels;
        this.clock = clock;
    }

    /** Opens the test channel (联调环境); an interface that is live goes on beside it. */
    @Transactional
    public void openTest(String dxpId) {
        db.sql("""
                insert into interface_access as held (dxp_id, state, test_opened_at, updated_at)
                values (:dxpId, 'TESTING', :now, :now)
                    on conflict (dxp_id) do update
                   set test_opened_at = :now, updated_at = :now,
                       state = case when held.state = 'NONE' then 'TESTING' else held.state end
                """).param("dxpId", dxpId).param("now", now()).update();
        BusinessTypes.afterCommit(channels::forget);
    }

    /** Lets a channel send by interface, from these addresses and from no others. */
    @Transactional
    public void goLive(String dxpId, Collection<AddressBlock> permitted) {
        move(dxpId, State.LIVE, "");
        db.sql("update channel set mode = 'API' where dxp_id = :dxpId")
                .param("dxpId", dxpId)
                .update();
        db.sql("delete from interface_address where dxp_id = :dxpId")
                .param("dxpId", dxpId)
                .update();
        for (String source :
                permitted.stream().map(AddressBlock::toString).distinct().toList()) {
            db.sql("insert into interface_address (dxp_id, source) values (:dxpId, :source)")
                    .param("dxpId", dxpId)
                    .param("source", source)
                    .update();
        }
    }

    /** Lets it send nothing more. */
    @Transactional
    public void suspend(String dxpId, String reason) {
        move(dxpId, State.SUSPENDED, reason);
    }

    /** Lets it send again from where it sent before. */
    @Transactional
    public void resume(String dxpId) {
        move(dxpId, State.LIVE, "");
    }

    private void move(String dxpId, State state, String reason) {
        db.sql("""
                insert into interface_access (dxp_id, state, reason, updated_at) values (:dxpId, :state, :reason, :now)
                    on conflict (dxp_id) do update
                   set state = excluded.state, reason = excluded.reason, updated_at = excluded.updated_at
                """)
                .param("dxpId", dxpId)
                .param("state", state.name())
                .param("reason", reason)
                .param("now", now())
                .update();
        BusinessTypes.afterCommit(channels::forget);
    }

    /** How far a channel's interface is, and from where it sends. */
    public InterfaceAccess of(String dxpId) {
        return load(db).getOrDefault(dxpId, InterfaceAccess.NONE);
    }

    /** Since when a channel can be tested; empty where it cannot. */
    public Optional<Instant> testOpenedAt(String dxpId) {
        return db.sql("select test_opened_at from interface_access where dxp_id = :dxpId")
                .param("dxpId", dxpId)
                .query((row, number) -> Optional.ofNullable(row.getObject("test_opened_at", OffsetDateTime.class)))
                .optional()
                .flatMap(time -> time)
                .map(OffsetDateTime::toInstant);
    }

    /** All, by DXP ID. */
    static Map<String, InterfaceAccess> load(JdbcClient db) {
        var addresses = new HashMap<String, List<AddressBlock>>();
        db.sql("select dxp_id, source from interface_address").query(row -> {
            addresses
                    .computeIfAbsent(row.getString("dxp_id"), id -> new ArrayList<>())
                    .add(AddressBlock.parse(row.getString("source")));
        });
        var accesses = new HashMap<String, InterfaceAccess>();
        db.sql("select dxp_id, state, reason from interface_access").query(row -> {
            var dxpId = row.getString("dxp_id");
            accesses.put(
                    dxpId,
                    new InterfaceAccess(
                            State.valueOf(row.getString("state")),
                            row.getString("reason"),
                            addresses.getOrDefault(dxpId, List.of())));
        });
        return accesses;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
