package io.kouan.ceb.sample.broken;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Entity;
import io.kouan.ceb.message.MessageWriter;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.signature.MessageSigner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A valid message on its way to being broken: values are edited first, then its text, then it is signed, then what was signed may
 * be changed.
 */
record Draft(Material material, String type, SampleEnterprise sender, String guid, List<Document> documents) {

    static Draft of(Material material, SampleChain.Part part, long number) {
        return new Draft(
                material,
                part.type(),
                part.sender(),
                SampleChains.guid(new SplittableRandom(number)),
                List.of(part.document()));
    }

    Document document() {
        return documents.getFirst();
    }

    Draft with(List<Document> others) {
        return new Draft(material, type, sender, guid, others);
    }

    /** With another head of its one document. */
    Draft head(Function<Entity, Entity.Builder> edit) {
        return with(List.of(
                new Document(edit.apply(document().head()).build(), document().lines())));
    }

    /** With another first line. */
    Draft line(Function<Entity, Entity.Builder> edit) {
        var lines = new ArrayList<>(document().lines());
        lines.set(0, edit.apply(lines.getFirst()).build());
        return lines(lines);
    }

    Draft lines(List<Entity> lines) {
        return with(List.of(new Document(document().head(), lines)));
    }

    /** The message before it is signed. */
    String text() {
        return MessageWriter.write(SampleChains.message(type, sender, guid, documents))
                .utf8();
    }

    Bytes signed() {
        return sign(text());
    }

    /** Its text is edited, then signed. */
    Bytes signed(UnaryOperator<String> edit) {
        return sign(edit.apply(text()));
    }

    /** Its text is edited and never signed. */
    Bytes unsigned(UnaryOperator<String> edit) {
        return Bytes.utf8(edit.apply(text()));
    }

    /** It is signed, then edited. */
    Bytes changed(UnaryOperator<String> edit) {
        return Bytes.utf8(edit.apply(signed().utf8()));
    }

    private Bytes sign(String text) {
        return MessageSigner.sign(Bytes.utf8(text), material.signer(sender));
    }

    /** Puts something else in the place of the first such text, which must be there. */
    static UnaryOperator<String> swap(String from, String to) {
        return text -> {
            int at = text.indexOf(from);
            if (at < 0) {
                throw new IllegalStateException("the sample holds no " + from);
            }
            return text.substring(0, at) + to + text.substring(at + from.length());
        };
    }

    /** Puts something else between the tags of the first such element. */
    static UnaryOperator<String> fill(String element, String content) {
        return text -> {
            int from = text.indexOf('>', text.indexOf("<" + element)) + 1;
            return text.substring(0, from) + content + text.substring(text.indexOf("</" + element, from));
        };
    }

    /** Takes away the first such element with all that is in it. */
    static UnaryOperator<String> remove(String element) {
        return text -> swap(whole(element, text), "").apply(text);
    }

    /** The first such element with its tags. */
    static String whole(String element, String text) {
        var close = "</" + element + ">";
        return text.substring(text.indexOf("<" + element), text.indexOf(close) + close.length());
    }

    /** The amount in a field, with this added. */
    static String plus(Entity entity, String field, String amount) {
        return new BigDecimal(entity.text(field)).add(new BigDecimal(amount)).toPlainString();
    }
}
