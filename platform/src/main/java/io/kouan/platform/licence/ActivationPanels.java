package io.kouan.platform.licence;

import io.kouan.ceb.licence.ActivationRequest;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.RecordPanels;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.servicedesk.Tickets;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a request for activation is about, beside the request and beside its ticket: the computer, the places left, and at last the file. */
@Component
@Order(25)
class ActivationPanels implements RecordPanels {

    private final RequestFiles files;
    private final LicenceRegister register;
    private final Computers computers;
    private final ActivationIssue issue;
    private final LicenceViews views;
    private final FormRecords records;
    private final FormCatalogue catalogue;

    ActivationPanels(
            RequestFiles files,
            LicenceRegister register,
            Computers computers,
            ActivationIssue issue,
            LicenceViews views,
            FormRecords records,
            FormCatalogue catalogue) {
        this.files = files;
        this.register = register;
        this.computers = computers;
        this.issue = issue;
        this.views = views;
        this.records = records;
        this.catalogue = catalogue;
    }

    /** What the file says of the computer. */
    public record Asking(String brief, String fingerprint, String system, String version, Label medium) {}

    /**
     * The panel.
     *
     * @param request the record it is about
     * @param link to the request, from its ticket; empty on the request itself
     * @param problem with the file that was brought; both texts empty where there is none
     * @param others how many other computers the licence counts on
     * @param replaced the computers that cease to count once it is granted
     * @param file whether the activation can be fetched by whoever looks
     * @param ended whether the activation that was granted counts no more
     */
    public record Content(
            long request,
            String link,
            String licence,
            Optional<Asking> asking,
            Label problem,
            Label state,
            boolean open,
            int others,
            int most,
            List<String> replaced,
            boolean file,
            boolean ended) {
        public Content {
            replaced = List.copyOf(replaced);
        }
    }

    @Override
    public List<Panel> of(FormRecord record, Actor actor) {
        if (record.form().equals(ActivationForm.ID)) {
            return List.of(new Panel("licence-activation", content(record, "", actor)));
        }
        if (!Tickets.isAbout(ActivationForm.MATTER, record)
                || record.enterprise().isEmpty()) {
            return List.of();
        }
        boolean own = record.enterprise().equals(actor.enterprise());
        return request(record)
                .map(request ->
                        content(request, (own ? "/forms/" + ActivationForm.ID + "/" : "/desk/") + request.id(), actor))
                .map(content -> List.of(new Panel("licence-activation", content, true)))
                .orElse(List.of());
    }

    private Optional<FormRecord> request(FormRecord ticket) {
        return records.of(ticket.enterprise().orElseThrow(), ActivationForm.ID).stream()
                .filter(request -> ticket.number()
                        .filter(ActivationForm.ticket(request)::equals)
                        .isPresent())
                .findFirst();
    }

    private Content content(FormRecord request, String link, Actor actor) {
        var number = request.answers().text(ActivationForm.LICENCE);
        var seen = files.look(request, number, actor.login(), !request.state().equals("DRAFT"));
        var licence = register.find(number)
                .filter(found -> request.enterprise().isPresent()
                        && found.enterprise() == request.enterprise().getAsLong());
        boolean open = request.state().equals("DRAFT") || request.state().equals(ActivationForm.REQUESTED);
        var fingerprint =
                seen.request().map(asked -> asked.computer().fingerprint()).orElse("");
        var counting = licence.map(found -> computers.counting(found.number())).orElse(List.of());
        boolean own = request.enterprise().equals(actor.enterprise());
        boolean file = issue.file(request.id()).isPresent();
        return new Content(
                request.id(),
                link,
                number,
                // the request itself says it as soon as it is handed in
                seen.request()
                        .filter(asked -> !link.isEmpty() || request.state().equals("DRAFT"))
                        .map(this::asking),
                open ? problem(seen.verdict()) : new Label("", ""),
                catalogue
                        .form(ActivationForm.ID)
                        .state(request.state())
                        .orElseThrow()
                        .label(),
                open && licence.isPresent(),
                (int) counting.stream()
                        .filter(one -> !one.fingerprint().equals(fingerprint))
                        .count(),
                licence.map(found -> found.says().computers()).orElse(0),
                open && !fingerprint.isEmpty()
                        ? ActivatedComputer.replaced(counting, fingerprint, ActivationForm.reason(request.answers()))
                                .keySet()
                                .stream()
                                .map(one -> LicenceViews.brief(one.fingerprint()))
                                .toList()
                        : List.of(),
                file && own,
                request.state().equals(ActivationForm.ACTIVATED) && !file);
    }

    private Asking asking(ActivationRequest request) {
        return new Asking(
                LicenceViews.brief(request.computer().fingerprint()),
                request.computer().fingerprint(),
                request.computer().system(),
                request.computer().version(),
                views.medium(request.medium()));
    }

    private Label problem(RequestVerdict verdict) {
        return switch (verdict) {
            case BROKEN -> catalogue.message("ERR_ACTIVATION_FILE");
            case FOREIGN -> catalogue.message("ERR_LICENCE_OWNER");
            case MISSING, FINE -> new Label("", "");
        };
    }
}
