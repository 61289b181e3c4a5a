package io.kouan.platform.forms.page;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseNames;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.Desk;
import io.kouan.platform.forms.DeskLink;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FieldType;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Source;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The officers' desk (审批工作台): the queue, and one record with what changed, what happened and what can be decided. */
@Controller
@Requires(function = "desk", right = Right.READ)
@RequestMapping("/desk")
class DeskPages {

    private final FormCatalogue catalogue;
    private final Forms forms;
    private final Desk desk;
    private final FormSteps steps;
    private final RecordPage page;
    private final EnterpriseProfiles enterprises;
    private final EnterpriseNames names;
    private final List<DeskLink> links;

    DeskPages(
            FormCatalogue catalogue,
            Forms forms,
            Desk desk,
            FormSteps steps,
            RecordPage page,
            EnterpriseProfiles enterprises,
            EnterpriseNames names,
            List<DeskLink> links) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.desk = desk;
        this.steps = steps;
        this.page = page;
        this.enterprises = enterprises;
        this.names = names;
        this.links = List.copyOf(links);
    }

    /** A row of the queue. */
    public record Waiting(RecordView record, String enterprise, String since, boolean mine) {}

    @GetMapping
    String queue(Actor actor, Model model) {
        if (!desk.isFor(actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var queue = desk.queue(actor);
        var settled = desk.settled(actor);
        var names = this.names.named(Stream.concat(queue.stream(), settled.stream())
                .flatMap(record -> record.enterprise().stream().boxed())
                .collect(Collectors.toSet()));
        model.addAttribute(
                "waiting",
                queue.stream().map(record -> waiting(record, actor, names)).toList());
        model.addAttribute(
                "settled",
                settled.stream().map(record -> waiting(record, actor, names)).toList());
        model.addAttribute(
                "links", links.stream().filter(link -> link.isFor(actor)).toList());
        return "desk";
    }

    private Waiting waiting(FormRecord record, Actor actor, Map<Long, EnterpriseNames.Name> names) {
        return new Waiting(
                RecordView.of(record, forms.form(record), Tongue.now()),
                record.enterprise().stream()
                        .mapToObj(id -> Optional.ofNullable(names.get(id))
                                .map(EnterpriseNames.Name::zh)
                                .orElse(""))
                        .findFirst()
                        .orElse(""),
                record.submittedAt().map(RecordView::time).orElse(""),
                record.claimedBy().filter(actor.login()::equals).isPresent());
    }

    private String enterprise(FormRecord record) {
        return record.enterprise().isPresent()
                ? enterprises.of(record.enterprise().getAsLong()).nameZh()
                : "";
    }

    @GetMapping("/{id:\\d{1,18}}")
    String show(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
        var found = desk.isFor(actor) ? forms.find(id, actor) : Optional.<FormRecord>empty();
        if (found.isEmpty() && forms.refusalToSee(id, actor).equals("ERR_OUT_OF_SCOPE")) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            model.addAttribute("refusal", catalogue.message("ERR_OUT_OF_SCOPE").in(Tongue.now()));
            return "desk-refused";
        }
        var record = record(id, actor);
        page.fill(record, actor, model);
        model.addAttribute("enterprise", enterprise(record));
        model.addAttribute("sections", page.sections(record, actor, desk.changes(record)));
        var typed = model.getAttribute("typed") instanceof TypedDecision held ? held : TypedDecision.nothing();
        model.addAttribute("typed", typed);
        model.addAttribute("checklists", page.checklists(record, actor, typed.ticks()));
        model.addAttribute("entered", page.entered(record, actor, typed.values()));
        model.addAttribute(
                "mine", record.claimedBy().filter(actor.login()::equals).isPresent());
        model.addAttribute(
                "reasons",
                catalogue.options("refusal_reason").on(page.today()).stream()
                        .map(option -> new FieldView.Choice(
                                option.code(),
                                option.label().in(Tongue.now()),
                                typed.reasons().contains(option.code())))
                        .toList());
        return "desk-record";
    }

    @PostMapping("/{id:\\d{1,18}}/claim")
    String claim(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam boolean take,
            RedirectAttributes next) {
        var outcome = steps.claim(id, version, take, actor);
        return told(outcome, id, record(id, actor), next);
    }

    @PostMapping("/{id:\\d{1,18}}/step/{action}")
    String decide(
            Actor actor,
            @PathVariable long id,
            @PathVariable String action,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next) {
        var record = record(id, actor);
        var reasons = sent.getOrDefault("reasons", List.of());
        var reason = sent.getOrDefault("reason", List.of("")).getFirst();
        boolean confirmed = sent.containsKey("confirmed");
        var places = sent.getOrDefault("places", List.of()).stream()
                .filter(place -> forms.isItem(record, place))
                .toList();
        var decision = new Decision(reasons, reason, places, values(record, sent), confirmed, ticks(sent));
        var outcome = steps.take(id, version, action, decision, actor);
        if (outcome instanceof Outcome.Refused) {
            next.addFlashAttribute("typed", TypedDecision.of(decision));
        }
        return told(outcome, id, record, next);
    }

    private static Set<String> ticks(MultiValueMap<String, String> sent) {
        return Set.copyOf(sent.getOrDefault("ticks", List.of()));
    }

    private Map<String, String> values(FormRecord record, MultiValueMap<String, String> sent) {
        var values = new LinkedHashMap<String, String>();
        forms.form(record)
                .fields()
                .filter(field -> field.source() == Source.REVIEWER)
                .forEach(field -> sent.forEach((name, value) -> {
                    if (name.equals(field.key()) || name.endsWith("." + field.key())) {
                        values.put(name, value.getLast());
                    }
                }));
        unticked(record, sent, values);
        return values;
    }

    /** A browser does not send a box that was unticked; the page names the boxes that it had. */
    private void unticked(FormRecord record, MultiValueMap<String, String> sent, Map<String, String> values) {
        var boxes = forms.form(record)
                .fields()
                .filter(field -> field.source() == Source.REVIEWER && field.type() == FieldType.BOOLEAN)
                .map(Field::key)
                .toList();
        sent.getOrDefault("boxes", List.of()).stream()
                .filter(name -> boxes.contains(name.substring(name.lastIndexOf('.') + 1)))
                .forEach(name -> values.putIfAbsent(name, ""));
    }

    private String told(Outcome outcome, long id, FormRecord record, RedirectAttributes next) {
        switch (outcome) {
            case Outcome.Done _ -> next.addFlashAttribute("done", true);
            case Outcome.Refused(var faults) -> {
                next.addFlashAttribute("faults", page.faults(faults, forms.form(record)));
                next.addFlashAttribute("confirmable", faults.stream().allMatch(Fault::warning));
            }
        }
        return "redirect:/desk/" + id;
    }

    private FormRecord record(long id, Actor actor) {
        if (!desk.isFor(actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return forms.find(id, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
