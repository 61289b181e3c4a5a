package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.RecordPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 常用回复: read by the desk, kept by whoever leads it. */
@Controller
@Requires(function = "canned_answers", right = Right.READ)
@RequestMapping("/desk/canned")
class CannedPages {

    private static final CannedAnswer BLANK = new CannedAnswer(0, "", "", "", "", false, 0);

    private final CannedAnswers answers;
    private final FormCatalogue catalogue;
    private final RecordPage page;

    CannedPages(CannedAnswers answers, FormCatalogue catalogue, RecordPage page) {
        this.answers = answers;
        this.catalogue = catalogue;
        this.page = page;
    }

    @GetMapping
    String show(Actor actor, @RequestParam(defaultValue = "0") long edit, Model model) {
        model.addAttribute("answers", answers.all());
        model.addAttribute("mayEdit", actor.has("CS_SUPERVISOR"));
        if (!(model.getAttribute("typed") instanceof CannedAnswer)) {
            model.addAttribute("typed", answers.find(edit).orElse(BLANK));
        }
        return "desk-canned";
    }

    @PostMapping
    @Requires(function = "canned_answers", right = Right.UPDATE)
    String keep(
            Actor actor,
            @RequestParam(defaultValue = "0") long id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String titleZh,
            @RequestParam(defaultValue = "") String titleEn,
            @RequestParam(defaultValue = "") String bodyZh,
            @RequestParam(defaultValue = "") String bodyEn,
            @RequestParam(defaultValue = "false") boolean retired,
            Model model,
            RedirectAttributes next) {
        var typed = new CannedAnswer(
                id, titleZh.strip(), titleEn.strip(), bodyZh.strip(), bodyEn.strip(), retired, version);
        var faults = answers.keep(typed, actor);
        if (faults.isEmpty()) {
            next.addFlashAttribute("saved", true);
            return "redirect:/desk/canned";
        }
        model.addAttribute("typed", typed);
        model.addAttribute("faults", page.faults(faults, catalogue.form(Tickets.FORM)));
        return show(actor, id, model);
    }
}
