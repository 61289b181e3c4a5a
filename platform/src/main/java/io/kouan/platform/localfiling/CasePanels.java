package io.kouan.platform.localfiling;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Permissions;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.RecordPanels;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.forms.page.Comparison;
import io.kouan.platform.forms.page.FaultView;
import io.kouan.platform.forms.page.Tongue;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.servicedesk.Tickets;
import io.kouan.platform.transmission.ChannelState;
import io.kouan.platform.transmission.DxpUser;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The local filing on the ticket's page: for the enterprise its papers and later its result, for the offices what they have to do. */
@Component
@Order(5)
class CasePanels implements RecordPanels {

    private static final Set<String> WRITTEN = Set.of("DRAFT", "NEED_INFO");

    private final FormCatalogue catalogue;
    private final Materials materials;
    private final Submission submission;
    private final Cases cases;
    private final IssuanceRules rules;
    private final ReviewDesk reviews;
    private final InitialPasswords passwords;
    private final PasswordsAgain again;
    private final AgentEvidence evidence;
    private final Comparison comparison;
    private final Permissions permissions;
    private final Clock clock;

    CasePanels(
            FormCatalogue catalogue,
            Materials materials,
            Submission submission,
            Cases cases,
            IssuanceRules rules,
            ReviewDesk reviews,
            InitialPasswords passwords,
            PasswordsAgain again,
            AgentEvidence evidence,
            Comparison comparison,
            Permissions permissions,
            Clock clock) {
        this.catalogue = catalogue;
        this.materials = materials;
        this.submission = submission;
        this.cases = cases;
        this.rules = rules;
        this.reviews = reviews;
        this.passwords = passwords;
        this.again = again;
        this.evidence = evidence;
        this.comparison = comparison;
        this.permissions = permissions;
        this.clock = clock;
    }

    /**
     * A form of the case.
     *
     * @param record its id; 0 where it was not begun online
     * @param state DRAFT, READY, FILED or nothing
     */
    public record Paper(String form, Label title, long record, String state, String document, String slot) {}

    /** The papers, and all that is wrong still. */
    public record PaperList(List<Paper> papers, List<FaultView> wrong) {}

    /** What was issued, for the enterprise. */
    public record Result(
            String dxpId,
            String customsAccount,
            String inspectionAccount,
            String licenceNo,
            boolean channelOpen,
            boolean passwords) {}

    /**
     * What the offices see.
     *
     * @param state of the case
     * @param contact of the access form, as far as it is known
     * @param authorised person of the power of attorney
     * @param keyed fields to type from the scans, with their labels
     * @param dxp the id that was entered, empty before
     * @param missing labels of what is missing from the issuance
     */
    public record Desk(
            CaseState state,
            List<Paper> papers,
            String contact,
            String authorised,
            boolean review,
            List<Checklist.Point> points,
            Set<String> ticks,
            List<Keyed> keyed,
            List<Keyed> reasons,
            boolean enterDxp,
            boolean checkDxp,
            String dxp,
            Optional<Result> issued,
            String preparedBy,
            String releasedBy,
            boolean prepare,
            boolean openChannel,
            boolean release,
            List<Label> missing,
            AgentEvidence.Shown evidence,
            Again again,
            Optional<Change> change) {}

