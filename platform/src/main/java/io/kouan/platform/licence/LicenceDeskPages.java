package io.kouan.platform.licence;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Permissions;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.Tongue;
import io.kouan.platform.licence.ClientLicence.Standing;
import io.kouan.platform.licence.ClientLicence.Step;
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

/** 客户端许可证 for the service desk: all of them with their computers, and what can be done about one. */
@Controller
@Requires(function = "licences", right = Right.ISSUE)
@RequestMapping("/desk/licences")
class LicenceDeskPages {

    private static final int LONGEST = 60;

    private final LicenceRegister register;
    private final LicenceViews views;
    private final LicenceDesk desk;
    private final Permissions permissions;
    private final FormCatalogue catalogue;

    LicenceDeskPages(
            LicenceRegister register,
            LicenceViews views,
            LicenceDesk desk,
            Permissions permissions,
            FormCatalogue catalogue) {
        this.register = register;
        this.views = views;
        this.desk = desk;
        this.permissions = permissions;
        this.catalogue = catalogue;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        var text = q.substring(0, Math.min(q.length(), LONGEST)).strip();
        model.addAttribute("q", text);
        model.addAttribute(
                "licences", register.search(text).stream().map(views::of).toList());
        return "desk-licences";
    }

    @GetMapping("/{licence:[A-Z0-9-]{1,20}}")
    String show(Actor actor, @PathVariable String licence, Model model) {
        var found = find(licence);
        model.addAttribute("licence", views.of(found));
        model.addAttribute(
                "next",
                found.steps(views.today()).stream()
                        .filter(step -> may(step, actor))
                        .sorted()
                        .toList());
        return "desk-licence";
    }

    @PostMapping("/{licence:[A-Z0-9-]{1,20}}")
    String take(
            Actor actor,
            @PathVariable String licence,
            @RequestParam int version,
            @RequestParam Step step,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        var found = find(licence);
        if (!may(step, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        desk.take(found.number(), version, step, reason, actor)
                .ifPresentOrElse(
                        message -> {
                            next.addFlashAttribute(
                                    "refused", catalogue.message(message).in(Tongue.now()));
                            next.addFlashAttribute("reason", reason);
                        },
                        () -> next.addFlashAttribute("done", true));
        return "redirect:/desk/licences/" + found.number();
    }

    private ClientLicence find(String number) {
        return register.find(number)
                .filter(licence -> licence.standing() != Standing.DRAWN)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean may(Step step, Actor actor) {
        return step.isOfSupervisor()
                ? permissions.allow(actor.roles(), "licence_suspension", Right.DECIDE)
                : permissions.allow(actor.roles(), "licences", Right.ISSUE);
    }
}
