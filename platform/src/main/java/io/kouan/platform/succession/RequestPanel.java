package io.kouan.platform.succession;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Permissions;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.files.StoredFile;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.RecordPanels;
import io.kouan.platform.forms.page.SectionView;
import io.kouan.platform.identity.AdministratorForm;
import io.kouan.platform.identity.Administrators;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page of a ticket, for the service desk: what a sealed request asks for is put forward here. */
@Component
@Order(6)
class RequestPanel implements RecordPanels {

    private final Succession succession;
    private final ChangeRequests requests;
    private final Administrators administrators;
    private final AdministratorForm form;
    private final Permissions permissions;

    RequestPanel(
            Succession succession,
            ChangeRequests requests,
            Administrators administrators,
            AdministratorForm form,
            Permissions permissions) {
        this.succession = succession;
        this.requests = requests;
        this.administrators = administrators;
        this.form = form;
        this.permissions = permissions;
    }

    /** Somebody who can come in the place, or is there. */
    public record Somebody(String login, String name) {

        static Somebody of(Account account) {
            return new Somebody(account.login(), account.name());
        }
    }

    /**
     * What the panel shows.
     *
     * @param state of the newest request: OPEN, DONE, REFUSED; empty where there is none
     * @param login whom that names
     * @param may whether something can be put forward now
     */
    public record Shown(
            String state,
            String login,
            boolean may,
            List<StoredFile> files,
            List<Somebody> present,
            List<Somebody> candidates,
            SectionView group) {
        public Shown {
            files = List.copyOf(files);
            present = List.copyOf(present);
            candidates = List.copyOf(candidates);
        }
    }

    @Override
    public List<Panel> of(FormRecord record, Actor actor) {
        if (!permissions.allow(actor.roles(), "administrator_request", Right.ISSUE)) {
            return List.of();
        }
        var newest = requests.on(record.id());
        boolean about = succession.isAbout(record);
        if (!about && newest.isEmpty()) {
            return List.of();
        }
        return List.of(new Panel("succession-panel", shown(record)));
    }

    Shown shown(FormRecord ticket) {
        long enterprise = ticket.enterprise().orElseThrow();
        var newest = requests.on(ticket.id());
        return new Shown(
                newest.map(RequestPanel::state).orElse(""),
                newest.map(ChangeRequest::login).orElse(""),
                succession.isAbout(ticket) && !requests.isOpenFor(enterprise),
                succession.files(ticket),
                administrators.of(enterprise).stream().map(Somebody::of).toList(),
                administrators.candidates(enterprise).stream().map(Somebody::of).toList(),
                form.ask(form.initial(), List.of()));
    }

    private static String state(ChangeRequest request) {
        return request.confirmed().map(yes -> yes ? "DONE" : "REFUSED").orElse("OPEN");
    }
}
