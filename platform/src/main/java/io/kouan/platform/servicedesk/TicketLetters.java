package io.kouan.platform.servicedesk;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.Addressees;
import io.kouan.platform.accounts.ContactBook;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.FaultView;
import io.kouan.platform.notifications.Choices;
import io.kouan.platform.notifications.OwnMail;
import io.kouan.platform.port.PortAddress;
import io.kouan.platform.post.Letter;
import io.kouan.platform.post.Post;
import io.kouan.platform.post.ReplyAddresses;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What the desk says about a ticket, by mail (工单邮件): to whoever of the enterprise wants mail, each with an address of its own to answer
 * at. Numbers of people are masked, and the title, which anybody may have written, stays out of it.
 */
@Component
class TicketLetters implements OwnMail {

    private static final Set<String> NOTIFICATIONS = Set.of("N-32", "N-36", "N-38");
    private static final int MOST = 12_000;

    private final FormRecords records;
    private final FormCatalogue catalogue;
    private final Addressees addressees;
    private final Choices choices;
    private final List<ContactBook> books;
    private final ReplyTokens tokens;
    private final ReplyAddresses addresses;
    private final PortAddress port;
    private final Post post;

    TicketLetters(
            FormRecords records,
            FormCatalogue catalogue,
            Addressees addressees,
            Choices choices,
            List<ContactBook> books,
            ReplyTokens tokens,
            ReplyAddresses addresses,
            PortAddress port,
            Post post) {
        this.records = records;
        this.catalogue = catalogue;
        this.addressees = addressees;
        this.choices = choices;
        this.books = List.copyOf(books);
        this.tokens = tokens;
        this.addresses = addresses;
        this.port = port;
        this.post = post;
    }

    /** Instead of a copy of the notification, which would say only that there is something to read. */
    @Override
    public boolean writes(String notification, Map<String, String> values) {
        return NOTIFICATIONS.contains(notification)
                && records.numbered(values.getOrDefault("no", ""))
                        .filter(record -> record.form().equals(Tickets.FORM))
                        .isPresent();
    }

    /** Posts what the desk said, in its own transaction. */
    void send(FormRecord ticket, String said) {
        var readers = new LinkedHashSet<>(addressees.of(ticket.enterprise().orElseThrow(), Set.of(Role.CS_USER)));
        choices.of(readers).forEach((login, choice) -> {
            if (choice.mail()) {
                address(login).ifPresent(to -> post.send(letter(ticket, login, to, said)));
            }
        });
    }

    /** Where somebody gets mail, and from where mail is taken for that person's. */
    Optional<String> address(String login) {
        return books.stream()
                .flatMap(book -> book.of(login).stream())
                .map(ContactBook.Contact::mail)
                .findFirst()
                .filter(mail -> Letter.canReach(Letter.Kind.MAIL, mail));
    }

    private Letter letter(FormRecord ticket, String login, String to, String said) {
        var number = ticket.number().orElse("");
        var masked = TicketDeskList.masked(said.replace("\0", "").strip());
        var text = masked.length() <= MOST ? masked : masked.substring(0, MOST) + " …";
        var page = port.of("/service-desk/tickets/" + ticket.id());
        var answer = addresses.isOpen() ? addresses.of(tokens.issue(ticket, login)) : Optional.<String>empty();
        var how = answer.isPresent()
                ? "直接回复本邮件即可；只收录正文文字和符合要求的附件，请勿填写密码。\n"
                        + "Simply reply to this mail; only its plain text and permitted attachments are taken. Never write passwords."
                : "请登录客户服务平台回复，本邮件无人收取。\n"
                        + "Please reply on the customer-service platform; nobody reads answers to this mail.";
        var letter = Letter.mail(
                to,
                "【口岸】工单" + number + "有新回复 · Ticket " + number + ": a message for you",
                (answer.isPresent() ? QuotedTail.MARK + "\n\n" : "") + text + "\n\n" + how + "\n" + page + "\n");
        return answer.map(letter::answeredAt).orElse(letter);
    }

    /** Tells somebody that a mail was not taken, and why; never what was in it. */
    void refused(FormRecord ticket, String to, List<Fault> faults) {
        var number = ticket.number().orElse("");
        post.send(Letter.mail(
                to,
                "【口岸】您关于工单" + number + "的邮件未收录 · Your mail about ticket " + number + " was not taken",
                reasons(faults, Language.ZH) + "\n请登录客户服务平台处理。\n\n" + reasons(faults, Language.EN)
                        + "\nPlease go on with it on the customer-service platform.\n"
                        + port.of("/service-desk/tickets/" + ticket.id()) + "\n"));
    }

    private String reasons(List<Fault> faults, Language language) {
        return FaultView.of(faults, catalogue.form(Tickets.FORM), catalogue, language).stream()
                .map(FaultView::text)
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
