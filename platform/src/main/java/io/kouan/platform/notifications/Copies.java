package io.kouan.platform.notifications;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.ContactBook;
import io.kouan.platform.post.Letter;
import io.kouan.platform.post.Post;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Copies of a notification by mail and SMS, for those who want them and have an address. */
@Component
class Copies {

    private static final String SITE = "【口岸】";

    private final Choices choices;
    private final List<ContactBook> books;
    private final List<OwnMail> own;
    private final Post post;

    Copies(Choices choices, List<ContactBook> books, List<OwnMail> own, Post post) {
        this.choices = choices;
        this.books = List.copyOf(books);
        this.own = List.copyOf(own);
        this.post = post;
    }

    void send(NotificationText text, Map<String, String> values, Collection<String> logins) {
        boolean elsewhere = own.stream().anyMatch(room -> room.writes(text.id(), values));
        choices.of(logins).forEach((login, chosen) -> {
            var choice = new Choices.Choice(chosen.mail() && !elsewhere, chosen.sms());
            if (choice.mail() || choice.sms()) {
                contact(login).ifPresent(contact -> send(text, values, choice, contact));
            }
        });
    }

    private java.util.Optional<ContactBook.Contact> contact(String login) {
        return books.stream().flatMap(book -> book.of(login).stream()).findFirst();
    }

    /** An address that nothing can be sent to is left out: a copy is no reason to undo what it tells of. */
    private void send(
            NotificationText text, Map<String, String> values, Choices.Choice choice, ContactBook.Contact contact) {
        var zh = text.say(Language.ZH, values);
        if (choice.mail() && Letter.canReach(Letter.Kind.MAIL, contact.mail())) {
            post.send(Letter.mail(
                    contact.mail(),
                    SITE + text.title().zh() + " · " + text.title().en(),
                    zh + "\n\n" + text.say(Language.EN, values) + "\n"));
        }
        if (choice.sms() && Letter.canReach(Letter.Kind.SMS, contact.mobile())) {
            post.send(Letter.sms(contact.mobile(), SITE + zh));
        }
    }
}
