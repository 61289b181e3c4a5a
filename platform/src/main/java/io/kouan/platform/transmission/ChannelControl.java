package io.kouan.platform.transmission;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens, suspends, resumes and closes channels (handbook S9). What is decided here counts for the next message: nothing is taken from
 * a channel that is not open, while what was taken goes on and its receipts can be fetched (H-172).
 */
@Service
public class ChannelControl {

    private static final Set<String> MODES = Set.of("CLIENT", "API");
    private static final String SELECT = """
            select c.*, coalesce(e.customs_code, '') as customs_code, e.name_zh, e.name_en
              from channel c join enterprise e on e.id = c.enterprise_id
            """;

    private final JdbcClient db;
    private final Channels channels;
    private final Suspensions suspensions;
    private final AuditLog audit;
    private final Clock clock;

    ChannelControl(JdbcClient db, Channels channels, Suspensions suspensions, AuditLog audit, Clock clock) {
        this.db = db;
        this.channels = channels;
        this.suspensions = suspensions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Channels whose id, code or name holds a text; in the order of their ids. */
    public List<ChannelView> search(String text, int most) {
        return db.sql(SELECT + """
                 where :text = '' or c.dxp_id ilike :like or e.customs_code ilike :like or e.name_zh ilike :like
                 order by c.dxp_id limit :most
                """)
                .param("text", text)
                .param("like", "%" + text.replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param("most", most)
                .query((row, number) -> view(row))
                .list();
    }

    public Optional<ChannelView> find(String dxpId) {
        return db.sql(SELECT + " where c.dxp_id = :dxpId")
                .param("dxpId", dxpId)
                .query((row, number) -> view(row))
                .optional();
    }

    /** The channel of an enterprise. */
    public Optional<ChannelView> of(long enterprise) {
        return db.sql(SELECT + " where c.enterprise_id = :enterprise order by c.id desc limit 1")
                .param("enterprise", enterprise)
                .query((row, number) -> view(row))
                .optional();
    }

    /** Changes the state of a channel; empty where that is done. */
    @Transactional
    public Optional<Refusal> change(String dxpId, int version, ChannelState to, String reason, Actor by) {
        var found = find(dxpId);
        if (found.isEmpty()) {
            return Optional.of(Refusal.of("ERR_FORBIDDEN"));
        }
        var channel = found.get();
        if (by.enterprise().isPresent() && by.enterprise().getAsLong() == channel.enterpriseId()) {
            return Optional.of(Refusal.of("ERR_SELF_APPROVAL"));
        }
        boolean ends = to == ChannelState.SUSPENDED || to == ChannelState.CLOSED;
        if (ends && !Reason.isGiven(reason)) {
            return Optional.of(Refusal.at("reason", "ERR_REASON_REQUIRED"));
        }
        if (!channel.state().next().contains(to)) {
            return Optional.of(
                    new Refusal("ERR_STATE", "", Map.of("state", channel.state().name())));
        }
        if (!store(dxpId, version, to, ends ? reason.strip() : "")) {
            return Optional.of(Refusal.of("ERR_VERSION_CONFLICT"));
        }
        told(channel, to, reason, by);
        return Optional.empty();
    }

    /**
     * Opens a channel for the first time, for the client (客户端) or for an interface (接口).
     *
     * @param mode {@code CLIENT} or {@code API}
     */
    @Transactional
    public Optional<Refusal> open(String dxpId, int version, String mode, Actor by) {
        if (!MODES.contains(mode)) {
            return Optional.of(Refusal.at("mode", "ERR_OPTION"));
        }
        var refusal = change(dxpId, version, ChannelState.OPEN, "", by);
        if (refusal.isEmpty()) {
            db.sql("update channel set mode = :mode where dxp_id = :dxpId")
                    .param("mode", mode)
                    .param("dxpId", dxpId)
                    .update();
        }
        return refusal;
    }

    private boolean store(String dxpId, int version, ChannelState to, String reason) {
        return db.sql("""
                update channel
                   set state = :state, state_reason = :reason, version = version + 1,
                       opened_at = case when :state = 'OPEN' then coalesce(opened_at, :now) else opened_at end
                 where dxp_id = :dxpId and version = :version
                """)
                        .param("state", to.name())
                        .param("reason", reason)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("dxpId", dxpId)
                        .param("version", version)
                        .update()
                == 1;
    }

    private void told(ChannelView channel, ChannelState to, String reason, Actor by) {
        var role = by.roles().stream().findFirst().map(Enum::name).orElse("");
        audit.write(AuditEntry.done(
                        by.login(),
                        by.name(),
                        role,
                        "channel",
                        channel.dxpId(),
                        to.name().toLowerCase(Locale.ROOT))
                .version(channel.version())
                .because(List.of(), reason));
        if (to == ChannelState.SUSPENDED) {
            suspensions.tell(channel.enterpriseId(), reason);
        }
        BusinessTypes.afterCommit(channels::forget);
    }

    private static ChannelView view(ResultSet row) throws SQLException {
        return new ChannelView(
                row.getString("dxp_id"),
                row.getLong("enterprise_id"),
                row.getString("customs_code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("mode"),
                ChannelState.valueOf(row.getString("state")),
                row.getString("state_reason"),
                Optional.ofNullable(row.getObject("opened_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("version"));
    }
}
