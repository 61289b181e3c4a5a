package io.kouan.platform.exchange;

import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.transmission.GateCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Puts into the audit log that a channel was used from an address which is not on its list (H-171): a key may be in wrong hands. One
 * entry a minute for a channel and an address, so that whoever holds that key cannot fill the log.
 */
@Component
class RefusedSources {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedSources.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final AuditLog audit;
    private final Clock clock;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    RefusedSources(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of a message. */
    void remember(Caller sender, Outcome outcome) {
        if (outcome instanceof Outcome.Refused(var findings, var _)
                && findings.getFirst().code() == GateCode.SOURCE_NOT_PERMITTED) {
            remember(sender, "send");
        }
    }

    /** @param action what was tried */
    void remember(Caller caller, String action) {
        if (!isFirst(caller, action)) {
            return;
        }
        var channel = caller.channel().dxpId();
        var address = caller.source().getHostAddress();
        try {
            audit.write(AuditEntry.refused(channel, channel, "", "channel", channel, action, "ERR_FORBIDDEN")
                    .change(Map.of(), Map.of("source_ip", address)));
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("event=audit-away channel={} source={}", channel, address);
        }
    }

    private boolean isFirst(Caller sender, String action) {
        var now = clock.instant();
        if (told.size() > MOST) {
            told.values().removeIf(at -> at.plus(PAUSE).isBefore(now));
        }
        var key =
                action + " " + sender.channel().dxpId() + " " + sender.source().getHostAddress();
        var kept = told.compute(key, (same, at) -> at == null || at.plus(PAUSE).isBefore(now) ? now : at);
        return kept.equals(now);
    }
}
