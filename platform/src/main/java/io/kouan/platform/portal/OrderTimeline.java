package io.kouan.platform.portal;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.Reading;
import io.kouan.platform.declaration.OrderDocument;
import io.kouan.platform.exchange.ReceiptViews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What happened to the documents of an order, in the order of time: received, and each receipt that speaks of them. */
@Component
class OrderTimeline {

    private static final MessageReader READER = new MessageReader(Limits.STANDARD);

    private final ReceiptViews receipts;

    OrderTimeline(ReceiptViews receipts) {
        this.receipts = receipts;
    }

    /**
     * Something that happened.
     *
     * @param received true for the arrival of the document, false for a receipt
     */
    record Event(
            Instant at, String time, String type, String typeName, boolean received, StatusView status, String text) {}

    List<Event> of(List<OrderDocument> documents, Viewer viewer, Language language) {
        var events = new ArrayList<Event>();
        for (OrderDocument document : documents) {
            var type = document.summary().messageType();
            events.add(event(document.receivedAt(), type, true, StatusView.of(0, language), "", language));
            if (viewer.seesAll() || viewer.owns(document.summary().enterpriseId())) {
                receipts(document, language, events);
            }
        }
        events.sort(Comparator.comparing(Event::at));
        return events;
    }

    private void receipts(OrderDocument document, Language language, List<Event> events) {
        for (ReceiptViews.Written receipt :
                receipts.answering(document.summary().position())) {
            if (READER.read(receipt.body()) instanceof Reading.Read read) {
                var keys = read.message().type().matchKey();
                read.message().documents().stream()
                        .filter(answer -> speaksOf(answer, document.document(), keys))
                        .forEach(answer -> events.add(event(
                                receipt.createdAt(),
                                document.summary().messageType(),
                                false,
                                StatusView.of(status(answer), language),
                                answer.head().find("returnInfo").orElse(""),
                                language)));
            }
        }
    }

    /** Receipts name their document by its business key; what a receipt only gives out, a number, is not compared. */
    private static boolean speaksOf(Document answer, Document document, List<String> keys) {
        return keys.stream().allMatch(key -> {
            var written = document.head().find(key).orElse("");
            return written.isEmpty() || written.equals(answer.head().find(key).orElse(""));
        });
    }

    private static int status(Document answer) {
        var status = answer.head().find("returnStatus").orElse("");
        return status.matches("-?\\d{1,9}") ? Integer.parseInt(status) : 0;
    }

    private static Event event(
            Instant at, String type, boolean received, StatusView status, String text, Language language) {
        return new Event(at, Shown.exactTime(at), type, TypeView.name(type, language), received, status, text);
    }
}
