package io.kouan.platform.customs;

import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Entity;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.sample.SampleChains.Mode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** A parcel whose documents agree, and what becomes of it when one field is written differently. */
record Parcel(Chain chain) {

    private static final SampleChains CHAINS = new SampleChains(93, Instant.parse("2026-11-11T02:00:00Z"));

    static Parcel direct() {
        return of(0, Mode.DIRECT_9610);
    }

    static Parcel bonded() {
        return of(0, Mode.BONDED_1210);
    }

    /** A parcel with at least three lines. */
    static Parcel ofManyLines() {
        return LongStream.range(0, 100)
                .mapToObj(number -> of(number, Mode.BONDED_1210))
                .filter(parcel -> parcel.chain().order().lines().size() > 2)
                .findFirst()
                .orElseThrow();
    }

    static Parcel of(long number, Mode mode) {
        var chain = CHAINS.chain(number, mode);
        return new Parcel(new Chain(chain.order(), chain.payment(), chain.waybill(), chain.inventory()));
    }

    List<Mismatch> mismatches() {
        return Matching.of(chain, MatchRules.STRICT);
    }

    List<CustomsCode> codes() {
        return mismatches().stream()
                .map(mismatch -> (CustomsCode) mismatch.finding().code())
                .toList();
    }

    Parcel order(String field, String value) {
        return order(head -> head.set(field, value));
    }

    Parcel order(UnaryOperator<Entity.Builder> change) {
        return new Parcel(new Chain(head(chain.order(), change), chain.payment(), chain.waybill(), chain.inventory()));
    }

    Parcel payment(String field, String value) {
        var payment = head(chain.payment(), head -> head.set(field, value));
        return new Parcel(new Chain(chain.order(), payment, chain.waybill(), chain.inventory()));
    }

    Parcel waybill(String field, String value) {
        var waybill = head(chain.waybill(), head -> head.set(field, value));
        return new Parcel(new Chain(chain.order(), chain.payment(), waybill, chain.inventory()));
    }

    Parcel inventory(String field, String value) {
        var inventory = head(chain.inventory(), head -> head.set(field, value));
        return new Parcel(new Chain(chain.order(), chain.payment(), chain.waybill(), inventory));
    }

    Parcel orderLine(int index, UnaryOperator<Entity.Builder> change) {
        return orderLines(line(chain.order(), index, change).lines());
    }

    Parcel orderLines(List<Entity> lines) {
        var order = new Document(chain.order().head(), lines);
        return new Parcel(new Chain(order, chain.payment(), chain.waybill(), chain.inventory()));
    }

    Parcel inventoryLine(int index, UnaryOperator<Entity.Builder> change) {
        return inventoryLines(line(chain.inventory(), index, change).lines());
    }

    Parcel inventoryLines(List<Entity> lines) {
        var inventory = new Document(chain.inventory().head(), lines);
        return new Parcel(new Chain(chain.order(), chain.payment(), chain.waybill(), inventory));
    }

    private static Document head(Document document, UnaryOperator<Entity.Builder> change) {
        return new Document(change.apply(document.head().edit()).build(), document.lines());
    }

    private static Document line(Document document, int index, UnaryOperator<Entity.Builder> change) {
        var lines = new ArrayList<>(document.lines());
        lines.set(index, change.apply(lines.get(index).edit()).build());
        return new Document(document.head(), lines);
    }
}
