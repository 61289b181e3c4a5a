package io.kouan.platform.portal;

import io.kouan.ceb.envelope.DxpReply;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.Reading;
import io.kouan.platform.exchange.ReceiptViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A receipt (回执) in the timeline of a message: when it went out, and what it says about each document.
 *
 * @param records what it says, at most {@link #MOST} of them, alike ones together
 */
record ReceiptView(long number, String type, String typeName, String time, List<Entry> records, int hidden) {

    private static final int MOST = 20;
    private static final MessageReader READER = new MessageReader(Limits.STANDARD);

    /**
     * One return record.
     *
     * @param key what ties it to its document, for example the order number
     * @param text returnInfo as it was written
     */
    record Entry(StatusView status, String key, String text, List<CodeView> codes) {}

    static ReceiptView of(ReceiptViews.Written receipt, Language language) {
        var records = records(receipt, language);
        return new ReceiptView(
                receipt.number(),
                receipt.type(),
                TypeView.name(receipt.type(), language),
                Shown.exactTime(receipt.createdAt()),
                records.subList(0, Math.min(MOST, records.size())),
                Math.max(0, records.size() - MOST));
    }

    private static List<Entry> records(ReceiptViews.Written receipt, Language language) {
        if (!(READER.read(receipt.body()) instanceof Reading.Read read)) {
            return networkAnswer(receipt, language);
        }
        var records = new ArrayList<Entry>();
        for (Document document : read.message().documents()) {
            var head = document.head();
            var text = head.find("returnInfo").orElse("");
            head.find("returnStatus").flatMap(ReceiptView::number).ifPresent(status -> {
                var key = document.key(read.message().type().matchKey().stream()
                        .filter(field -> !head.find(field).orElse("").isEmpty())
                        .toList());
                var shown = StatusView.of(status, language);
                records.add(new Entry(shown, key, text, CodeView.in(text, shown, language)));
            });
        }
        return records;
    }

    /** The network's own answer to an envelope or a signature that is wrong: no CEB message. */
    private static List<Entry> networkAnswer(ReceiptViews.Written receipt, Language language) {
        return switch (DxpReply.read(receipt.body())) {
            case DxpReply.Parsed.Malformed _ -> List.of();
            case DxpReply.Parsed.Reply(var reply) ->
                reply.responses().stream()
                        .map(response -> new Entry(
                                new StatusView(-1, response.code(), "bad"),
                                response.original().copMsgId(),
                                response.info().orElse(""),
                                CodeView.ofNetwork(response.code(), language)))
                        .toList();
        };
    }

    private static Optional<Integer> number(String status) {
        return status.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(status)) : Optional.empty();
    }
}
