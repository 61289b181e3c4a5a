package io.kouan.platform.identity;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Section;
import io.kouan.platform.forms.page.Questions;
import io.kouan.platform.identity.SmsCodes.Sending;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Another mobile number (更换手机): a code to the old one and a code to the new one. */
@Controller
@Requires(function = "own_account", right = Right.UPDATE)
@RequestMapping("/account/mobile")
class MobilePages {

    private static final String WANTED = "kouan.mobile";

    private final Accounts accounts;
    private final SmsCodes codes;
    private final Questions questions;
    private final AccountAudit audit;
    private final FormDefinition form;
    private final Section section;

    MobilePages(Accounts accounts, SmsCodes codes, Questions questions, AccountAudit audit, FormCatalogue catalogue) {
        this.accounts = accounts;
        this.codes = codes;
        this.questions = questions;
        this.audit = audit;
        this.form = catalogue.form("user_registration");
        this.section = form.section("administrator").orElseThrow().only(List.of("mobile"));
    }

    @GetMapping
    String ask(Actor actor, HttpSession session, Model model) {
        return page(account(actor), session, "", List.of(), model);
    }

    @PostMapping
    String send(Actor actor, @RequestParam(defaultValue = "") String mobile, HttpSession session, Model model) {
        var account = account(actor);
        var answers = questions.tidy(form, new Answers(Map.of("mobile", mobile), Map.of()));
        var number = answers.text("mobile");
        session.removeAttribute(WANTED);
        var faults = questions.faults(form, section, answers);
        if (faults.isEmpty() && accounts.isMobileTaken(number)) {
            faults = List.of(Fault.at("mobile", "ERR_MOBILE_TAKEN"));
        }
        if (!faults.isEmpty()) {
            return page(account, session, number, faults, model);
        }
        var old = account.details().mobile();
        var sent = old.isEmpty() ? new Sending.Sent() : codes.send(SmsCodes.Purpose.OLD_MOBILE, old);
        if (sent instanceof Sending.Sent) {
            sent = codes.send(SmsCodes.Purpose.NEW_MOBILE, number);
        }
        switch (sent) {
            case Sending.Sent() -> session.setAttribute(WANTED, number);
            case Sending.TooSoon(long seconds) -> model.addAttribute("soon", seconds);
            case Sending.TooMany() -> model.addAttribute("many", true);
        }
        return page(account, session, number, List.of(), model);
    }

    @PostMapping("/confirm")
    String change(
            Actor actor,
            @RequestParam(name = "old_code", defaultValue = "") String oldCode,
            @RequestParam(name = "new_code", defaultValue = "") String newCode,
            HttpSession session,
            Model model) {
        if (!(session.getAttribute(WANTED) instanceof String wanted)) {
            return "redirect:/account/mobile";
        }
        var account = account(actor);
        var old = account.details().mobile();
        boolean right = (old.isEmpty() || codes.use(SmsCodes.Purpose.OLD_MOBILE, old, oldCode))
                && codes.use(SmsCodes.Purpose.NEW_MOBILE, wanted, newCode);
        if (!right) {
            audit.refused(account.login(), "change_mobile", "ERR_SMS_CODE");
            model.addAttribute("wrong", true);
            return page(account, session, wanted, List.of(), model);
        }
        session.removeAttribute(WANTED);
        try {
            accounts.changeMobile(account.login(), wanted);
        } catch (DuplicateKeyException e) {
            // taken by somebody else since the code was sent
            return page(account, session, wanted, List.of(Fault.at("mobile", "ERR_MOBILE_TAKEN")), model);
        }
        audit.done(account, "change_mobile");
        return "redirect:/account?done=mobile";
    }

    private String page(Account account, HttpSession session, String typed, List<Fault> faults, Model model) {
        var told = questions.told(faults, form);
        model.addAttribute("faults", told);
        model.addAttribute("group", questions.ask(section, new Answers(Map.of("mobile", typed), Map.of()), told));
        model.addAttribute("wanted", session.getAttribute(WANTED) instanceof String wanted ? wanted : "");
        model.addAttribute("old", !account.details().mobile().isEmpty());
        return "account-mobile";
    }

    private Account account(Actor actor) {
        return accounts.find(actor.login()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
