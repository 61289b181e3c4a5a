package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.Section;
import io.kouan.platform.forms.page.Questions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 基础资料管理 (screen 5.3): 企业资质 and 用户资料 of the registration. Contact data and the password are changed freely; the credit code
 * and the name stay as they were approved.
 */
@Controller
@Requires(function = "basic_data", right = Right.READ)
@RequestMapping("/service-desk/profile")
class ProfilePages {

    private static final List<String> CONTACT =
            List.of("company_email", "user_email", "mobile", "qq", "notify_email", "notify_sms");
    private static final List<String> PASSWORD = List.of("password", "password_confirm");

    private final DeskAccounts accounts;
    private final DeskProfile profile;
    private final DeskForm form;
    private final Questions questions;

    ProfilePages(DeskAccounts accounts, DeskProfile profile, DeskForm form, Questions questions) {
        this.accounts = accounts;
        this.profile = profile;
        this.form = form;
        this.questions = questions;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        var account = accounts.of(actor.login());
        return show(
                actor, account.map(DeskAccount::answers).orElse(Answers.NONE), List.of(), account.isPresent(), model);
    }

    private String show(Actor actor, Answers answers, List<Fault> faults, boolean known, Model model) {
        var told = questions.told(faults, form.definition());
        model.addAttribute("place", "profile");
        model.addAttribute("user", actor.name());
        model.addAttribute("known", known);
        if (known) {
            model.addAttribute("faults", told);
            model.addAttribute(
                    "groups", form.told(accounts.of(actor.login()).orElseThrow().answers()));
            model.addAttribute(
                    "contact",
                    sections(CONTACT).stream()
                            .map(section -> questions.ask(section, answers, told))
                            .toList());
            model.addAttribute(
                    "password",
                    sections(PASSWORD).stream()
                            .map(section -> questions.ask(section, Answers.NONE, told))
                            .toList());
        }
        return "service-desk-profile";
    }

    private List<Section> sections(List<String> keys) {
        return form.definition().sections().stream()
                .map(section -> section.only(keys))
                .filter(section -> !section.fields().isEmpty())
                .toList();
    }

    @PostMapping("/contact")
    @Requires(function = "basic_data", right = Right.UPDATE)
    String contact(
            Actor actor, @RequestParam MultiValueMap<String, String> sent, Model model, RedirectAttributes next) {
        var account = own(actor);
        var typed = Answers.NONE;
        var faults = new ArrayList<Fault>();
        for (Section section : sections(CONTACT)) {
            typed = typed.with(questions.typed(section, sent).fields());
        }
        var whole = questions.tidy(form.definition(), account.answers().with(typed.fields()));
        for (Section section : sections(CONTACT)) {
            faults.addAll(questions.faults(form.definition(), section, whole));
        }
        if (faults.isEmpty() && accounts.isMobileTaken(whole.text("mobile"), account.id())) {
            faults.add(Fault.at("mobile", "ERR_MOBILE_TAKEN"));
        }
        if (!faults.isEmpty()) {
            return show(actor, whole, faults, true, model);
        }
        try {
            profile.changeContact(account, account.answers().with(only(whole)), actor);
        } catch (DuplicateKeyException _) {
            return show(actor, whole, List.of(Fault.at("mobile", "ERR_MOBILE_TAKEN")), true, model);
        }
        next.addFlashAttribute("saved", true);
        return "redirect:/service-desk/profile";
    }

    private static java.util.Map<String, String> only(Answers whole) {
        var fields = new java.util.LinkedHashMap<String, String>();
        CONTACT.forEach(key -> fields.put(key, whole.text(key)));
        return fields;
    }

    @PostMapping("/password")
    @Requires(function = "basic_data", right = Right.UPDATE)
    String password(
            Actor actor,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "current", defaultValue = "") String current,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        var account = own(actor);
        var typed = Answers.NONE;
        var faults = new ArrayList<Fault>();
        for (Section section : sections(PASSWORD)) {
            typed = typed.with(questions.typed(section, sent).fields());
            faults.addAll(questions.faults(form.definition(), section, typed));
        }
        if (faults.isEmpty() && !typed.text("password").equals(typed.text("password_confirm"))) {
            faults.add(Fault.at("password_confirm", "ERR_PASSWORD_CONFIRM"));
        }
        if (faults.isEmpty()) {
            profile.changePassword(account, current, typed.text("password"), request.getRemoteAddr(), actor)
                    .ifPresent(message -> faults.add(Fault.at("", message)));
        }
        if (!faults.isEmpty()) {
            return show(actor, account.answers(), faults, true, model);
        }
        next.addFlashAttribute("saved", true);
        return "redirect:/service-desk/profile";
    }

    private DeskAccount own(Actor actor) {
        return accounts.of(actor.login()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
