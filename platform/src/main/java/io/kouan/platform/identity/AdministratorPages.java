package io.kouan.platform.identity;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
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

/** The page 变更企业管理员, open to whoever has signed in with the legal-person card (roles.md section 5). */
@Controller
@Requires(function = "enterprise_administrator", right = Right.UPDATE)
@RequestMapping("/account/administrator")
class AdministratorPages {

    private final Administrators administrators;
    private final Operators operators;
    private final AdministratorForm form;

    AdministratorPages(Administrators administrators, Operators operators, AdministratorForm form) {
        this.administrators = administrators;
        this.operators = operators;
        this.form = form;
    }

    @GetMapping
    String show(Actor legalPerson, Model page) {
        return page(legalPerson, form.initial(), List.of(), page);
    }

    /** An operator becomes the administrator. */
    @PostMapping
    String change(Actor legalPerson, @RequestParam(defaultValue = "") String login, Model page) {
        if (administrators.change(login, enterprise(legalPerson), legalPerson).isEmpty()) {
            page.addAttribute("unchosen", true);
            return show(legalPerson, page);
        }
        return "redirect:/account/enterprise";
    }

    /** Somebody new becomes the administrator; the initial password stands in the answer alone. */
    @PostMapping("/new")
    String open(Actor legalPerson, @RequestParam MultiValueMap<String, String> sent, Model page) {
        var typed = form.typed(sent);
        var answers = form.tidy(typed);
        var faults = new ArrayList<>(form.faults(answers));
        if (faults.isEmpty()) {
            try {
                page.addAttribute("password", administrators.open(answers, enterprise(legalPerson), legalPerson));
                page.addAttribute("login", answers.text("username"));
                page.addAttribute("next", "/account/enterprise");
                return "account-operator-created";
            } catch (DuplicateKeyException e) {
                // somebody else took it at the same moment
                faults.addAll(operators.taken(answers));
            }
        }
        return page(legalPerson, typed, faults, page);
    }

    private String page(Actor legalPerson, Answers answers, List<Fault> faults, Model page) {
        var told = form.told(faults);
        page.addAttribute("faults", told);
        page.addAttribute("group", form.ask(answers, told));
        page.addAttribute(
                "present",
                administrators.of(enterprise(legalPerson)).stream()
                        .map(OperatorPages.Row::of)
                        .toList());
        page.addAttribute(
                "candidates",
                administrators.candidates(enterprise(legalPerson)).stream()
                        .map(OperatorPages.Row::of)
                        .toList());
        return "account-administrator";
    }

    private static long enterprise(Actor actor) {
        return actor.enterprise().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
