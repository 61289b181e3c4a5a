package io.kouan.platform.forms.page;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.Applications;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** An enterprise's records of a form: the list, the task list of one, the steps taken from it. */
@Controller
@Requires(function = "forms", right = Right.READ)
@RequestMapping("/forms/{form}")
class FormPages {

    private final FormCatalogue catalogue;
    private final Forms forms;
    private final Applications applications;
    private final EnterpriseProfiles enterprises;
    private final FormEditing editing;
    private final FormSteps steps;
    private final RecordPage page;
    private final List<Entrance> entrances;

    FormPages(
            FormCatalogue catalogue,
            Forms forms,
            Applications applications,
            EnterpriseProfiles enterprises,
            FormEditing editing,
            FormSteps steps,
            RecordPage page,
            List<Entrance> entrances) {
        this.entrances = List.copyOf(entrances);
        this.catalogue = catalogue;
        this.forms = forms;
        this.applications = applications;
        this.enterprises = enterprises;
        this.editing = editing;
        this.steps = steps;
        this.page = page;
    }

    @GetMapping
    String list(Actor actor, @PathVariable String form, @RequestParam MultiValueMap<String, String> sent, Model model) {
        var definition = definition(form);
        var entrance = entrance(form);
        if (entrance.isPresent()) {
            return "redirect:" + entrance.get().list();
        }
        var language = Tongue.now();
        if (actor.enterprise().isEmpty() || !forms.mayOpen(definition, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        page.head(definition, model);
        long enterprise = actor.enterprise().getAsLong();
        model.addAttribute("enterprise", enterprises.of(enterprise).nameZh());
        model.addAttribute(
                "applications",
                ApplicationsView.of(
                        forms.concerns(definition.id(), actor)
                                ? applications.of(enterprise, ApplicationsView.wanted(sent, Optional.of(form)))
                                : List.of(),
                        sent,
                        List.of(definition),
                        catalogue,
                        language));
        forms.refusalToBegin(definition, actor)
                .ifPresent(code -> model.addAttribute("refusal", page.faults(List.of(Fault.at("", code)), definition)));
        return "form-list";
    }

    @PostMapping
    String begin(Actor actor, @PathVariable String form, RedirectAttributes next) {
        return switch (editing.begin(definition(form).id(), actor)) {
            case Outcome.Done(var record, var _) -> "redirect:/forms/" + form + "/" + record.id();
            case Outcome.Refused(var faults) -> {
                next.addFlashAttribute("faults", page.faults(faults, definition(form)));
                yield "redirect:/forms/" + form;
            }
        };
    }

    @GetMapping("/{id:\\d{1,18}}")
    String show(Actor actor, @PathVariable String form, @PathVariable long id, Model model) {
        var record = record(form, id, actor);
        var entrance = entrance(form);
        if (entrance.isPresent()) {
            return "redirect:" + entrance.get().record(id);
        }
        page.fill(record, actor, model);
        return "form-tasks";
    }

    /** A form with an entry of its own is looked at there. */
    private Optional<Entrance> entrance(String form) {
        return entrances.stream()
                .filter(entrance -> entrance.form().equals(form))
                .findFirst();
    }

    @PostMapping("/{id:\\d{1,18}}/step/{action}")
    String take(
            Actor actor,
            @PathVariable String form,
            @PathVariable long id,
            @PathVariable String action,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean confirmed,
            RedirectAttributes next) {
        record(form, id, actor);
        var decision = new Decision(List.of(), "", Map.of(), confirmed);
        var outcome = steps.take(id, version, action, decision, actor);
        return told(outcome, form, id, "done." + action, action, next);
    }

    @PostMapping("/{id:\\d{1,18}}/delete")
    String delete(
            Actor actor,
            @PathVariable String form,
            @PathVariable long id,
            @RequestParam int version,
            RedirectAttributes next) {
        record(form, id, actor);
        var outcome = editing.delete(id, version, actor);
        if (outcome instanceof Outcome.Done) {
            next.addFlashAttribute("deleted", true);
            return "redirect:/forms/" + form;
        }
        return told(outcome, form, id, "", "", next);
    }

    private String told(Outcome outcome, String form, long id, String done, String action, RedirectAttributes next) {
        switch (outcome) {
            case Outcome.Done _ -> next.addFlashAttribute("done", done);
            case Outcome.Refused(var faults) -> {
                next.addFlashAttribute("faults", page.faults(faults, definition(form)));
                next.addFlashAttribute("confirmable", faults.stream().allMatch(Fault::warning) ? action : "");
            }
        }
        return "redirect:/forms/" + form + "/" + id;
    }

    private FormDefinition definition(String form) {
        return catalogue.find(form).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private FormRecord record(String form, long id, Actor actor) {
        return forms.find(id, actor)
                .filter(record -> record.form().equals(form))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