    /**
     * What a change (变更) changes in the case before.
     *
     * @param original number of that case
     * @param differences between the forms that were filled in online
     */
    public record Change(long record, String original, List<Comparison.Difference> differences) {
        public Change {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Initial passwords once more.
     *
     * @param prepare whether the reader may ask for it now
     * @param reason and who gave it, where one waits; empty where none does
     * @param release whether the reader may release it
     */
    public record Again(boolean prepare, String reason, String by, boolean release) {}

    /** A field or option with its label and value. */
    public record Keyed(String key, Label label, String value) {}

    /** Where the case stands, for the enterprise while others work on it. */
    public record Progress(CaseState state, PortProfile.Phone phone) {}

    /** These are taken from the panel, together with what belongs to them. */
    @Override
    public Set<String> steps(FormRecord record) {
        if (!Tickets.isAbout(TicketRules.TEMPLATE, record)) {
            return Set.of();
        }
        // of a change nothing is entered: the data centre takes the step itself
        return cases.isChange(record) ? Set.of("forward") : Set.of("forward", "dxp_issued");
    }

    @Override
    public List<Panel> of(FormRecord record, Actor actor) {
        if (!Tickets.isAbout(TicketRules.TEMPLATE, record)) {
            return List.of();
        }
        boolean own = record.enterprise().isPresent() && record.enterprise().equals(actor.enterprise());
        return own
                ? ofEnterprise(record, actor)
                : cases.state(record).stream()
                        .map(state -> desk(record, state, actor))
                        .toList();
    }

    private List<Panel> ofEnterprise(FormRecord ticket, Actor actor) {
        var panels = new ArrayList<Panel>();
        if (WRITTEN.contains(ticket.state())) {
            var wrong = FaultView.of(
                    submission.wrong(ticket, actor), catalogue.form(Tickets.FORM), catalogue, Tongue.now());
            panels.add(new Panel("local-filing-papers", new PaperList(papers(ticket), wrong), true));
        }
        cases.state(ticket)
                .filter(state -> state != CaseState.CORRECTION)
                .ifPresent(state -> panels.add(new Panel("local-filing-progress", new Progress(state, phone()), true)));
        if (cases.isAnswered(ticket)) {
            result(ticket).ifPresent(result -> panels.add(new Panel("local-filing-result", result, true)));
        }
        return panels;
    }

    /** The data centre's phone (0756-8125566) while the case is there. */
    private static PortProfile.Phone phone() {
        return PortProfile.current().contactsAt(Tickets.FORM).stream()
                .map(PortProfile.Contact::phone)
                .findFirst()
                .orElse(PortProfile.Phone.NONE);
    }

    private List<Paper> papers(FormRecord ticket) {
        var found = materials.of(ticket);
        var papers = new ArrayList<Paper>();
        for (Material material : Material.values()) {
            var form = catalogue.form(material.form());
            var record = Optional.ofNullable(found.get(material));
            papers.add(new Paper(
                    form.id(),
                    form.title(),
                    record.map(FormRecord::id).orElse(0L),
                    record.map(FormRecord::state).orElse(""),
                    material.document(),
                    material.slot()));
        }
        return papers;
    }

    private Optional<Result> result(FormRecord ticket) {
        return cases.issuance(ticket)
                .map(issuance -> new Result(
                        issuance.dxpId(),
                        issuance.customsAccount(),
                        issuance.inspectionAccount(),
                        issuance.licenceNo(),
                        cases.isOpen(ticket),
                        passwords.areThere(ticket)));
    }

    private Panel desk(FormRecord ticket, CaseState state, Actor actor) {
        var review = reviews.review(ticket);
        var user = cases.dxpUser(ticket);
        var issuance = cases.issuance(ticket);
        boolean working = ticket.state().equals("PROCESSING");
        boolean checking = working && state == CaseState.CHECKING && may(actor, "local_filing_checklist", Right.DECIDE);
        boolean issuing = working && state == CaseState.DXP_ISSUED;
        boolean forwarded = ticket.state().equals("FORWARDED") && may(actor, "dxp_ids", Right.ISSUE);
        boolean closed = cases.channel(ticket)
                .filter(channel -> channel.state() == ChannelState.NOT_OPEN)
                .isPresent();
        return new Panel(
                "local-filing-desk",
                new Desk(
                        state,
                        papers(ticket),
                        shown(Identity.contact(materials.of(ticket), review.keyed())),
                        shown(Identity.authorised(materials.of(ticket), review.keyed())),
                        checking,
                        checking ? reviews.checklist(ticket, actor).points() : List.of(),
                        review.ticks(),
                        keyed(review),
                        reasons(),
                        forwarded && user.isEmpty() && !cases.isChange(ticket),
                        forwarded
                                && user.filter(it -> it.state() == DxpUser.State.ENTERED)
                                        .isPresent(),
                        user.map(DxpUser::dxpId).orElse(""),
                        result(ticket),
                        issuance.map(Issuance::preparedBy).orElse(""),
                        issuance.map(Issuance::releasedBy).orElse(""),
                        issuing && issuance.isEmpty() && !cases.isChange(ticket) && may(actor, "issuance", Right.ISSUE),
                        working && closed && may(actor, "channel_opening", Right.ISSUE),
                        issuing
                                && issuance.filter(it -> !it.isReleased()
                                                && !it.preparedBy().equals(actor.login()))
                                        .isPresent()
                                && may(actor, "issuance_release", Right.DECIDE),
                        working && user.isPresent() ? labels(rules.missing(ticket)) : List.of(),
                        evidence.of(ticket),
                        again(ticket, actor),
                        change(ticket)),
                true);
    }

    private Optional<Change> change(FormRecord ticket) {
        return cases.isChange(ticket)
                ? cases.original(ticket)
                        .map(original ->
                                new Change(original.id(), TicketRules.number(original), differences(original, ticket)))
                : Optional.empty();
    }

    private List<Comparison.Difference> differences(FormRecord original, FormRecord ticket) {
        var before = materials.of(original);
        var now = materials.of(ticket);
        return now.entrySet().stream()
                .flatMap(entry -> Optional.ofNullable(before.get(entry.getKey())).stream()
                        .flatMap(
                                old -> comparison
                                        .of(
                                                catalogue.form(entry.getKey().form()),
                                                old.answers(),
                                                entry.getValue().answers())
                                        .stream()))
                .toList();
    }

    private Again again(FormRecord ticket, Actor actor) {
        var open = again.open(ticket);
        return new Again(
                may(actor, "issuance", Right.ISSUE) && again.mayPrepare(ticket),
                open.map(PasswordsAgainBook.Prepared::reason).orElse(""),
                open.map(PasswordsAgainBook.Prepared::by).orElse(""),
                may(actor, "issuance_release", Right.DECIDE)
                        && open.filter(it -> !it.by().equals(actor.login())).isPresent());
    }

    private static String shown(Optional<Identity> identity) {
        return identity.map(person -> person.name() + " " + person.idNumber()).orElse("");
    }

    private List<Keyed> keyed(Review review) {
        return reviews.keyed().stream()
                .map(field ->
                        new Keyed(field.key(), field.label(), review.keyed().getOrDefault(field.key(), "")))
                .toList();
    }

    private List<Keyed> reasons() {
        return catalogue.options("refusal_reason").on(LocalDate.ofInstant(clock.instant(), PortTime.ZONE)).stream()
                .map(option -> new Keyed(option.code(), option.label(), ""))
                .toList();
    }

    private List<Label> labels(List<String> fields) {
        return catalogue.screen("local_filing_issuance").stream()
                .filter(field -> fields.contains(field.key()))
                .map(field -> field.label())
                .toList();
    }

    private boolean may(Actor actor, String function, Right right) {
        return permissions.allow(actor.roles(), function, right);
    }
}
