package io.kouan.platform.localfiling;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.ScreenCheck;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An agent looks through the materials (本地备案材料审核): ticks, types identity fields, forwards to the data centre or refuses. */
@Service
class ReviewDesk {

    static final String SCREEN = "local_filing_checklist";
    private static final int LEAST_REASON = 5;
    private static final int MOST_REASON = 500;

    private final FormCatalogue catalogue;
    private final Forms forms;
    private final FormSteps steps;
    private final Reviews reviews;
    private final Papers papers;
    private final Cases cases;
    private final AuditLog audit;

    ReviewDesk(
            FormCatalogue catalogue,
            Forms forms,
            FormSteps steps,
            Reviews reviews,
            Papers papers,
            Cases cases,
            AuditLog audit) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.steps = steps;
        this.reviews = reviews;
        this.papers = papers;
        this.cases = cases;
        this.audit = audit;
    }

    /** What has to be ticked for this ticket. */
    Checklist checklist(FormRecord ticket, Actor actor) {
        return Checklist.of(catalogue.screen(SCREEN), papers.scans(ticket), forms.around(ticket, actor));
    }

    /** The fields that are typed from the scans. */
    List<Field> keyed() {
        return catalogue.screen(SCREEN).stream()
                .filter(field -> !field.type().isTick())
                .toList();
    }

    Review review(FormRecord ticket) {
        return reviews.of(ticket.id());
    }

    /** Keeps what was ticked and typed so far; what is wrong with what was typed is told, and then nothing is kept. */
    @Transactional
    public List<Fault> keep(FormRecord ticket, Set<String> ticks, Map<String, String> typed, Actor actor) {
        if (!isUnderReview(ticket) || isOwn(ticket, actor)) {
            return List.of(Fault.at("", isOwn(ticket, actor) ? "ERR_SELF_APPROVAL" : "ERR_FORBIDDEN"));
        }
        var check = new ScreenCheck(catalogue, forms.around(ticket, actor).today());
        var values = check.tidy(keyed(), typed);
        var faults = check.faults(keyed(), values).stream()
                .filter(fault -> !fault.warning())
                .toList();
        if (faults.isEmpty()) {
            var kept = new HashMap<>(values);
            kept.values().removeIf(String::isEmpty);
            reviews.keep(ticket.id(), new Review(checklist(ticket, actor).known(ticks), kept, false), actor);
            tell(ticket, "review", List.of(), actor);
        }
        return faults;
    }

    /** 递交数据中心: keeps the ticks, and takes the step where nothing is missing. */
    @Transactional
    public List<Fault> forward(
            FormRecord ticket, int version, Set<String> ticks, Map<String, String> typed, Actor actor) {
        var faults = keep(ticket, ticks, typed, actor);
        return faults.isEmpty() ? faults(steps.take(ticket.id(), version, "forward", Decision.plain(), actor)) : faults;
    }

    /** 不予办理: answers the ticket with the reasons; nothing is issued. A new filing may follow. */
    @Transactional
    public List<Fault> refuse(FormRecord ticket, int version, List<String> codes, String reason, Actor actor) {
        int length = reason.strip().length();
        var known = codes.stream()
                .filter(code -> catalogue
                        .options("refusal_reason")
                        .find(code, forms.around(ticket, actor).today())
                        .isPresent())
                .toList();
        if (known.isEmpty() || length < LEAST_REASON || length > MOST_REASON) {
            return List.of(Fault.at("reason", "ERR_REASON_REQUIRED"));
        }
        if (!isUnderReview(ticket)) {
            return List.of(Fault.at("", "ERR_FORBIDDEN"));
        }
        var before = review(ticket);
        reviews.keep(ticket.id(), new Review(before.ticks(), before.keyed(), true), actor);
        var decision = new Decision(known, "", Map.of("body", told(known, reason.strip())), false);
        var faults = faults(steps.take(ticket.id(), version, "reply", decision, actor));
        if (faults.isEmpty()) {
            tell(ticket, "refuse", known, actor);
        } else {
            reviews.keep(ticket.id(), before, actor);
        }
        return faults;
    }

    private String told(List<String> codes, String reason) {
        var labels = codes.stream()
                .map(code -> catalogue.options("refusal_reason").label(code).zh())
                .reduce((one, other) -> one + "、" + other)
                .orElse("");
        return "不予办理：" + labels + "。" + reason;
    }

    /** Only while the service desk works on it, and before anything was issued. */
    private boolean isUnderReview(FormRecord ticket) {
        return cases.state(ticket).filter(CaseState.CHECKING::equals).isPresent();
    }

    private static boolean isOwn(FormRecord ticket, Actor actor) {
        return ticket.enterprise().isPresent() && ticket.enterprise().equals(actor.enterprise());
    }

    private static List<Fault> faults(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> List.of();
            case Outcome.Refused(var faults) -> faults;
        };
    }

    private void tell(FormRecord ticket, String action, List<String> reasons, Actor actor) {
        audit.write(AuditEntry.done(
                        actor.login(), actor.name(), "CS_AGENT", "local-filing", TicketRules.number(ticket), action)
                .version(ticket.version())
                .because(reasons, ""));
    }
}
