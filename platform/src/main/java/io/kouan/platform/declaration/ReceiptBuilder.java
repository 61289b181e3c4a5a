package io.kouan.platform.declaration;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.catalogue.FieldType;
import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.CebMessage;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Entity;
import io.kouan.ceb.message.MessageWriter;
import io.kouan.platform.customs.Status;
import io.kouan.platform.exchange.OutgoingReceipt;
import io.kouan.platform.port.PortTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Builds receipts (回执) of every type from the catalogue: what a receipt's field is called, the declaration's field of the same
 * name fills. One receipt message per source message and status, with at most a hundred records.
 */
final class ReceiptBuilder {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT).withZone(PortTime.ZONE);
    private static final int MOST_RECORDS = 100;

    private final Instant now;
    private final Map<Batch, List<Document>> batches = new LinkedHashMap<>();
    private final Map<Batch, Long> enterprises = new LinkedHashMap<>();

    ReceiptBuilder(Instant now) {
        this.now = now;
    }

    private record Batch(long source, String dxpId, MessageType type, int status) {}

    /** Adds one record. */
    void add(Note note) {
        var held = note.held();
        held.type().receipt().ifPresent(receipt -> {
            var type = Catalogue.standard().type(receipt);
            var batch = new Batch(held.position(), held.dxpId(), type, note.status());
            batches.computeIfAbsent(batch, key -> new ArrayList<>()).add(new Document(record(type, note), List.of()));
            enterprises.put(batch, held.enterpriseId());
        });
    }

    /** All receipts, in the order in which their first records were added. */
    List<OutgoingReceipt> build() {
        var receipts = new ArrayList<OutgoingReceipt>();
        batches.forEach((batch, documents) -> {
            for (int from = 0; from < documents.size(); from += MOST_RECORDS) {
                var part = documents.subList(from, Math.min(documents.size(), from + MOST_RECORDS));
                receipts.add(receipt(batch, part, from));
            }
        });
        return receipts;
    }

    private OutgoingReceipt receipt(Batch batch, List<Document> documents, int from) {
        var guid = uuid(batch.source() + "/" + batch.status() + "/" + from + "/"
                        + documents.getFirst().head().text("guid"))
                .toUpperCase(Locale.ROOT);
        var message =
                new CebMessage(batch.type(), guid, "1.0", documents, Optional.empty(), List.of(), Optional.empty());
        return new OutgoingReceipt(
                batch.dxpId(),
                enterprises.getOrDefault(batch, 0L),
                batch.source(),
                batch.type().id(),
                String.valueOf(batch.status()),
                documents.size(),
                now,
                MessageWriter.write(message));
    }

    private Entity record(MessageType type, Note note) {
        var held = note.held();
        var declared = held.document().head();
        var record = Entity.of(type.body().head());
        for (FieldType field : type.body().head().fields()) {
            value(field, held, note, declared).ifPresent(value -> record.set(field.name(), value));
        }
        return record.build();
    }

    private Optional<String> value(FieldType field, Held held, Note note, Entity declared) {
        return switch (field.name()) {
            // at status 2 the record repeats the declared guid, later it has one of its own (receipts.md, section 1)
            case "guid" ->
                Optional.of(
                        note.status() == Status.DECLARING.code() && held.guid().length() == 36
                                ? held.guid()
                                : uuid(held.id() + "/" + note.status()));
            case "preNo" -> Optional.of(held.preNo());
            case "invtNo" -> invtNo(field, held, declared);
            case "returnStatus" -> Optional.of(String.valueOf(note.status()));
            case "returnTime" -> Optional.of(MILLISECONDS.format(now.plusMillis(order(note.status()))));
            case "returnInfo" -> Optional.of(note.info());
            case "copNo" -> Optional.of(copNo(declared, held));
            default ->
                declared.find(field.name())
                        .filter(value -> !value.isEmpty() || field.minLength() == 0)
                        .or(() -> field.schemaMin() == 1 ? Optional.of("") : Optional.empty());
        };
    }

    private static Optional<String> invtNo(FieldType field, Held held, Entity declared) {
        var number = held.invtNo().isEmpty() ? declared.find("invtNo").orElse("") : held.invtNo();
        if (!number.isEmpty()) {
            return Optional.of(number);
        }
        return field.schemaMin() == 1 ? Optional.of("") : Optional.empty();
    }

    /** Optional when declared, mandatory in the receipt: without one the guid stands in, cut to the field's length. */
    private static String copNo(Entity declared, Held held) {
        return declared.find("copNo")
                .filter(value -> !value.isEmpty())
                .orElseGet(() -> held.guid().replace("-", "").substring(0, 20));
    }

    /** Statuses decided at the same instant are told a millisecond apart, in their order. */
    private static int order(int status) {
        return status == Status.TAKEN_IN.code() ? 1 : status > Status.TAKEN_IN.code() ? 2 : 0;
    }

    private static String uuid(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The answer to a message that could not be read or breaks the schema (CEB900, R-010). */
    static Bytes formatError(String messageId, String messageType, String detail, String original, Instant now) {
        var type = Catalogue.standard().type("CEB900");
        var head = Entity.of(type.body().head())
                .set("guid", uuid("900/" + messageId + now))
                .set("returnStatus", "-999999")
                .set("returnInfo", cut(detail, 5000))
                .set("returnTime", MILLISECONDS.format(now))
                .set("oriCopMsgId", cut(messageId, 255))
                .set("oriMessageType", messageType.isEmpty() ? "Unknown" : messageType)
                .set("oriBizMessage", original)
                .build();
        return MessageWriter.write(new CebMessage(
                type,
                uuid("message900/" + messageId + now).toUpperCase(Locale.ROOT),
                "1.0",
                List.of(new Document(head, List.of())),
                Optional.empty(),
                List.of(),
                Optional.empty()));
    }

    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.codePoints().limit(length).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
