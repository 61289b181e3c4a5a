package io.kouan.platform.servicedesk;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.CurrentActor;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.Tongue;
import io.kouan.platform.identity.SmsCodes;
import io.kouan.platform.identity.SmsCodes.Sending;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 用户注册 of the customer service platform (screen 5.1), and sending it again after a refusal. */
@Controller
class DeskRegisterPages {

    private static final String DONE = "kouan.desk.registered";
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final DeskForm form;
    private final DeskRegistration registration;
    private final DeskAccounts accounts;
    private final SmsCodes codes;
    private final CurrentActor current;
    private final FormCatalogue catalogue;
    private final PortProfile port;
    private final Clock clock;

    DeskRegisterPages(
            DeskForm form,
            DeskRegistration registration,
            DeskAccounts accounts,
            SmsCodes codes,
            CurrentActor current,
            FormCatalogue catalogue,
            PortProfile port,
            Clock clock) {
        this.form = form;
        this.registration = registration;
        this.accounts = accounts;
        this.codes = codes;
        this.current = current;
        this.catalogue = catalogue;
        this.port = port;
        this.clock = clock;
    }

    @GetMapping("/service-desk/register")
    String ask(HttpServletRequest request, Model model) {
        DeskBox.ready(request);
        return ask(form.initial(), List.of(), model);
    }

    private String ask(Answers answers, List<Fault> faults, Model model) {
        form.show(answers, faults, model);
        model.addAttribute("contact", contact());
        return "service-desk-register";
    }

    @PostMapping("/service-desk/register")
    String register(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String captchaId,
            HttpServletRequest request,
            Model model) {
        var answers = form.typed(sent);
        var faults = form.faults(answers, captchaId);
        if (faults.isEmpty()) {
            faults = registration.taken(answers, Optional.empty());
        }
        if (!faults.isEmpty()) {
            return ask(answers, faults, model);
        }
        try {
            registration.register(answers, current.of(request));
        } catch (DuplicateKeyException e) {
            return ask(answers, List.of(Fault.at("login_name", "ERR_USERNAME_TAKEN")), model);
        }
        request.getSession(true).setAttribute(DONE, true);
        return "redirect:/service-desk/registered";
    }

    @GetMapping("/service-desk/registered")
    String done(HttpSession session, Model model) {
        if (session.getAttribute(DONE) == null) {
            return "redirect:/service-desk/register";
        }
        model.addAttribute("contact", contact());
        model.addAttribute("days", days());
        return "service-desk-registered";
    }

    @GetMapping("/service-desk/resubmit")
    String askAgain(HttpServletRequest request, HttpSession session, Model model) {
        DeskBox.ready(request);
        var account = rejected(session);
        return account.isEmpty()
                ? "redirect:/service-desk"
                : askAgain(account.get(), account.get().answers(), List.of(), model);
    }

    private String askAgain(DeskAccount account, Answers answers, List<Fault> faults, Model model) {
        form.show(answers.with("login_name", account.login()), faults, model);
        var reason = account.reasons().stream()
                .map(code -> catalogue.options("refusal_reason").label(code).in(Tongue.now()))
                .toList();
        model.addAttribute("reasons", reason);
        model.addAttribute("reason", account.reason());
        model.addAttribute(
                "mobile",
                catalogue
                        .form(DeskRegistration.FORM)
                        .field("mobile")
                        .orElseThrow()
                        .mask()
                        .of(account.mobile()));
        model.addAttribute("contact", contact());
        return "service-desk-resubmit";
    }

    /** A code to the mobile number that was registered, whatever stands in the form now. */
    @PostMapping("/service-desk/resubmit/code")
    String sendCode(HttpSession session, Model model) {
        var account = rejected(session);
        if (account.isEmpty()) {
            return "redirect:/service-desk";
        }
        return switch (codes.send(SmsCodes.Purpose.SERVICE_DESK, account.get().mobile())) {
            case Sending.Sent() -> "redirect:/service-desk/resubmit?sent";
            case Sending.TooSoon(long seconds) -> "redirect:/service-desk/resubmit?soon=" + seconds;
            case Sending.TooMany() -> "redirect:/service-desk/resubmit?many";
        };
    }

    @PostMapping("/service-desk/resubmit")
    String again(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "sms_code", defaultValue = "") String code,
            HttpSession session,
            Model model) {
        var account = rejected(session);
        if (account.isEmpty()) {
            return "redirect:/service-desk";
        }
        var answers = form.typed(sent).with("login_name", account.get().login());
        var faults = form.faults(answers);
        if (faults.isEmpty()) {
            faults = registration.taken(answers, account);
        }
        if (faults.isEmpty()
                && !codes.use(SmsCodes.Purpose.SERVICE_DESK, account.get().mobile(), code)) {
            faults = List.of(Fault.at("", "ERR_SMS_CODE"));
        }
        if (!faults.isEmpty()) {
            return askAgain(account.get(), answers, faults, model);
        }
        registration.resubmit(account.get(), answers);
        session.removeAttribute(DeskSignInPages.REJECTED);
        session.setAttribute(DONE, true);
        return "redirect:/service-desk/registered";
    }

    /** Whose password was right a while ago. */
    private Optional<DeskAccount> rejected(HttpSession session) {
        if (!(session.getAttribute(DeskSignInPages.REJECTED) instanceof Long id)
                || !(session.getAttribute(DeskSignInPages.REJECTED_SINCE) instanceof Long since)
                || clock.millis() - since > PATIENCE.toMillis()) {
            return Optional.empty();
        }
        return accounts.find(id).filter(account -> account.state() == DeskAccount.State.REJECTED);
    }

    private PortProfile.Phone contact() {
        return port.contact(PortProfile.Subject.SERVICE_DESK_URGENT).phone();
    }

    private int days() {
        return port.deadlines().stream()
                .filter(deadline -> deadline.step() == PortProfile.Step.SERVICE_DESK_ACCOUNT)
                .mapToInt(PortProfile.Deadline::workingDays)
                .findFirst()
                .orElseThrow();
    }
}
