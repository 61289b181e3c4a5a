package io.kouan.platform.notifications;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.port.PortTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The inbox (消息): what the reader was told, newest first, and the way from there. */
@Controller
@Requires(function = "own_account", right = Right.READ)
@RequestMapping("/inbox")
class InboxPages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(PortTime.ZONE);

    private final Inbox inbox;
    private final NotificationTexts texts;

    InboxPages(Inbox inbox, NotificationTexts texts) {
        this.inbox = inbox;
        this.texts = texts;
    }

    /** A notification as the page shows it. */
    public record Row(long id, String title, String text, String time, String link, boolean isRead) {}

    @GetMapping
    String show(
            Actor actor,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "false") boolean unread,
            Model model) {
        int all = inbox.count(actor.login(), unread);
        int pages = Math.max(1, (all + Inbox.PAGE - 1) / Inbox.PAGE);
        int shown = Math.clamp(page, 1, pages);
        var rows = inbox.page(actor.login(), unread, shown).stream()
                .flatMap(entry -> row(entry).stream())
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("newest", rows.stream().mapToLong(Row::id).max().orElse(0));
        model.addAttribute("all", all);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("unreadOnly", unread);
        return "inbox";
    }

    /** A text that there is no longer is left out. */
    private Optional<Row> row(Inbox.Entry entry) {
        return texts.find(entry.kind())
                .map(text -> new Row(
                        entry.id(),
                        text.title().in(language()),
                        text.say(language(), entry.values()),
                        TIME.format(entry.at()),
                        entry.link(),
                        entry.isRead()));
    }

    /** Goes where it leads and counts it as read. */
    @GetMapping("/{id:\\d{1,18}}")
    String open(Actor actor, @PathVariable long id) {
        var link = inbox.read(actor.login(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return "redirect:" + (link.isEmpty() ? "/inbox" : link);
    }

    @PostMapping("/{id:\\d{1,18}}/{mark:read|unread}")
    @Requires(function = "own_account", right = Right.UPDATE)
    String mark(
            Actor actor,
            @PathVariable long id,
            @PathVariable String mark,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "false") boolean unread) {
        if (mark.equals("read")) {
            var _ = inbox.read(actor.login(), id);
        } else {
            inbox.unread(actor.login(), id);
        }
        return "redirect:/inbox?page=" + page + "&unread=" + unread;
    }

    @PostMapping("/read")
    @Requires(function = "own_account", right = Right.UPDATE)
    String markAll(Actor actor, @RequestParam long upTo) {
        inbox.readAll(actor.login(), upTo);
        return "redirect:/inbox";
    }

    static Language language() {
        return Locale.ENGLISH
                        .getLanguage()
                        .equals(LocaleContextHolder.getLocale().getLanguage())
                ? Language.EN
                : Language.ZH;
    }
}
