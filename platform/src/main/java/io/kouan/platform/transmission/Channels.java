package io.kouan.platform.transmission;

import io.kouan.ceb.message.Bytes;
import io.kouan.platform.port.Remembered;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The channels and their keys (接口密钥). Remembered for seconds, so that a message costs no query for its sender. A channel that is
 * suspended still fetches its receipts; only one that is closed is known no more.
 */
@Repository
public class Channels {

    /** How long the old key goes on beside the new one, so that a change of keys has no gap. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private static final String LIVE = "LIVE";
    private static final String TEST = "TEST";

    private final JdbcClient db;
    private final Standings standings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Remembered<Map<Bytes, Keyed>> byDigest = Remembered.of(Map.of(), this::load);

    Channels(JdbcClient db, Standings standings, Clock clock) {
        this.db = db;
        this.standings = standings;
        this.clock = clock;
    }

    private record Keyed(Channel channel, Optional<Instant> endsAt) {

        boolean counts(Instant now) {
            return endsAt.filter(end -> !end.isAfter(now)).isEmpty();
        }
    }

    /** The channel that a key opens; empty for keys that open none. */
    public Optional<Channel> authenticate(String apiKey) {
        var digest = Bytes.of(new ApiKey(apiKey).digest());
        var now = clock.instant();
        return Optional.ofNullable(byDigest.fresh().get(digest))
                .or(() -> Optional.ofNullable(byDigest.fresher().get(digest)))
                .filter(keyed -> keyed.counts(now))
                .map(Keyed::channel);
    }

    /** Makes a channel for an enterprise, not open yet; one with this DXP ID stays as it is. */
    @Transactional
    public void make(String dxpId, long enterprise) {
        db.sql("""
                insert into channel (enterprise_id, dxp_id, created_at) values (:enterprise, :dxpId, :now)
                    on conflict (dxp_id) do nothing
                """)
                .param("enterprise", enterprise)
                .param("dxpId", dxpId)
                .param("now", now())
                .update();
    }

    /** Makes a channel with this key and opens it, or gives the enterprise's channel the key: how the sandbox begins. */
    @Transactional
    public void open(String dxpId, long enterprise, ApiKey key) {
        make(dxpId, enterprise);
        db.sql("""
                update channel set state = 'OPEN', opened_at = coalesce(opened_at, :now)
                 where dxp_id = :dxpId and enterprise_id = :enterprise
                """)
                .param("now", now())
                .param("dxpId", dxpId)
                .param("enterprise", enterprise)
                .update();
        db.sql("delete from channel_key using channel c where channel_id = c.id and c.dxp_id = :dxpId")
                .param("dxpId", dxpId)
                .update();
        add(dxpId, key, LIVE);
        BusinessTypes.afterCommit(standings::forget);
    }

    /** A new key, told once; the ones before go on for {@link #OVERLAP}. */
    @Transactional
    public ApiKey renewKey(String dxpId) {
        return renew(dxpId, LIVE);
    }

    /** A new key of the test channel (联调环境), told once. */
    @Transactional
    public ApiKey renewTestKey(String dxpId) {
        return renew(dxpId, TEST);
    }

    private ApiKey renew(String dxpId, String purpose) {
        var key = ApiKey.random(random);
        db.sql("""
                update channel_key set ends_at = least(coalesce(ends_at, :end), :end)
                  from channel c where channel_id = c.id and c.dxp_id = :dxpId and purpose = :purpose
                """)
                .param("end", clock.instant().plus(OVERLAP).atOffset(ZoneOffset.UTC))
                .param("dxpId", dxpId)
                .param("purpose", purpose)
                .update();
        add(dxpId, key, purpose);
        return key;
    }

    private void add(String dxpId, ApiKey key, String purpose) {
        db.sql("""
                insert into channel_key (digest, channel_id, purpose, created_at)
                select :digest, id, :purpose, :now from channel where dxp_id = :dxpId
                """)
                .param("digest", key.digest())
                .param("purpose", purpose)
                .param("now", now())
                .param("dxpId", dxpId)
                .update();
        BusinessTypes.afterCommit(byDigest::forget);
    }

    /** Whoever changed the state of a channel says so here. */
    void forget() {
        byDigest.forget();
        standings.forget();
    }

    private Map<Bytes, Keyed> load() {
        var channels = new HashMap<Bytes, Keyed>();
        db.sql("""
                select k.digest, k.ends_at, k.purpose, c.dxp_id, e.id, coalesce(e.customs_code, '') as customs_code, e.credit_code, e.name_zh
                  from channel_key k
                  join channel c on c.id = k.channel_id
                  join enterprise e on e.id = c.enterprise_id
                 where c.state <> 'CLOSED'
                """).query(row -> {
            var ends = row.getObject("ends_at", OffsetDateTime.class);
            channels.put(
                    Bytes.of(row.getBytes("digest")),
                    new Keyed(
                            new Channel(
                                    row.getString("dxp_id"),
                                    row.getLong("id"),
                                    row.getString("customs_code"),
                                    row.getString("credit_code"),
                                    row.getString("name_zh"),
                                    row.getString("purpose").equals(TEST)),
                            Optional.ofNullable(ends).map(OffsetDateTime::toInstant)));
        });
        return Map.copyOf(channels);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
