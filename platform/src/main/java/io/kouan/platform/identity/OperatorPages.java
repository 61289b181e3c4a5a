package io.kouan.platform.identity;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Menu;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.forms.definition.Mask;
import io.kouan.platform.forms.definition.Section;
import io.kouan.platform.forms.page.Questions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
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

/** The pages of 操作员管理 (screen {@code operator_account}). */
@Controller
@Requires(function = "operators", right = Right.READ)
@RequestMapping("/account/operators")
class OperatorPages {

    private final Operators operators;
    private final Questions questions;
    private final FormDefinition screen;
    private final Section section;

    OperatorPages(Operators operators, Questions questions, FormCatalogue catalogue) {
        this.operators = operators;
        this.questions = questions;
        this.screen = catalogue.screenForm("operator_account", new Label("操作员管理", "Operators"));
        this.section = screen.sections().getFirst();
    }

    /** An operator in the list. */
    public record Row(
            String login, String name, String mobile, boolean qualification, boolean handin, boolean disabled) {

        static Row of(Account account) {
            return new Row(
                    account.login(),
                    account.name(),
                    Mask.MOBILE.of(account.details().mobile()),
                    account.menus().contains(Menu.QUALIFICATION),
                    account.menus().contains(Menu.HANDIN),
                    account.disabled());
        }
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute(
                "operators",
                operators.of(enterprise(actor)).stream().map(Row::of).toList());
        return "account-operators";
    }

    @GetMapping("/new")
    @Requires(function = "operators", right = Right.CREATE)
    String ask(Model model) {
        return ask(questions.initial(screen), List.of(), model);
    }

    @PostMapping("/new")
    @Requires(function = "operators", right = Right.CREATE)
    String create(Actor actor, @RequestParam MultiValueMap<String, String> sent, Model model) {
        var typed = questions.typed(section, sent);
        var answers = questions.tidy(screen, typed);
        var faults = new ArrayList<>(questions.faults(screen, answers));
        if (faults.isEmpty()) {
            faults.addAll(operators.taken(answers));
        }
        if (faults.isEmpty()) {
            try {
                model.addAttribute("password", operators.create(answers, enterprise(actor), actor));
                model.addAttribute("login", answers.text("username"));
                return "account-operator-created";
            } catch (DuplicateKeyException e) {
                // somebody else took it at the same moment
                faults.addAll(operators.taken(answers));
            }
        }
        return ask(typed, faults, model);
    }

    private String ask(Answers answers, List<Fault> faults, Model model) {
        var told = questions.told(faults, screen);
        model.addAttribute("faults", told);
        model.addAttribute("group", questions.ask(section, answers, told));
        return "account-operator-new";
    }

    @PostMapping("/{login:[A-Za-z0-9_]{1,100}}/menus")
    @Requires(function = "operators", right = Right.UPDATE)
    String allow(Actor actor, @PathVariable String login, @RequestParam MultiValueMap<String, String> sent) {
        var typed = questions.typed(section, sent);
        operators.allow(operator(login, actor), Operators.menus(typed), actor);
        return "redirect:/account/operators";
    }

    @PostMapping("/{login:[A-Za-z0-9_]{1,100}}/disable")
    @Requires(function = "operators", right = Right.UPDATE)
    String disable(Actor actor, @PathVariable String login) {
        operators.disable(operator(login, actor), actor);
        return "redirect:/account/operators";
    }

    @PostMapping("/{login:[A-Za-z0-9_]{1,100}}/enable")
    @Requires(function = "operators", right = Right.UPDATE)
    String enable(Actor actor, @PathVariable String login) {
        operators.enable(operator(login, actor), actor);
        return "redirect:/account/operators";
    }

    private Account operator(String login, Actor actor) {
        return operators
                .find(login, enterprise(actor))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static long enterprise(Actor actor) {
        return actor.enterprise().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
