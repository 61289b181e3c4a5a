package io.kouan.platform.accounts;

import io.kouan.ceb.message.Bytes;
import io.kouan.platform.port.Remembered;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The channels that are open. Remembered for seconds, so that a message costs no query for its sender.
 */
@Repository
public class Channels {

    private final JdbcClient db;
    private final Clock clock;
    private final Remembered<Map<Bytes, Channel>> byDigest = Remembered.of(Map.of(), this::load);

    Channels(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The channel that a key opens; empty for keys that open none. */
    public Optional<Channel> authenticate(String apiKey) {
        var digest = Bytes.of(new ApiKey(apiKey).digest());
        return Optional.ofNullable(byDigest.fresh().get(digest))
                .or(() -> Optional.ofNullable(byDigest.fresher().get(digest)));
    }

    /** Opens a channel for an enterprise, or gives the one with this DXP ID a new key. */
    public void open(String dxpId, long enterpriseId, ApiKey key) {
        db.sql("""
                insert into channel (enterprise_id, dxp_id, key_digest, created_at)
                values (:enterprise, :dxpId, :digest, :now)
                    on conflict (dxp_id) do update set key_digest = excluded.key_digest
                 where channel.enterprise_id = excluded.enterprise_id
                """)
                .param("enterprise", enterpriseId)
                .param("dxpId", dxpId)
                .param("digest", key.digest())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Map<Bytes, Channel> load() {
        var channels = new HashMap<Bytes, Channel>();
        db.sql("""
                select c.key_digest, c.dxp_id, e.id, e.customs_code, e.credit_code, e.name_zh
                  from channel c join enterprise e on e.id = c.enterprise_id
                 where c.active
                """).query(row -> {
            channels.put(
                    Bytes.of(row.getBytes("key_digest")),
                    new Channel(
                            row.getString("dxp_id"),
                            row.getLong("id"),
                            row.getString("customs_code"),
                            row.getString("credit_code"),
                            row.getString("name_zh")));
        });
        return Map.copyOf(channels);
    }
}
