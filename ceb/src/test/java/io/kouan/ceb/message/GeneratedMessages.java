package io.kouan.ceb.message;

import io.kouan.ceb.catalogue.EntityType;
import io.kouan.ceb.catalogue.FieldType;
import io.kouan.ceb.catalogue.MessageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/** Messages that the schema accepts and nobody would send: every type, every facet, awkward characters. */
public final class GeneratedMessages {

    private static final int[] AWKWARD = {
        '&', '<', '>', '"', '\'', '\r', '\n', '\t', ' ', ']', '珠', 0x1F6A2, 0x2028, 0xFFFD, 'é'
    };

    private final SplittableRandom random;

    public GeneratedMessages(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public CebMessage message(MessageType type) {
        var documents = list(1, Math.min(type.body().max().orElse(3), 3), () -> document(type));
        return new CebMessage(
                type,
                new UUID(random.nextLong(), random.nextLong()).toString().toUpperCase(java.util.Locale.ROOT),
                "1.0",
                documents,
                type.transfer().map(this::entity),
                type.subscription().map(t -> list(0, 2, () -> entity(t))).orElse(List.of()),
                type.extension().filter(t -> random.nextInt(4) == 0).map(t -> extension()));
    }

    private Extension extension() {
        return new Extension(
                text(0, 30, false), text(0, 30, false), "<x:any xmlns:x=\"urn:x\" a=\"1\">&amp; 中</x:any>");
    }

    private Document document(MessageType type) {
        var body = type.body();
        return new Document(
                entity(body.head()),
                body.line()
                        .map(line -> list(body.minLines(), Math.max(body.minLines(), 3), () -> entity(line)))
                        .orElse(List.of()));
    }

    private <T> List<T> list(int min, int max, java.util.function.Supplier<T> one) {
        int size = min + random.nextInt(max - min + 1);
        return new ArrayList<>(IntStream.range(0, size).mapToObj(i -> one.get()).toList());
    }

    private Entity entity(EntityType type) {
        var builder = Entity.of(type);
        for (FieldType field : type.fields()) {
            if (field.schemaMin() == 1 || random.nextBoolean()) {
                builder.set(field.name(), value(field));
            }
        }
        return builder.build();
    }

    private String value(FieldType field) {
        boolean emptyAllowed = field.fixed().isPresent() || field.fallback().isPresent();
        if (emptyAllowed && random.nextInt(4) == 0) {
            return "";
        }
        return switch (field.kind()) {
            case INT -> String.valueOf(random.nextInt(-9999, 9999));
            case DECIMAL -> decimal();
            case STRING ->
                field.fixed()
                        .orElseGet(() -> text(
                                field.minLength(),
                                Optional.of(field.maxLength().orElse(40))
                                        .map(max -> Math.min(max, 60))
                                        .orElseThrow(),
                                field.collapse()));
            case ANY -> throw new IllegalArgumentException(field.name());
        };
    }

    private String decimal() {
        return switch (random.nextInt(4)) {
            case 0 -> "0";
            case 1 -> random.nextInt(100000) + ".50";
            case 2 -> "-" + random.nextInt(1000) + ".12345";
            default -> "99999999999999.99999";
        };
    }

    private String text(int min, int max, boolean plain) {
        int length = Math.max(min, random.nextInt(max + 1));
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    plain || random.nextInt(3) > 0
                            ? 'A' + random.nextInt(26)
                            : AWKWARD[random.nextInt(AWKWARD.length)]);
        }
        return text.toString();
    }
}
