package io.kouan.platform.transmission;

import io.kouan.platform.port.Remembered;
import io.kouan.platform.transmission.BusinessType.Direction;
import io.kouan.platform.transmission.BusinessType.Mode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
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
        var accesses = InterfaceAccesses.load(db);
        var standings = new HashMap<String, Standing>();
        db.sql("""
                select c.dxp_id, c.enterprise_id, c.mode, c.state, c.state_reason, coalesce(u.state, '') as user_state,
                       coalesce(u.reason, '') as user_reason
                  from channel c left join dxp_user u on u.dxp_id = c.dxp_id
                """).query(row -> {
            var dxpId = row.getString("dxp_id");
            var access = row.getString("mode").equals("API")
                    ? Optional.of(accesses.getOrDefault(dxpId, InterfaceAccess.NONE))
                    : Optional.<InterfaceAccess>empty();
            standings.put(dxpId, standing(row, access, open.getOrDefault(row.getLong("enterprise_id"), Set.of())));
        });
        return Map.copyOf(standings);
    }

    /** A channel stands no better than the id that it belongs to. */
    private static Standing standing(ResultSet row, Optional<InterfaceAccess> access, Set<BusinessType> open)
            throws SQLException {
        var state = ChannelState.valueOf(row.getString("state"));
        var user = row.getString("user_state");
        if (user.equals(DxpUser.State.CANCELLED.name())) {
            return new Standing(ChannelState.CLOSED, "", access, open);
        }
        if (user.equals(DxpUser.State.SUSPENDED.name()) && state == ChannelState.OPEN) {
            return new Standing(ChannelState.SUSPENDED, row.getString("user_reason"), access, open);
        }
        return new Standing(state, row.getString("state_reason"), access, open);
    }
}
