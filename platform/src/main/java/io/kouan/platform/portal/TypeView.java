package io.kouan.platform.portal;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.catalogue.MessageType.Direction;
import io.kouan.ceb.catalogue.MessageType.Flow;
import io.kouan.ceb.catalogue.Remarks;
import io.kouan.ceb.finding.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A message type as the reference shows it, in one language. */
record TypeView(
        String id,
        String name,
        String root,
        Flow flow,
        Direction direction,
        String sender,
        String receiver,
        String receipt,
        String answers,
        String uniqueKey,
        String matchKey,
        String documents,
        String lines,
        MessageType.SignaturePlace signature,
        String section,
        List<String> rules) {

    static TypeView of(MessageType type, Language language) {
        boolean zh = language == Language.ZH;
        return new TypeView(
                type.id(),
                zh ? type.nameZh() : type.nameEn(),
                type.root(),
                type.flow(),
                type.direction(),
                zh ? type.senderZh() : type.senderEn(),
                type.receiver(),
                type.receipt().orElse(""),
                type.answers().orElse(""),
                String.join(" + ", type.uniqueKey()),
                String.join(" + ", type.matchKey()),
                "1" + upTo(type.body().max()),
                type.body().line().isEmpty()
                        ? ""
                        : type.body().minLines() + upTo(type.body().maxLines()),
                type.signature(),
                type.spec(),
                zh ? type.rules().stream().map(Remarks.chinese()::of).toList() : type.rules());
    }

    /** Declarations of import, of export, then receipts and notices. */
    static Map<String, List<TypeView>> groups(Catalogue catalogue, Language language) {
        var groups = new LinkedHashMap<String, List<TypeView>>();
        for (var type : catalogue.types()) {
            var group = type.isDeclaration()
                    ? "declare." + (type.flow() == Flow.EXPORT ? "export" : "import")
                    : type.direction() == Direction.RECEIPT ? "receipt" : "notice";
            groups.computeIfAbsent(group, name -> new ArrayList<>()).add(of(type, language));
        }
        return groups;
    }

    /** Name of a type that may be unknown: {@code Unknown} stands for itself. */
    static String name(@Nullable String id, Language language) {
        return Catalogue.standard()
                .find(id == null ? "" : id)
                .map(type -> language == Language.ZH ? type.nameZh() : type.nameEn())
                .orElse("");
    }

    private static String upTo(OptionalInt most) {
        return most.isEmpty() ? "…" : most.getAsInt() == 1 ? "" : "…" + most.getAsInt();
    }
}
