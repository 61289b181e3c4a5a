package io.kouan.platform.transmission;

import io.kouan.platform.port.Remembered;
import io.kouan.platform.transmission.BusinessType.Direction;
import io.kouan.platform.transmission.BusinessType.Mode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How every channel stands now. Remembered, so that the gate costs no query; a change made here counts for the next message, one made
 * on another node within seconds.
 */
@Repository
public class Standings {

    private final JdbcClient db;
    private final Remembered<Map<String, Standing>> byDxpId = Remembered.of(Map.of(), this::load);

    Standings(JdbcClient db) {
        this.db = db;
    }

    /** How that channel stands. */
    public Standing of(Channel channel) {
        return byDxpId.fresh().getOrDefault(channel.dxpId(), Standing.NONE);
    }

    /** Something has changed. */
    void forget() {
        byDxpId.forget();
    }

    private Map<String, Standing> load() {
        var open = new HashMap<Long, Set<BusinessType>>();
        db.sql("select enterprise_id, mode, direction from business_type where realm = 'CUSTOMS'")
                .query(row -> {
                    open.computeIfAbsent(row.getLong("enterprise_id"), id -> new HashSet<>())
                            .add(new BusinessType(
                                    Mode.of(row.getString("mode")).orElseThrow(),
                                    Direction.valueOf(row.getString("direction"))));
                });
        var standings = new HashMap<String, Standing>();
        db.sql("select dxp_id, enterprise_id, state, state_reason from channel").query(row -> {
            standings.put(
                    row.getString("dxp_id"),
                    new Standing(
                            ChannelState.valueOf(row.getString("state")),
                            row.getString("state_reason"),
                            open.getOrDefault(row.getLong("enterprise_id"), Set.of())));
        });
        return Map.copyOf(standings);
    }
}
