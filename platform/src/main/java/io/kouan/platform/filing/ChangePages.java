package io.kouan.platform.filing;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.EntryParts;
import io.kouan.platform.forms.page.FaultView;
import io.kouan.platform.forms.page.Tongue;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 变更备案: begins a change of an approved filing at either entry, and leads to it. */
@Controller
class ChangePages {

    private final EntryParts parts;
    private final FilingChanges changes;
    private final FormCatalogue catalogue;

    ChangePages(EntryParts parts, FilingChanges changes, FormCatalogue catalogue) {
        this.parts = parts;
        this.changes = changes;
        this.catalogue = catalogue;
    }

    @Requires(function = "customs_portal_filing", right = Right.CREATE)
    @PostMapping("/customs-entry/filings/{id:\\d{1,18}}/change")
    String changeAtCustoms(Actor actor, @PathVariable long id, RedirectAttributes next) {
        return change(Entry.CUSTOMS, id, actor, next);
    }

    @Requires(function = "inspection_filing", right = Right.CREATE)
    @PostMapping("/inspection-entry/filings/{id:\\d{1,18}}/change")
    String changeAtInspection(Actor actor, @PathVariable long id, RedirectAttributes next) {
        return change(Entry.INSPECTION, id, actor, next);
    }

    private String change(Entry entry, long id, Actor actor, RedirectAttributes next) {
        var former = parts.own(entry.entrance(), id, actor);
        return switch (changes.begin(former, actor)) {
            case Outcome.Done(var draft, var _) ->
                "redirect:" + entry.entrance().record(draft.id());
            case Outcome.Refused(var faults) -> {
                next.addFlashAttribute(
                        "faults", FaultView.of(faults, catalogue.form(entry.form()), catalogue, Tongue.now()));
                yield "redirect:" + entry.entrance().record(id);
            }
        };
    }
}
