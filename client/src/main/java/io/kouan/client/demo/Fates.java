package io.kouan.client.demo;

import io.kouan.client.exchange.Receipt;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps book of what becomes of the messages. */
final class Fates {

    private final List<DemoMessage> messages;
    private final Set<String> ids;
    private final Map<String, Fate> fates = new HashMap<>();

    Fates(List<DemoMessage> messages) {
        this.messages = messages;
        this.ids = messages.stream().map(DemoMessage::id).collect(Collectors.toUnmodifiableSet());
    }

    synchronized void refused(DemoMessage message) {
        fates.put(message.id(), Fate.REFUSED);
    }

    /** Receipts come in order, so the newest one says how it stands. */
    synchronized void note(Receipt receipt) {
        var id = receipt.messageId().filter(ids::contains);
        if (id.isEmpty() || fates.get(id.get()) == Fate.REFUSED) {
            return;
        }
        var statuses = receipt.statuses().orElse("");
        Arrays.stream(statuses.split("[ ,;]"))
                .filter(status -> !status.isEmpty())
                .forEach(status -> fates.put(id.get(), Fate.of(status)));
    }

    synchronized Fate of(DemoMessage message) {
        return fates.getOrDefault(message.id(), Fate.UNKNOWN);
    }

    /** Whether every message has become what it should. */
    synchronized boolean isSettled() {
        return unsettled().isEmpty();
    }

    synchronized List<DemoMessage> unsettled() {
        return messages.stream().filter(one -> of(one) != one.expected()).toList();
    }

    /** How many messages of this type have this fate; a message sent twice counts once. */
    synchronized long count(String type, Fate fate) {
        return messages.stream()
                .filter(one -> one.type().equals(type))
                .filter(one -> of(one) == fate)
                .map(DemoMessage::id)
                .distinct()
                .count();
    }
}
