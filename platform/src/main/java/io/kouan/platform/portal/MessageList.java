package io.kouan.platform.portal;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.EnterpriseNames;
import io.kouan.platform.accounts.Scope;
import io.kouan.platform.declaration.DocumentViews;
import io.kouan.platform.exchange.MessageFilter;
import io.kouan.platform.exchange.MessageSlice;
import io.kouan.platform.exchange.MessageSummary;
import io.kouan.platform.exchange.MessageViews;
import io.kouan.platform.transmission.DxpIds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Puts the list of messages together: from the journal, or from the documents where a state or an order is asked for. */
@Component
class MessageList {

    private static final int PAGE = 50;

    private final MessageViews messages;
    private final DocumentViews documents;
    private final EnterpriseNames enterprises;
    private final DxpIds dxpIds;

    MessageList(MessageViews messages, DocumentViews documents, EnterpriseNames enterprises, DxpIds dxpIds) {
        this.messages = messages;
        this.documents = documents;
        this.enterprises = enterprises;
        this.dxpIds = dxpIds;
    }

    /** A page of the list: its rows and where the neighbouring pages begin. */
    record Page(List<MessageRow> rows, OptionalLong newer, OptionalLong older, OptionalLong searchedTo) {}

    Page page(Scope scope, MessageListQuery query, Language language) {
        if (query.isSearch()) {
            return page(new MessageSlice(found(scope, query), false, OptionalLong.empty()), query, false, language);
        }
        if (query.status().isPresent() && query.after() != null) {
            var slice = inStateAfter(scope, query, query.after());
            if (!slice.messages().isEmpty()) {
                return back(slice, language);
            }
        }
        if (query.status().isPresent()) {
            return page(inState(scope, query), query, query.before() != null, language);
        }
        if (query.after() != null) {
            var slice = messages.newer(scope, query.filter(), query.after(), PAGE);
            if (!slice.messages().isEmpty()) {
                return back(slice, language);
            }
        }
        long below = query.before() == null ? Long.MAX_VALUE : query.before();
        return page(messages.older(scope, query.filter(), below, PAGE), query, query.before() != null, language);
    }

    /** The newest messages, without filter. */
    List<MessageRow> newest(Scope scope, int most, Language language) {
        return rows(
                messages.older(scope, MessageFilter.NONE, Long.MAX_VALUE, most).messages(), language);
    }

    private List<MessageSummary> found(Scope scope, MessageListQuery query) {
        var positions = new LinkedHashSet<>(messages.positionsOf(scope, dxpIds.in(scope), query.text()));
        positions.addAll(documents.positionsOfOrder(scope, query.text()));
        return messages.at(scope, query.filter(), positions);
    }

    private MessageSlice inState(Scope scope, MessageListQuery query) {
        int status = query.status().orElseThrow();
        var range = messages.range(query.filter(), query.before() == null ? Long.MAX_VALUE : query.before());
        var found = documents.positionsInState(
                scope, query.filter().messageType(), status, range.from(), range.under(), PAGE + 1);
        boolean full = found.positions().size() > PAGE;
        var shown = full ? found.positions().subList(0, PAGE) : found.positions();
        var rows = messages.at(scope, query.filter(), shown);
        // where the period or the verdict leaves rows out, the next page begins behind the last one looked at
        var searchedTo = full && rows.size() < shown.size() ? OptionalLong.of(shown.getLast()) : found.searchedTo();
        return new MessageSlice(rows, full || searchedTo.isPresent(), searchedTo);
    }

    /** The way back: the oldest messages above a position that hold such a document, newest first all the same. */
    private MessageSlice inStateAfter(Scope scope, MessageListQuery query, long above) {
        var range = messages.range(query.filter(), Long.MAX_VALUE);
        var found = documents.positionsInStateFrom(
                scope,
                query.filter().messageType(),
                query.status().orElseThrow(),
                Math.max(range.from(), above + 1),
                range.under(),
                PAGE + 1);
        boolean full = found.positions().size() > PAGE;
        var shown = full ? found.positions().subList(0, PAGE) : found.positions();
        return new MessageSlice(
                messages.at(scope, query.filter(), shown),
                full || found.searchedTo().isPresent(),
                OptionalLong.empty());
    }

    private Page page(MessageSlice slice, MessageListQuery query, boolean hasNewer, Language language) {
        var rows = rows(slice.messages(), language);
        var newer = hasNewer && query.before() != null
                ? OptionalLong.of(
                        rows.isEmpty() ? query.before() - 1 : rows.getFirst().position())
                : OptionalLong.empty();
        var older = !slice.more()
                ? OptionalLong.empty()
                : slice.searchedTo().isPresent() ? slice.searchedTo() : lastOf(rows);
        return new Page(rows, newer, older, slice.searchedTo());
    }

    private Page back(MessageSlice slice, Language language) {
        var rows = rows(slice.messages(), language);
        return new Page(
                rows,
                slice.more() ? OptionalLong.of(rows.getFirst().position()) : OptionalLong.empty(),
                lastOf(rows),
                OptionalLong.empty());
    }

    private static OptionalLong lastOf(List<MessageRow> rows) {
        return rows.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(rows.getLast().position());
    }

    private List<MessageRow> rows(List<MessageSummary> found, Language language) {
        var states = found.isEmpty()
                ? Map.<Long, List<DocumentViews.StateCount>>of()
                : documents.states(found.stream().map(MessageSummary::position).toList());
        var names = enterprises.named(
                found.stream().map(MessageSummary::enterpriseId).distinct().toList());
        var rows = new ArrayList<MessageRow>();
        found.forEach(message -> rows.add(MessageRow.of(message, states, names, language)));
        return rows;
    }
}
