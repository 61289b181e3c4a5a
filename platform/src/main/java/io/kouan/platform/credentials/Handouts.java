package io.kouan.platform.credentials;

import io.kouan.ceb.message.Bytes;
import io.kouan.platform.accounts.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Cards in files between being made and being handed over: fetched once, by the clerk who made them, within ten minutes. Kept in
 * memory only, so that a private key is never stored; what is lost with a restart is made anew.
 */
@Component
class Handouts {

    private static final Duration TIME = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<Long, Handout> waiting = new ConcurrentHashMap<>();

    Handouts(Clock clock) {
        this.clock = clock;
    }

    private record Handout(Bytes file, String login, Instant until) {}

    void put(long card, Bytes file, Actor clerk) {
        var now = clock.instant();
        waiting.values().removeIf(handout -> handout.until().isBefore(now));
        waiting.put(card, new Handout(file, clerk.login(), now.plus(TIME)));
    }

    boolean isWaiting(long card, Actor clerk) {
        return Optional.ofNullable(waiting.get(card))
                .filter(handout -> isFor(handout, clerk))
                .isPresent();
    }

    /** The file, the first time. */
    Optional<Bytes> take(long card, Actor clerk) {
        var handout = Optional.ofNullable(waiting.get(card)).filter(held -> isFor(held, clerk));
        return handout.filter(held -> waiting.remove(card, held)).map(Handout::file);
    }

    private boolean isFor(Handout handout, Actor clerk) {
        return handout.login().equals(clerk.login()) && handout.until().isAfter(clock.instant());
    }
}
