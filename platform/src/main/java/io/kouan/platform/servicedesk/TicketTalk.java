package io.kouan.platform.servicedesk;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.files.FileLinks;
import io.kouan.platform.forms.FormEvent;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.page.RecordView;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The conversation of a ticket for whoever reads it: what was said, and for which reasons it was returned. */
@Component
class TicketTalk {

    private final Conversations conversations;
    private final FormRecords records;
    private final FormCatalogue catalogue;
    private final TalkFiles files;
    private final FileLinks links;

    TicketTalk(
            Conversations conversations,
            FormRecords records,
            FormCatalogue catalogue,
            TalkFiles files,
            FileLinks links) {
        this.conversations = conversations;
        this.records = records;
        this.catalogue = catalogue;
        this.files = files;
        this.links = links;
    }

    /** In the order in which it was said; notes of the desk among themselves only for the desk. */
    List<Said> of(FormRecord ticket, Actor reader, Language language) {
        var form = catalogue.form(Tickets.FORM);
        boolean toDesk = reader.enterprise().isEmpty();
        var attached = files.of(ticket);
        var messages = conversations.of(ticket.id()).stream()
                .filter(message -> toDesk || !message.internal())
                .map(message -> said(message, form, toDesk, language)
                        .with(attached.getOrDefault(message.id(), List.of()).stream()
                                .map(file -> new Said.File(
                                        file.id().toString(), file.name(), links.token(file.id(), reader.login())))
                                .toList()));
        var reasons = records.history(ticket.id()).stream()
                .filter(event -> !event.reason().isEmpty())
                .map(event -> said(event, form, toDesk, language));
        return Stream.concat(messages, reasons)
                .sorted(Comparator.comparing(Said::at))
                .toList();
    }

    private Said said(TicketMessage message, FormDefinition form, boolean toDesk, Language language) {
        return new Said(
                message.at(),
                RecordView.time(message.at()),
                who(message.author().name(), message.author().role(), toDesk, language),
                button(form, message.action(), language),
                isDesk(message.author().role()),
                message.internal(),
                List.of(),
                message.body(),
                List.of());
    }

    private Said said(FormEvent event, FormDefinition form, boolean toDesk, Language language) {
        return new Said(
                event.at(),
                RecordView.time(event.at()),
                who(event.name(), event.role(), toDesk, language),
                button(form, event.action(), language),
                isDesk(event.role()),
                false,
                event.reasons().stream()
                        .map(code ->
                                catalogue.options("refusal_reason").label(code).in(language))
                        .toList(),
                event.reason(),
                List.of());
    }

    private static String button(FormDefinition form, String action, Language language) {
        return form.buttonOf(action).map(label -> label.in(language)).orElse("");
    }

    private String who(String name, String role, boolean toDesk, Language language) {
        var label = catalogue.role(role).in(language);
        return toDesk || !isDesk(role) ? name + (label.isEmpty() ? "" : " · " + label) : label;
    }

    private static boolean isDesk(String role) {
        return !Role.valueOf(role).isOfEnterprise();
    }
}
