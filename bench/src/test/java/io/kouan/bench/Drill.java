package io.kouan.bench;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.signature.MessageSigner;
import io.kouan.client.credentials.SandboxKeys;
import io.kouan.client.exchange.Ack;
import io.kouan.client.exchange.Answer;
import io.kouan.client.exchange.Exchange;
import io.kouan.client.exchange.MessageStatus;
import io.kouan.client.exchange.Receipt;
import io.kouan.client.files.Workers;
import io.kouan.client.local.Sandbox;
import io.kouan.client.sample.SampleMessage;
import io.kouan.client.send.Delivery;
import io.kouan.client.terminal.Waiting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;

/** The load of the kill drill: senders that keep at it, a few that give up, and a book of who was told what. */
final class Drill implements AutoCloseable {

    private static final int SENDERS = 12;
    private static final int RECKLESS_EVERY = 7;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int PAGE = 1000;

    private final List<Message> messages;
    private final Map<String, Exchange> channels = new HashMap<>();
    private final Map<String, Ack> acks = new ConcurrentHashMap<>();
    private final Semaphore allowed = new Semaphore(0);

    /**
     * A signed message.
     *
     * @param reckless sent once; whoever sends it does not ask again when no answer comes
     */
    record Message(long chain, String type, String id, String sender, Bytes bytes, boolean reckless) {}

    Drill(BenchServer server, int chains, long seed) {
        var keys = new SandboxKeys(server.home());
        var now = InstantSource.system().instant();
        var source = new SampleChains(seed, now);
        var all = new ArrayList<Message>();
        LongStream.rangeClosed(1, chains).forEach(number -> {
            for (var part : SampleMessage.of(source.chain(number, SampleChains.Mode.BONDED_1210))) {
                var sender = part.sender().customsCode();
                var bytes = MessageSigner.sign(part.unsigned(), keys.of(sender));
                all.add(new Message(number, part.type(), part.id(), sender, bytes, all.size() % RECKLESS_EVERY == 0));
            }
        });
        Collections.shuffle(all, new Random(seed));
        messages = List.copyOf(all);
        Sandbox sandbox = server.sandbox();
        for (var message : messages) {
            channels.computeIfAbsent(
                    message.sender(),
                    code -> new Exchange(new Exchange.Channel(
                            server.url(), sandbox.enterprise(code).orElseThrow().apiKey())));
        }
    }

    List<Message> messages() {
        return messages;
    }

    int acknowledged() {
        return acks.size();
    }

    Optional<Ack> ack(Message message) {
        return Optional.ofNullable(acks.get(message.id()));
    }

    /** Lets the senders go on with so many more: however fast the port is, something is left for the next kill. */
    void allow(int more) {
        allowed.release(more);
    }

    /** Sends everything as far as it is allowed; ends when every sender has its ack or has given up. */
    void send() {
        Workers.each(messages, SENDERS, message -> {
            allowed.acquireUninterruptibly();
            var exchange = channels.get(message.sender());
            var answer = message.reckless()
                    ? exchange.send(message.bytes())
                    : new Delivery(exchange::send, InstantSource.system(), Waiting.real(), PATIENCE)
                            .deliver(message.bytes());
            switch (answer) {
                case Answer.Accepted(var ack) -> acks.put(message.id(), ack);
                case Answer.Refused(var problem) -> throw new AssertionError(message + ": " + problem.sentence());
                case Answer.Later(var after, var reason) -> {
                    if (!message.reckless()) {
                        throw new AssertionError(message.id() + " was not delivered: " + reason);
                    }
                }
            }
            return true;
        });
    }

    Optional<MessageStatus> find(Message message) {
        return channels.get(message.sender()).find(message.id());
    }

    /** All receipts of all senders, by the message that they answer, in the order of their numbers. */
    Map<String, List<Receipt>> receipts() {
        var byMessage = new HashMap<String, List<Receipt>>();
        for (var exchange : channels.values()) {
            long after = 0;
            for (boolean more = true; more; ) {
                var page = exchange.receipts(OptionalLong.of(after), Duration.ZERO, PAGE);
                for (var receipt : page.receipts()) {
                    byMessage
                            .computeIfAbsent(receipt.messageId().orElseThrow(), id -> new ArrayList<>())
                            .add(receipt);
                }
                more = !page.receipts().isEmpty();
                after = page.next();
            }
        }
        return byMessage;
    }

    @Override
    public void close() {
        channels.values().forEach(Exchange::close);
    }
}
