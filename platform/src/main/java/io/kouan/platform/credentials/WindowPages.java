package io.kouan.platform.credentials;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.Mask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What only the window of the data sub-centre does (DSC_CLERK): issue cards, with and without a pre-entry, and renew them. */
@Controller
@Requires(function = "cards", right = Right.ISSUE)
@RequestMapping("/cards")
class WindowPages {

    private static final Map<String, String> PRESET = Map.of("card_medium", "UKEY", "holder_id_type", "RESIDENT_ID");

    private final IssueForm form;
    private final CardDesk desk;
    private final CardSteps steps;
    private final CardApplications applications;
    private final Handouts handouts;
    private final EnterpriseProfiles enterprises;
    private final CardTexts texts;

    WindowPages(
            IssueForm form,
            CardDesk desk,
            CardSteps steps,
            CardApplications applications,
            Handouts handouts,
            EnterpriseProfiles enterprises,
            CardTexts texts) {
        this.form = form;
        this.desk = desk;
        this.steps = steps;
        this.applications = applications;
        this.handouts = handouts;
        this.enterprises = enterprises;
        this.texts = texts;
    }

    @GetMapping("/new")
    String issue(@RequestParam(defaultValue = "false") boolean machine, Model model) {
        return page(machine ? IssueForm.Part.MACHINE : IssueForm.Part.ALL, PRESET, List.of(), "/cards/new", model);
    }

    @PostMapping("/new")
    String issue(
            Actor clerk,
            @RequestParam(defaultValue = "false") boolean machine,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes next) {
        var part = machine ? IssueForm.Part.MACHINE : IssueForm.Part.ALL;
        var values = form.tidy(part, typed);
        var faults = form.faults(part, values);
        var enterprise = enterprises.withCreditCode(values.getOrDefault("uscc", ""));
        if (faults.isEmpty() && enterprise.isEmpty()) {
            faults = List.of(Fault.at("uscc", "UNKNOWN_ENTERPRISE"));
        }
        if (!faults.isEmpty()) {
            return page(part, values, faults, "/cards/new", model);
        }
        var receiver = Optional.of(new CardOrder.Receiver(
                values.getOrDefault("received_by", ""), values.getOrDefault("received_id_no", "")));
        var order = new CardOrder(
                enterprise.orElseThrow(),
                machine ? CardKind.MACHINE : CardKind.valueOf(values.getOrDefault("card_kind", "")),
                machine ? "HSM" : values.getOrDefault("card_medium", ""),
                machine ? "" : values.getOrDefault("card_no", ""),
                machine
                        ? new Card.Holder(
                                values.getOrDefault("hsm_model", ""), "", values.getOrDefault("hsm_serial", ""), "")
                        : new Card.Holder(
                                values.getOrDefault("holder_name", ""),
                                values.getOrDefault("holder_id_type", ""),
                                values.getOrDefault("holder_id_no", ""),
                                ""),
                IssueForm.keys(values),
                receiver,
                Optional.empty());
        return switch (desk.issue(order, clerk)) {
            case CardOutcome.Refused(var refused) -> page(part, values, refused, "/cards/new", model);
            case CardOutcome.Done done ->
                issued(done, clerk, "/cards/" + done.card().id(), next);
        };
    }

    private String issued(CardOutcome.Done done, Actor clerk, String to, RedirectAttributes next) {
        done.file().ifPresent(file -> handouts.put(done.card().id(), file, clerk));
        next.addFlashAttribute("done", texts.text("credentials.done.issue"));
        return "redirect:" + to;
    }

    private String page(
            IssueForm.Part part, Map<String, String> values, List<Fault> faults, String action, Model model) {
        model.addAttribute("machine", part == IssueForm.Part.MACHINE);
        model.addAttribute("action", action);
        model.addAttribute("faults", form.summary(faults));
        model.addAttribute("questions", form.questions(part, values, faults));
        return "card-issue";
    }

    @GetMapping("/applications/{id:\\d{1,18}}")
    String application(Actor clerk, @PathVariable long id, Model model) {
        return application(record(id, clerk), Map.of(), List.of(), model);
    }

    /** A card that was asked for, as the page shows it. */
    public record Asked(int row, String kind, String medium, String holder, String idNumber, Optional<CardView> made) {}

    private String application(FormRecord record, Map<String, String> values, List<Fault> faults, Model model) {
        var rows = applications.rows(record);
        model.addAttribute("id", record.id());
        model.addAttribute("number", record.number().orElse(""));
        model.addAttribute("state", record.state());
        model.addAttribute("stateText", texts.text("credentials.entry." + record.state()));
        model.addAttribute("enterprise", record.answers().text("enterprise_name_zh"));
        model.addAttribute("rows", rows.stream().map(this::asked).toList());
        model.addAttribute("allMade", rows.stream().allMatch(row -> row.made().isPresent()));
        model.addAttribute("faults", form.summary(faults));
        model.addAttribute("questions", form.questions(IssueForm.Part.RECEIVER, values, faults));
        return "card-application";
    }

