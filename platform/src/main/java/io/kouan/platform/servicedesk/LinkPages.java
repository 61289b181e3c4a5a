package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.Tongue;
import io.kouan.platform.identity.Captchas;
import io.kouan.platform.identity.PasswordCheck;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page 关联客服平台账号 of the user centre: links an account by signing in to it, or unlinks it. */
@Controller
@Requires(function = "cs_account_link", right = Right.UPDATE)
@RequestMapping("/service-desk/link")
class LinkPages {

    private final AccountLinks links;
    private final DeskSignIn signIn;
    private final Captchas captchas;
    private final FormCatalogue catalogue;

    LinkPages(AccountLinks links, DeskSignIn signIn, Captchas captchas, FormCatalogue catalogue) {
        this.links = links;
        this.signIn = signIn;
        this.captchas = captchas;
        this.catalogue = catalogue;
    }

    @GetMapping
    String show(Actor actor, HttpServletRequest request, Model page) {
        DeskBox.ready(request);
        return show(actor, "", "", false, page);
    }

    private String show(Actor actor, String message, String minutes, boolean captcha, Model page) {
        page.addAttribute("linked", links.of(actor).map(DeskAccount::login).orElse(""));
        page.addAttribute("may", links.mayLink(actor));
        page.addAttribute(
                "wrong",
                message.isEmpty()
                        ? ""
                        : catalogue
                                .message(message)
                                .in(Tongue.now())
                                .replace("{minutes}", minutes)
                                .replace("{reason}", ""));
        page.addAttribute("captcha", captcha ? Optional.of(captchas.ask()) : Optional.empty());
        return "service-desk-link";
    }

    @PostMapping
    String link(
            Actor actor,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String captchaId,
            @RequestParam(defaultValue = "") String captcha,
            HttpServletRequest request,
            Model page,
            RedirectAttributes next) {
        var typed = new PasswordCheck.Typed(login, password, captchaId, captcha, request.getRemoteAddr());
        return switch (links.link(typed, actor)) {
            case AccountLinks.Result.Done() -> {
                next.addFlashAttribute("done", "linked");
                yield "redirect:/service-desk/link";
            }
            case AccountLinks.Result.Refused(var message) -> show(actor, message, "", signIn.needCaptcha(login), page);
            case AccountLinks.Result.Locked(long minutes) ->
                show(actor, "ERR_ACCOUNT_LOCKED", Long.toString(minutes), false, page);
        };
    }

    @PostMapping("/end")
    String unlink(Actor actor, RedirectAttributes next) {
        if (links.unlink(actor)) {
            next.addFlashAttribute("done", "unlinked");
        }
        return "redirect:/service-desk/link";
    }
}
