package io.kouan.ceb.message;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.catalogue.EntityType;
import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.catalogue.MessageType.Body;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.message.Sequence.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One pass over one message: everything that is known about it afterwards was seen here, once. */
final class MessagePass {

    private static final String SIGNATURE = "Signature";
    private static final int LONGEST_GUID = 100;
    private static final Map<MessageType, List<Slot>> ROOT_SLOTS = new ConcurrentHashMap<>();

    private final Cursor cursor;
    private final Collected collected;
    private final EntityPass entities;
    private final List<Document> documents = new ArrayList<>();
    private final List<Entity> subscriptions = new ArrayList<>();
    private Optional<Entity> transfer = Optional.empty();
    private Optional<Extension> extension = Optional.empty();
    private Optional<SignatureElement> signature = Optional.empty();
    private int signaturePlace = -1;
    private String root = "";
    private String guid = "";

    MessagePass(Cursor cursor, Collected collected) {
        this.cursor = cursor;
        this.collected = collected;
        this.entities = new EntityPass(cursor, collected);
    }

    Reading read() {
        try {
            return message();
        } catch (Unacceptable e) {
            var findings = new ArrayList<Finding>();
            findings.add(e.finding());
            findings.addAll(collected.findings());
            return new Reading.Unreadable(findings, root, guid);
        }
    }

    private Reading message() {
        cursor.nextIsStart();
        root = cursor.local();
        guid = Collected.cut(cursor.attribute("guid").orElse(""), LONGEST_GUID);
        var type = Catalogue.standard()
                .findByRoot(root)
                .orElseThrow(() -> cursor.refusal(ReadingCode.UNKNOWN_MESSAGE_TYPE, Map.of("root", root)));
        if (!cursor.uri().equals(Catalogue.CEB_NAMESPACE)) {
            throw cursor.refusal(
                    ReadingCode.WRONG_ROOT_NAMESPACE,
                    Map.of("namespace", cursor.uri(), "expected", Catalogue.CEB_NAMESPACE));
        }
        var path = "/" + root;
        var attributes = entities.attributes(path);
        children(type, path);
        cursor.finish();
        var message = new CebMessage(
                type,
                attributes.getOrDefault("guid", ""),
                attributes.getOrDefault("version", ""),
                documents,
                transfer,
                subscriptions,
                extension);
        return new Reading.Read(message, collected.findings(), cursor.canonical(), signature, signaturePlace);
    }

    private void children(MessageType type, String path) {
        var slots = ROOT_SLOTS.computeIfAbsent(type, MessagePass::slots);
        var sequence = new Sequence(slots, path, collected);
        int furthest = 0;
        while (cursor.nextIsStart()) {
            entities.noText(path);
            int slot = sequence.accept(cursor);
            if (slot == Sequence.NONE) {
                cursor.skip();
                continue;
            }
            child(type, slots.get(slot).name(), path, sequence.count(slot));
            if (slot < furthest && isSignatureBetween(slots, slot, furthest)) {
                objectToSignature(SignatureShape.MISPLACED_SIGNATURE, path);
            }
            furthest = Math.max(furthest, slot);
        }
        if (signaturePlace < 0) {
            signaturePlace = cursor.offset();
        }
        entities.noText(path);
        sequence.end(cursor);
    }

    /** Whether a step back in the sequence moves the signature, or moves something across it. */
    private boolean isSignatureBetween(List<Slot> slots, int back, int furthest) {
        return signature.isPresent()
                && slots.subList(back, furthest + 1).stream()
                        .anyMatch(slot -> slot.name().equals(SIGNATURE));
    }

    private void objectToSignature(SignatureShape code, String path) {
        var objection = new Finding(code, cursor.here(path + "/" + SIGNATURE), Map.of("part", SIGNATURE));
        signature = signature.map(element -> element.objecting(objection));
    }