    private Asked asked(CardApplications.Row row) {
        boolean machine = row.kind() == CardKind.MACHINE;
        return new Asked(
                row.row(),
                machine
                        ? texts.text("credentials.kind.MACHINE")
                        : texts.option("card_kind", row.kind().name()),
                machine ? texts.text("credentials.medium.HSM") : texts.option("card_medium", row.medium()),
                row.holder().name(),
                machine ? row.holder().idNumber() : Mask.ID.of(row.holder().idNumber()),
                row.made().map(card -> CardView.of(card, texts)));
    }

    @GetMapping("/applications/{id:\\d{1,18}}/cards/{row:-?\\d{1,2}}")
    String make(Actor clerk, @PathVariable long id, @PathVariable int row, Model model) {
        var asked = row(record(id, clerk), row);
        model.addAttribute("asked", asked(asked));
        return page(part(asked), Map.of(), List.of(), action(id, row), model);
    }

    @PostMapping("/applications/{id:\\d{1,18}}/cards/{row:-?\\d{1,2}}")
    String make(
            Actor clerk,
            @PathVariable long id,
            @PathVariable int row,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes next) {
        var record = record(id, clerk);
        var asked = row(record, row);
        var part = part(asked);
        var values = form.tidy(part, typed);
        var faults = form.faults(part, values);
        if (faults.isEmpty()) {
            var order = new CardOrder(
                    record.enterprise().orElseThrow(),
                    asked.kind(),
                    asked.medium(),
                    values.getOrDefault("card_no", ""),
                    asked.holder(),
                    IssueForm.keys(values),
                    Optional.empty(),
                    Optional.of(new CardOrder.Origin(id, row)));
            switch (desk.issue(order, clerk)) {
                case CardOutcome.Refused(var refused) -> faults = refused;
                case CardOutcome.Done done -> {
                    return issued(done, clerk, "/cards/" + done.card().id(), next);
                }
            }
        }
        model.addAttribute("asked", asked(asked));
        return page(part, values, faults, action(id, row), model);
    }

    private static String action(long id, int row) {
        return "/cards/applications/" + id + "/cards/" + row;
    }

    private static IssueForm.Part part(CardApplications.Row asked) {
        return asked.kind().isCard() ? IssueForm.Part.NUMBER : IssueForm.Part.KEYS;
    }

    /** Only a row that waits for its card, of a pre-entry that was accepted. */
    private CardApplications.Row row(FormRecord record, int row) {
        return applications.rows(record).stream()
                .filter(asked -> record.state().equals("ACCEPTED"))
                .filter(asked -> asked.row() == row && asked.made().isEmpty())
                .findFirst()
                .orElseThrow(WindowPages::missing);
    }

    @PostMapping("/applications/{id:\\d{1,18}}/make")
    String made(Actor clerk, @PathVariable long id, RedirectAttributes next) {
        return told(applications.make(record(id, clerk), clerk), id, "made", next);
    }

    @PostMapping("/applications/{id:\\d{1,18}}/hand-over")
    String handOver(
            Actor clerk,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes next) {
        var record = record(id, clerk);
        var values = form.tidy(IssueForm.Part.RECEIVER, typed);
        var faults = form.faults(IssueForm.Part.RECEIVER, values);
        if (!faults.isEmpty()) {
            return application(record, values, faults, model);
        }
        var receiver = new CardOrder.Receiver(
                values.getOrDefault("received_by", ""), values.getOrDefault("received_id_no", ""));
        return told(applications.handOver(record, receiver, clerk), id, "hand-over", next);
    }

    private String told(Outcome outcome, long id, String action, RedirectAttributes next) {
        switch (outcome) {
            case Outcome.Done _ -> next.addFlashAttribute("done", texts.text("credentials.done." + action));
            case Outcome.Refused(var faults) ->
                next.addFlashAttribute("refusal", texts.of(faults.getFirst().message()));
        }
        return "redirect:/cards/applications/" + id;
    }

    @GetMapping("/{id:\\d{1,18}}/renew")
    String renew(Actor clerk, @PathVariable long id, Model model) {
        model.addAttribute("renewed", CardView.of(card(id, clerk), texts));
        return page(IssueForm.Part.KEYS, Map.of(), List.of(), "/cards/" + id + "/renew", model);
    }

    @PostMapping("/{id:\\d{1,18}}/renew")
    String renew(
            Actor clerk,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes next) {
        var card = card(id, clerk);
        var values = new HashMap<>(form.tidy(IssueForm.Part.KEYS, typed));
        var faults = form.faults(IssueForm.Part.KEYS, values);
        if (faults.isEmpty()) {
            switch (desk.renew(id, IssueForm.keys(values), clerk)) {
                case CardOutcome.Refused(var refused) -> faults = refused;
                case CardOutcome.Done done -> {
                    return issued(done, clerk, "/cards/" + id, next);
                }
            }
        }
        model.addAttribute("renewed", CardView.of(card, texts));
        return page(IssueForm.Part.KEYS, values, faults, "/cards/" + id + "/renew", model);
    }

    private Card card(long id, Actor clerk) {
        return steps.find(id, clerk).orElseThrow(WindowPages::missing);
    }

    private FormRecord record(long id, Actor clerk) {
        return applications.find(id, clerk).orElseThrow(WindowPages::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
