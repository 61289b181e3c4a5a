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
 * Cards in files between being made and being handed over: fetched once, by the clerk who made them (in the guide mode of the sandbox: by
 * whoever walks the road), within ten minutes. Kept in
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

    /** Shows neither key nor PIN. */
    private record Handout(Bytes file, String login, Instant until, String pin) {
        @Override
        public String toString() {
            return "handout";
        }
    }

    void put(long card, Bytes file, Actor clerk) {
        put(card, file, clerk, "");
    }

    /** With the PIN, where nobody has chosen it: told to whoever fetches the file. */
    void put(long card, Bytes file, Actor clerk, String pin) {
        var now = clock.instant();
        waiting.values().removeIf(handout -> handout.until().isBefore(now));
        waiting.put(card, new Handout(file, clerk.login(), now.plus(TIME), pin));
    }

    boolean isWaiting(long card, Actor clerk) {
        return Optional.ofNullable(waiting.get(card))
                .filter(handout -> isFor(handout, clerk))
                .isPresent();
    }

    /** The PIN of a card in a file that waits for somebody; empty where its holder has chosen it. */
    Optional<String> pin(long card, Actor reader) {
        return Optional.ofNullable(waiting.get(card))
                .filter(handout -> isFor(handout, reader))
                .map(Handout::pin)
                .filter(pin -> !pin.isEmpty());
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
