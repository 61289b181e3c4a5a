package io.kouan.platform.portal;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.EnterpriseNames;
import io.kouan.platform.declaration.DocumentViews;
import io.kouan.platform.exchange.MessageSummary;
import java.util.List;
import java.util.Map;

/** A line in the list of messages. */
record MessageRow(
        long position,
        String messageId,
        String type,
        String typeName,
        String enterprise,
        int documents,
        boolean accepted,
        List<StateShare> states,
        String time,
        String size) {

    /** A state and how many of the message's documents are in it. */
    record StateShare(StatusView state, long documents) {}

    static MessageRow of(
            MessageSummary message,
            Map<Long, List<DocumentViews.StateCount>> states,
            Map<Long, EnterpriseNames.Name> names,
            Language language) {
        var name = names.get(message.enterpriseId());
        return new MessageRow(
                message.position(),
                message.messageId(),
                message.messageType(),
                TypeView.name(message.messageType(), language),
                name == null ? "" : language == Language.ZH ? name.zh() : name.en(),
                message.documents(),
                message.accepted(),
                states.getOrDefault(message.position(), List.of()).stream()
                        .map(count -> new StateShare(StatusView.of(count.status(), language), count.documents()))
                        .toList(),
                Shown.time(message.receivedAt()),
                Shown.size(message.size()));
    }
}
