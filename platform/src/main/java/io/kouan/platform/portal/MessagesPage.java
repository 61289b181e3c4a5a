package io.kouan.platform.portal;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.catalogue.MessageType;
import io.kouan.platform.accounts.Requires;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

/** The list of messages (报文列表), with filters and pages. */
@Controller
@Requires(function = "messages")
class MessagesPage {

    /** States that people filter by; -1 stands for all failures. */
    private static final List<Integer> STATES = List.of(2, 3, 120, 300, 399, 500, 800, 899, 100, 700, -1);

    private final MessageList list;

    MessagesPage(MessageList list) {
        this.list = list;
    }

    @GetMapping("/messages")
    String show(
            Viewer viewer,
            @ModelAttribute MessageListQuery query,
            @RequestHeader(name = "HX-Request", required = false) boolean part,
            Model page) {
        var language = PageFrame.language();
        var found = list.page(viewer.scope(), query, language);
        page.addAttribute("query", query);
        page.addAttribute("rows", found.rows());
        page.addAttribute(
                "newer",
                found.newer().isPresent() ? query.addressAfter(found.newer().getAsLong()) : "");
        page.addAttribute(
                "older",
                found.older().isPresent() ? query.addressBefore(found.older().getAsLong()) : "");
        page.addAttribute("partly", found.searchedTo().isPresent());
        page.addAttribute("everyone", viewer.seesAll());
        page.addAttribute(
                "types", types().map(type -> TypeView.of(type, language)).toList());
        page.addAttribute(
                "states",
                STATES.stream().map(state -> StatusView.of(state, language)).toList());
        return part ? "messages :: results" : "messages";
    }

    private static Stream<MessageType> types() {
        return Catalogue.standard().types().stream().filter(MessageType::isDeclaration);
    }
}
