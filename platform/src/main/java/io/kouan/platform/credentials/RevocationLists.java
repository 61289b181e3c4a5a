package io.kouan.platform.credentials;

import io.kouan.ceb.certificate.OcspResponder;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.Suite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says to the world which certificates no longer count: lists (CRL) and single answers (OCSP). A list is made anew when something
 * changes here, and every few minutes for what changed elsewhere.
 */
@Component
class RevocationLists {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration NEXT = Duration.ofDays(1);
    private static final Duration RESPONDER = Duration.ofDays(5);

    private final CardAuthorities authorities;
    private final KnownCertificates certificates;
    private final Cards cards;
    private final Clock clock;
    private final Map<Suite, Made<Bytes>> lists = new ConcurrentHashMap<>();
    private final Map<Suite, Made<OcspResponder>> responders = new ConcurrentHashMap<>();

    RevocationLists(CardAuthorities authorities, KnownCertificates certificates, Cards cards, Clock clock) {
        this.authorities = authorities;
        this.certificates = certificates;
        this.cards = cards;
        this.clock = clock;
    }

    private record Made<T>(T value, Instant at) {

        boolean isOlderThan(Duration age, Instant now) {
            return at.plus(age).isBefore(now) || at.isAfter(now);
        }
    }

    @EventListener
    void changed(KnownCertificates.Changed changed) {
        lists.clear();
    }

    /** The list of a generation, DER. */
    Bytes list(Suite suite) {
        var now = clock.instant();
        return lists.compute(suite, (_, made) -> made == null || made.isOlderThan(FRESH, now) ? make(suite, now) : made)
                .value();
    }

    private Made<Bytes> make(Suite suite, Instant now) {
        var revoked = certificates.revoked(suite, now);
        return new Made<>(authorities.of(suite).revocationList(revoked, now, now.plus(NEXT)), now);
    }

    /** The answer to a question about certificates (OCSP), DER; to what is no question an answer that says so. */
    Bytes answer(Bytes question) {
        var now = clock.instant();
        var asked = Arrays.stream(Suite.values())
                .filter(suite -> responder(suite, now).isAskedBy(question))
                .findFirst();
        var suite = asked.orElse(Suite.SM2_SM3);
        return responder(suite, now).answer(question, serial -> certificates.status(suite, serial), now);
    }

    private OcspResponder responder(Suite suite, Instant now) {
        return responders
                .compute(
                        suite,
                        (_, made) -> made == null || made.isOlderThan(RESPONDER, now)
                                ? new Made<>(authorities.of(suite).responder(cards.certificateNumber(), now), now)
                                : made)
                .value();
    }
}
