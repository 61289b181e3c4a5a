package io.kouan.platform.portal;

import io.kouan.platform.accounts.Requires;
import io.kouan.platform.customs.MatchRules;
import io.kouan.platform.declaration.DocumentViews;
import io.kouan.platform.declaration.OrderDocument;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * An inventory with its three documents (清单与三单): side by side, what differs marked, what is missing named, what happened when.
 *
 * <p>An enterprise sees the page when one of the documents is its own or names it; the others' contents stay hidden.
 */
@Controller
@Requires(function = "messages")
class OrderPage {

    private static final int MOST = 40;

    private final DocumentViews documents;
    private final OrderTimeline timeline;
    private final MatchRules rules;

    OrderPage(DocumentViews documents, OrderTimeline timeline, MatchRules rules) {
        this.rules = rules;
        this.documents = documents;
        this.timeline = timeline;
    }

    @GetMapping("/orders/{orderNo}")
    String show(Viewer viewer, @PathVariable String orderNo, Model page) {
        var language = PageFrame.language();
        var visible = documents.ofOrder(orderNo, MOST);
        if (visible.stream().noneMatch(document -> isVisible(document, viewer))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var chosen = newest(visible);
        var inventory = chosen.get(OrderFields.INVENTORY);
        page.addAttribute("orderNo", orderNo);
        page.addAttribute("order", OrderView.of(chosen, rules, document -> isOwn(document, viewer), viewer, language));
        page.addAttribute(
                "waiting",
                inventory == null || inventory.summary().waitingFor().isEmpty() || !isVisible(inventory, viewer)
                        ? List.of()
                        : Arrays.stream(inventory.summary().waitingFor().split(" ", -1))
                                .map(type -> TypeView.name(type, language))
                                .toList());
        page.addAttribute(
                "events",
                timeline.of(visible.stream().filter(it -> isVisible(it, viewer)).toList(), viewer, language));
        return "order";
    }

    /** One document per type: the newest that counts, else the newest. */
    private static Map<String, OrderDocument> newest(List<OrderDocument> newestFirst) {
        var chosen = new HashMap<String, OrderDocument>();
        for (OrderDocument document : newestFirst) {
            chosen.merge(
                    document.summary().messageType(),
                    document,
                    (first, later) -> !first.alive() && later.alive() ? later : first);
        }
        return chosen;
    }

    private static boolean isVisible(OrderDocument document, Viewer viewer) {
        return OrderView.sight(document, it -> isOwn(it, viewer), viewer) != OrderView.Sight.HIDDEN;
    }

    private static boolean isOwn(OrderDocument document, Viewer viewer) {
        return viewer.owns(document.summary().enterpriseId());
    }
}
