package io.kouan.platform.forms.page;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.FormAudit;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Mask;
import io.kouan.platform.forms.definition.Section;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/** One group of questions per page; kept while somebody types, checked when they go on. */
@Controller
@Requires(function = "forms", right = Right.UPDATE)
@RequestMapping("/forms/{form}/{id:\\d{1,18}}/{section:[a-z_0-9]+}")
class SectionPages {

    private final FormCatalogue catalogue;
    private final Forms forms;
    private final FormEditing editing;
    private final RecordPage page;
    private final FormAudit audit;
    private final Clock clock;

    SectionPages(
            FormCatalogue catalogue, Forms forms, FormEditing editing, RecordPage page, FormAudit audit, Clock clock) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.editing = editing;
        this.page = page;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    String ask(
            Actor actor, @PathVariable String form, @PathVariable long id, @PathVariable String section, Model model) {
        var record = record(form, id, actor);
        var asked = section(record, section);
        if (asked.fields().stream().anyMatch(field -> field.mask() != Mask.NONE)) {
            audit.viewed(record, actor);
        }
        show(record, asked, record.answers(), List.of(), actor, model);
        return "form-section";
    }

    @PostMapping
    String leave(
            Actor actor,
            @PathVariable String form,
            @PathVariable long id,
            @PathVariable("section") String key,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam int version,
            Model model) {
        var record = record(form, id, actor);
        var section = section(record, key);
        var typed = Typed.of(section, sent, forms.corrections(record, actor), record.answers());
        boolean rows = sent.containsKey("add") || sent.containsKey("remove");
        var outcome = editing.save(id, version, typed, rows ? Optional.empty() : Optional.of(key), actor);
        return switch (outcome) {
            case Outcome.Done(var saved, var faults)
            when !rows && faults.isEmpty() -> "redirect:/forms/" + form + "/" + id + next(saved, section, actor);
            case Outcome.Done(var saved, var faults) -> {
                show(saved, section, saved.answers(), rows ? List.of() : faults, actor, model);
                yield "form-section";
            }
            case Outcome.Refused(var faults) -> {
                show(record, section, forms.typing(record, typed, actor), faults, actor, model);
                yield "form-section";
            }
        };
    }

    /** While somebody types: keeps it, and says what is wrong with what is there. */
    @PostMapping("/draft")
    String keep(
            Actor actor,
            @PathVariable String form,
            @PathVariable long id,
            @PathVariable("section") String key,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam int version,
            Model model) {
        var record = record(form, id, actor);
        var section = section(record, key);
        var typed = Typed.of(section, sent, forms.corrections(record, actor), record.answers());
        switch (editing.save(id, version, typed, Optional.empty(), actor)) {
            case Outcome.Done(var saved, var faults) -> {
                show(saved, section, saved.answers(), faults, actor, model);
                model.addAttribute("saved", RecordView.time(clock.instant()));
            }
            case Outcome.Refused(var faults) ->
                show(record, section, forms.typing(record, typed, actor), faults, actor, model);
        }
        return "form-section :: kept";
    }

    /** The next group that is asked, or the task list after the last. */
    private String next(FormRecord record, Section section, Actor actor) {
        var asked = forms.shown(record, actor).stream()
                .filter(it -> it.fields().stream().anyMatch(Field::isOpen))
                .map(Section::key)
                .toList();
        int at = asked.indexOf(section.key());
        return at >= 0 && at + 1 < asked.size() ? "/" + asked.get(at + 1) : "";
    }

    private void show(
            FormRecord record, Section section, Answers answers, List<Fault> faults, Actor actor, Model model) {
        var form = forms.form(record);
        var language = Tongue.now();
        var views = page.faults(faults, form);
        page.head(form, model);
        var maker = new FieldView.Maker(catalogue, forms.around(record, actor), language, views);
        model.addAttribute("record", RecordView.of(record, form, language));
        boolean editable = forms.mayEdit(record, actor);
        var corrections = forms.corrections(record, actor);
        model.addAttribute(
                "group",
                editable
                        ? SectionView.writable(section, answers, maker, corrections)
                        : SectionView.of(section, answers, maker, Set.of()));
        model.addAttribute("editable", editable && corrections.opensAnyOf(section));
        model.addAttribute("corrected", editable && corrections.locks());
        model.addAttribute("faults", views);
        var asked = forms.shown(record, actor).stream()
                .filter(it -> it.fields().stream().anyMatch(Field::isOpen))
                .map(Section::key)
                .toList();
        model.addAttribute("at", asked.indexOf(section.key()) + 1);
        model.addAttribute("of", asked.size());
    }

    private FormRecord record(String form, long id, Actor actor) {
        return forms.find(id, actor)
                .filter(record -> record.form().equals(form))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Section section(FormRecord record, String key) {
        return forms.form(record).section(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
