package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Person;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.post.ArrivedMail;
import io.kouan.platform.post.MailReceiver;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes answers to tickets that come by mail (工单来信). Only who was written to, from the registered address and to the address of that
 * letter, is heard; everybody else gets no answer at all, and nobody gets anything of a ticket back. What a mail says is said as on the
 * page, by the same rules: on an answered ticket it asks back (继续咨询).
 */
@Component
class TicketMailbox implements MailReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(TicketMailbox.class);
    private static final int MOST_A_DAY = 50;
    private static final Set<String> LATE = Set.of("ERR_STATE", "ERR_VERSION_CONFLICT");

    private static final String ONLY_FILES = "（附件 · attachments）";

    private final ReplyTokens tokens;
    private final TicketMails mails;
    private final TicketLetters letters;
    private final TicketDesk desk;
    private final TalkFiles files;
    private final TicketFacts facts;
    private final FormRecords records;
    private final People people;
    private final DeskAccounts accounts;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    TicketMailbox(
            ReplyTokens tokens,
            TicketMails mails,
            TicketLetters letters,
            TicketDesk desk,
            TalkFiles files,
            TicketFacts facts,
            FormRecords records,
            People people,
            DeskAccounts accounts,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.tokens = tokens;
        this.mails = mails;
        this.letters = letters;
        this.desk = desk;
        this.files = files;
        this.facts = facts;
        this.records = records;
        this.people = people;
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Who sent it about which ticket. */
    private record Sent(FormRecord ticket, Actor by, String address) {}

    @Override
    public void arrived(ArrivedMail mail) {
        if (mail.automatic()) {
            ignored(mail, "automatic");
            return;
        }
        var held = mail.token().flatMap(tokens::find);
        if (held.isEmpty()) {
            ignored(mail, "no-token");
            return;
        }
        var sent = sent(mail, held.get());
        if (sent.isEmpty()) {
            audit.write(AuditEntry.refused(
                    Actor.program().login(),
                    Actor.program().name(),
                    Role.SYSTEM.name(),
                    "form/" + Tickets.FORM,
                    Long.toString(held.get().ticket()),
                    "mail",
                    "ERR_FORBIDDEN"));
            ignored(mail, "not-the-sender");
        } else if (mails.ofLastDay(sent.get().by().login()) >= MOST_A_DAY) {
            ignored(mail, "too-many");
        } else {
            take(mail, sent.get());
        }
    }

    private static void ignored(ArrivedMail mail, String why) {
        LOG.info("event=mail-ignored id={} because={}", mail.id().substring(0, 12), why);
    }

    private Optional<Sent> sent(ArrivedMail mail, ReplyTokens.Held held) {
        var ticket = records.find(held.ticket()).filter(record -> record.form().equals(Tickets.FORM));
        var person = people.find(held.login())
                .filter(it -> it.roles().contains(Role.CS_USER))
                .filter(it -> accounts.of(it.login())
                        .filter(account -> account.state() != DeskAccount.State.ACTIVE)
                        .isEmpty());
        var address = letters.address(held.login()).filter(known -> known.equalsIgnoreCase(mail.from()));
        if (ticket.isEmpty() || person.isEmpty() || address.isEmpty()) {
            return Optional.empty();
        }
        var actor = actor(person.get());
        return actor.enterprise().equals(ticket.get().enterprise())
                ? Optional.of(new Sent(ticket.get(), actor, address.get()))
                : Optional.empty();
    }

    private static Actor actor(Person person) {
        var enterprise = person.enterprise()
                .map(employer -> OptionalLong.of(employer.id()))
                .orElse(OptionalLong.empty());
        return new Actor(person.login(), person.displayName(), enterprise, Set.of(Role.CS_USER), "none");
    }

    /** All of it with the note that it was read, or, where it is refused, that note and a letter with the reason. */
    private void take(ArrivedMail mail, Sent sent) {
        var faults = Objects.requireNonNull(transaction.execute(status -> {
            if (!mails.note(sent.ticket().id(), mail.id(), sent.by().login(), AuditEntry.DONE)) {
                return List.<Fault>of();
            }
            var wrong = said(mail, sent);
            if (wrong.isEmpty()) {
                audit.write(entry(sent, AuditEntry.DONE));
            } else {
                status.setRollbackOnly();
            }
            return wrong;
        }));
        if (!faults.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                var message = faults.getFirst().message();
                if (mails.note(sent.ticket().id(), mail.id(), sent.by().login(), message)) {
                    audit.write(entry(sent, message));
                    letters.refused(sent.ticket(), sent.address(), faults);
                }
            });
        }
    }

    private static AuditEntry entry(Sent sent, String result) {
        return AuditEntry.refused(
                sent.by().login(),
                sent.by().name(),
                Role.CS_USER.name(),
                "form/" + Tickets.FORM,
                sent.ticket().number().orElse(""),
                "mail",
                result);
    }

    private List<Fault> said(ArrivedMail mail, Sent sent) {
        if (mail.problem().isPresent()) {
            return List.of(
                    switch (mail.problem().get()) {
                        case TOO_LARGE -> files.tooLarge();
                        case TOO_MANY_PARTS -> files.tooMany();
                    });
        }
        // who answers a letter about a merged ticket goes on where it was merged into
        var ticket = facts.mergedInto(sent.ticket())
                .flatMap(into -> records.find(into.record()))
                .orElse(sent.ticket());
        var attached = mail.files().stream()
                .<MultipartFile>map(file -> new MailedFile(file.name(), file.content()))
                .toList();
        var written = QuotedTail.cut(mail.text());
        var text = written.isEmpty() && !attached.isEmpty() ? ONLY_FILES : written;
        if (ticket.state().equals(TicketState.REPLIED)) {
            switch (desk.take(ticket, ticket.version(), "reopen", text, attached, sent.by())) {
                case Outcome.Done _ -> {
                    return List.of();
                }
                case Outcome.Refused(var faults) -> {
                    if (faults.stream().map(Fault::message).noneMatch(LATE::contains)) {
                        return faults;
                    }
                }
            }
        }
        return desk.say(ticket, text, false, attached, sent.by());
    }
}
