package io.kouan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kouan.client.exchange.Ack;
import io.kouan.client.exchange.MessageStatus;
import io.kouan.client.exchange.Receipt;
import io.kouan.client.local.Home;
import io.kouan.client.local.LeftDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Invariant 1: while messages stream in, the server is killed five times and the database once, at random moments.
 * Afterwards every acknowledged message is there once, where its ack says, with its receipts; a message that was not
 * acknowledged is there as a whole or not at all.
 */
class KillDrillTest {

    /** Starts in half of the time; how fast it runs is not the point here. */
    private static final List<String> SOON_UP = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Path ROOT =
            Path.of("").toAbsolutePath().resolveSibling("").normalize();
    private static final InstantSource CLOCK = InstantSource.system();
    private static final int CHAINS = 1_000;
    private static final int KILLS = 6;
    private static final int KILL_OF_DATABASE = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void whatIsAcknowledgedSurvivesAnyKillAndNothingHasHalfAnEffect() throws Exception {
        assumeTrue(
                new Home(ROOT, ROOT, 0).jar().isPresent(),
                "the server's jar is built by `mvn package`; `mvn test` alone has none");
        long seed = CLOCK.millis();
        try (var server = BenchServer.start(ROOT, SOON_UP, CLOCK);
                var drill = new Drill(server, CHAINS, seed)) {
            var load = CompletableFuture.runAsync(drill::send);
            killAgainAndAgain(server, drill, load, new Random(seed));
            drill.allow(drill.messages().size());
            load.get(PATIENCE.toSeconds() * 3, TimeUnit.SECONDS);

            var known = new HashMap<String, MessageStatus>();
            drill.messages().forEach(message -> drill.find(message).ifPresent(found -> known.put(message.id(), found)));
            everyAckIsTrue(drill, known);
            everyStoredMessageHasItsReceiptsOnceAndInOrder(drill, known);
        }
    }

    private static void killAgainAndAgain(BenchServer server, Drill drill, CompletableFuture<Void> load, Random random)
            throws Exception {
        // half of the load is for after the last kill
        int share = drill.messages().size() / (KILLS * 2);
        for (int kill = 0; kill < KILLS; kill++) {
            drill.allow(share);
            awaitMoreAcks(drill, load, share / 4 + random.nextInt(share / 2));
            if (kill == KILL_OF_DATABASE) {
                LeftDatabase.find(server.home()).orElseThrow().destroyForcibly();
            } else {
                server.killAndRestart(CLOCK);
            }
        }
    }

    /** The drill is none when nothing is under way any more. */
    private static void awaitMoreAcks(Drill drill, CompletableFuture<Void> load, int more) throws Exception {
        int wanted = drill.acknowledged() + more;
        var last = CLOCK.instant().plus(PATIENCE);
        while (drill.acknowledged() < wanted) {
            assertThat(CLOCK.instant()).as("acks keep coming").isBefore(last);
            try {
                load.get(5, TimeUnit.MILLISECONDS);
                throw new AssertionError("all was sent before the last kill");
            } catch (TimeoutException goesOn) {
                // as it should
            } catch (ExecutionException failed) {
                throw new AssertionError(failed.getCause());
            }
        }
    }

    private static void everyAckIsTrue(Drill drill, Map<String, MessageStatus> known) {
        for (var message : drill.messages()) {
            var ack = drill.ack(message);
            if (!message.reckless()) {
                assertThat(ack).as(message.id()).isPresent();
            }
            ack.ifPresent(promised -> {
                assertThat(known).containsKey(message.id());
                var found = known.get(message.id());
                assertThat(found.position()).isEqualTo(promised.position());
                assertThat(found.digest()).isEqualTo(promised.digest());
            });
        }
        assertThat(known.values().stream().map(MessageStatus::position)).doesNotHaveDuplicates();
        assertThat(drill.messages().stream()
                        .map(drill::ack)
                        .flatMap(Optional::stream)
                        .map(Ack::position))
                .doesNotHaveDuplicates();
    }

    private static void everyStoredMessageHasItsReceiptsOnceAndInOrder(Drill drill, Map<String, MessageStatus> known) {
        var roads = roads(drill, known);
        var last = CLOCK.instant().plus(PATIENCE);
        var receipts = drill.receipts();
        while (count(receipts) < roads.values().stream().mapToInt(List::size).sum()
                && CLOCK.instant().isBefore(last)) {
            receipts = drill.receipts();
        }
        for (var message : drill.messages()) {
            var got = receipts.getOrDefault(message.id(), List.of());
            assertThat(got.stream()
                            .map(receipt -> receipt.statuses().orElse(""))
                            .toList())
                    .as(message.type() + " " + message.id() + " of chain " + message.chain())
                    .isEqualTo(roads.getOrDefault(message.id(), List.of()));
        }
        assertThat(receipts.values().stream().flatMap(List::stream).map(Receipt::number))
                .doesNotHaveDuplicates();
    }

    /** Which receipts each stored message must have: an inventory is released when its other three are there too. */
    private static Map<String, List<String>> roads(Drill drill, Map<String, MessageStatus> known) {
        var stored = drill.messages().stream()
                .filter(message -> known.containsKey(message.id()))
                .toList();
        var complete = stored.stream().collect(Collectors.groupingBy(Drill.Message::chain, Collectors.counting()));
        var roads = new HashMap<String, List<String>>();
        for (var message : stored) {
            boolean inventory = message.type().equals("CEB621");
            boolean whole = complete.get(message.chain()) == 4;
            roads.put(
                    message.id(), !inventory ? List.of("2", "120") : whole ? List.of("2", "120", "800") : List.of("2"));
        }
        return roads;
    }

    private static int count(Map<String, List<Receipt>> receipts) {
        return receipts.values().stream().mapToInt(List::size).sum();
    }
}
