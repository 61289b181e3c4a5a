package io.kouan.platform.portal;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.declaration.DocumentSummary;
import java.util.List;

/** A document in the list of a message's documents. */
record DocumentRow(
        int number,
        String type,
        String typeName,
        String guid,
        String key,
        String orderNo,
        StatusView status,
        List<String> missing,
        String text,
        String time) {

    static DocumentRow of(DocumentSummary document, Language language) {
        return new DocumentRow(
                document.index() + 1,
                document.messageType(),
                TypeView.name(document.messageType(), language),
                document.guid(),
                document.key(),
                document.orderNo(),
                StatusView.of(document.status(), language),
                document.waitingFor().isEmpty()
                        ? List.of()
                        : List.of(document.waitingFor().split(" ", -1)).stream()
                                .map(type -> TypeView.name(type, language))
                                .toList(),
                document.returnInfo(),
                Shown.time(document.updatedAt()));
    }
}