    private void child(MessageType type, String name, String path, int number) {
        switch (name) {
            case "BaseTransfer" ->
                transfer = Optional.of(entities.read(type.transfer().orElseThrow(), path + "/" + name));
            case "BaseSubscribe" ->
                subscriptions.add(
                        entities.read(type.subscription().orElseThrow(), path + "/" + name + "[" + number + "]"));
            case "ExtendMessage" -> {
                if (type.signature() == MessageType.SignaturePlace.BEFORE_EXTENSION) {
                    signaturePlace = cursor.offset();
                }
                extension = Optional.of(new ExtensionPass(cursor, collected, entities)
                        .read(type.extension().orElseThrow(), path + "/" + name));
            }
            case SIGNATURE -> signature(path);
            default -> documents.add(document(type.body(), path + "/" + name + "[" + number + "]"));
        }
    }

    private void signature(String path) {
        if (signature.isPresent()) {
            cursor.skip();
            objectToSignature(SignatureShape.SECOND_SIGNATURE, path);
        } else {
            signature = Optional.of(new SignaturePass(cursor).read(path + "/" + SIGNATURE));
        }
    }

    private Document document(Body body, String path) {
        if (!body.grouped()) {
            return new Document(entities.read(body.head(), path), List.of());
        }
        entities.noAttributes(path);
        var sequence = new Sequence(slots(body), path, collected);
        var head = Optional.<Entity>empty();
        var lines = new ArrayList<Entity>();
        int offset = cursor.offset();
        while (cursor.nextIsStart()) {
            entities.noText(path);
            int slot = sequence.accept(cursor);
            if (slot == Sequence.NONE) {
                cursor.skip();
            } else if (slot == 0) {
                head = Optional.of(
                        entities.read(body.head(), path + "/" + body.head().name()));
            } else {
                var line = body.line().orElseThrow();
                lines.add(entities.read(line, path + "/" + line.name() + "[" + sequence.count(slot) + "]"));
            }
        }
        entities.noText(path);
        sequence.end(cursor);
        return new Document(head.orElseGet(() -> nothing(body.head(), offset, path)), lines);
    }

    /** Stands for a head that is missing; the sequence has reported it. */
    private Entity nothing(EntityType type, int offset, String path) {
        int size = type.fields().size();
        return new Entity(type, new String[size], new int[size], offset, cursor.positions(), path + "/" + type.name());
    }

    private static List<Slot> slots(Body body) {
        var slots = new ArrayList<Slot>();
        slots.add(Slot.ceb(body.head().name(), 1, 1));
        body.line()
                .ifPresent(line -> slots.add(
                        Slot.ceb(line.name(), body.minLines(), body.maxLines().orElse(Integer.MAX_VALUE - 1))));
        return slots;
    }

    private static List<Slot> slots(MessageType type) {
        var slots = new ArrayList<Slot>();
        slots.add(Slot.ceb(type.body().element(), 1, type.body().max().orElse(Integer.MAX_VALUE - 1)));
        type.transfer().ifPresent(transfer -> slots.add(Slot.ceb(transfer.name(), 1, 1)));
        type.subscription().ifPresent(subscription -> slots.add(Slot.ceb(subscription.name(), 0, 5)));
        var extend = type.extension().map(extension -> Slot.ceb(extension.name(), 0, 1));
        switch (type.signature()) {
            case NONE -> extend.ifPresent(slots::add);
            case LAST_REQUIRED, LAST_OPTIONAL -> {
                extend.ifPresent(slots::add);
                slots.add(sign(type.signature() == MessageType.SignaturePlace.LAST_REQUIRED ? 1 : 0));
            }
            case BEFORE_EXTENSION -> {
                slots.add(sign(0));
                extend.ifPresent(slots::add);
            }
        }
        return slots;
    }

    private static Slot sign(int min) {
        return new Slot(SIGNATURE, Catalogue.DS_NAMESPACE, min, 1);
    }
}
