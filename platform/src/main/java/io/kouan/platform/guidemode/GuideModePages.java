package io.kouan.platform.guidemode;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.Tongue;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 由沙箱关员办理: the button of the access guide that lets the sandbox's officers decide. */
@Controller
@ConditionalOnExpression(GuideModeConfiguration.ON)
@Requires(function = "sandbox_guide", right = Right.SUBMIT)
class GuideModePages {

    private final SandboxGuide guide;
    private final FormCatalogue catalogue;

    GuideModePages(SandboxGuide guide, FormCatalogue catalogue) {
        this.guide = guide;
        this.catalogue = catalogue;
    }

    @PostMapping("/guide/decide")
    String decide(Actor actor, @RequestParam String step, RedirectAttributes next) {
        var done = guide.decide(step, actor);
        var language = Tongue.now();
        next.addFlashAttribute(
                "decided",
                done.deeds().stream()
                        .map(deed -> catalogue.role(deed.role().name()).in(language) + " · " + deed.name())
                        .toList());
        next.addFlashAttribute(
                "refused",
                done.faults().stream()
                        .map(fault -> catalogue.message(fault.message()).in(language))
                        .toList());
        next.addFlashAttribute("asked", true);
        return "redirect:/guide";
    }
}
