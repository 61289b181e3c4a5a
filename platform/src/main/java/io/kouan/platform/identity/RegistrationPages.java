package io.kouan.platform.identity;

import io.kouan.platform.accounts.AddressLimits;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.page.Questions;
import io.kouan.platform.forms.page.SectionView;
import io.kouan.platform.identity.SmsCodes.Sending;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The pages of the registration (立即注册, handbook screen 1.2): kind of user, enterprise, administrator, mobile number, check your
 * answers. What was typed stays in the session until the end. Whether something is taken already is told only after a captcha, so that
 * a program cannot ask it by the thousand.
 */
@Controller
class RegistrationPages {

    private static final String DRAFT = "kouan.registration";
    private static final String DONE = "kouan.registered";

    private final FormDefinition form;
    private final Questions questions;
    private final SelfRegistration registration;
    private final Captchas captchas;
    private final SmsCodes codes;
    private final PasswordEncoder passwords;
    private final AddressLimits limits;

    RegistrationPages(
            FormCatalogue catalogue,
            Questions questions,
            SelfRegistration registration,
            Captchas captchas,
            SmsCodes codes,
            PasswordEncoder passwords,
            AddressLimits limits) {
        this.form = catalogue.form("user_registration");
        this.questions = questions;
        this.registration = registration;
        this.captchas = captchas;
        this.codes = codes;
        this.passwords = passwords;
        this.limits = limits;
    }

    @GetMapping("/register")
    String begin(HttpSession session, Model model) {
        return ask(RegistrationStep.KIND, draft(session), List.of(), session, model);
    }

    @GetMapping("/register/{path:[a-z_]+}")
    String ask(@PathVariable String path, HttpSession session, Model model) {
        var step = step(path);
        var draft = draft(session);
        var missing = missing(step, draft, session);
        return missing.isEmpty() ? ask(step, draft, List.of(), session, model) : missing;
    }

    /** Nobody jumps over a page; users with a card show it after the first one. */
    private static String missing(RegistrationStep step, RegistrationDraft draft, HttpSession session) {
        boolean unread = step != RegistrationStep.KIND
                && SelfRegistration.isWithCard(draft.answers())
                && isDone(RegistrationStep.KIND, draft)
                && RegistrationCard.in(session).isEmpty();
        if (unread) {
            return "redirect:/register/card";
        }
        return Stream.of(RegistrationStep.values())
                .filter(before -> before.compareTo(step) < 0 && !isDone(before, draft))
                .findFirst()
                .map(before -> "redirect:/register/" + before.path())
                .orElse("");
    }

    private static boolean isDone(RegistrationStep step, RegistrationDraft draft) {
        return step == RegistrationStep.MOBILE
                ? draft.hasProvedMobile()
                : draft.left().contains(step.path());
    }

    @PostMapping("/register/{path:account_kind|enterprise|administrator}")
    String leave(
            @PathVariable String path,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            HttpSession session,
            Model model) {
        var step = step(path);
        var section = step.questions(form);
        var before = draft(session);
        var typed = questions.typed(section, sent);
        var whole = questions.tidy(form, before.answers().with(typed.fields()));
        var draft = before.answered(values(typed, whole));
        var faults = faults(step, draft, whole, session);
        boolean warned = faults.stream().allMatch(Fault::warning) && !sent.containsKey("confirmed");
        session.setAttribute(DRAFT, draft);
        var kept = step == RegistrationStep.ADMINISTRATOR
                ? withPassword(draft, whole, faults, request.getRemoteAddr())
                : draft;
        session.setAttribute(DRAFT, kept);
        if (!faults.isEmpty() && (warned || faults.stream().anyMatch(fault -> !fault.warning()))) {
            return ask(step, kept, faults, session, model);
        }
        if (step == RegistrationStep.KIND) {
            RegistrationCard.forget(session);
        }
        session.setAttribute(DRAFT, kept.left(step.path()));
        return "redirect:/register/" + step.next().path();
    }

    /** What was typed on this page, in order where it is shown, and as it was typed where it is hidden. */
    private static Map<String, String> values(Answers typed, Answers whole) {
        var values = new LinkedHashMap<String, String>();
        typed.fields()
                .forEach((field, value) ->
                        values.put(field, whole.text(field).isEmpty() ? value.strip() : whole.text(field)));
        return values;
    }

    private List<Fault> faults(RegistrationStep step, RegistrationDraft draft, Answers whole, HttpSession session) {
        var faults = new ArrayList<>(questions.faults(form, step.questions(form), whole));
        if (step == RegistrationStep.KIND) {
            faults.removeIf(fault -> fault.place().equals("card_cert_serial"));
        }
        if (step == RegistrationStep.ENTERPRISE && faults.isEmpty()) {
            faults.addAll(registration.cardFaults(whole, RegistrationCard.in(session)));
        }
        if (step == RegistrationStep.ADMINISTRATOR) {
            if (!whole.text("password").equals(whole.text("password_confirm"))
                    && faults.stream().noneMatch(fault -> fault.place().equals("password_confirm"))) {
                faults.add(Fault.at("password_confirm", "ERR_PASSWORD_CONFIRM"));
            }
            boolean untouched = whole.text("password").isEmpty()
                    && whole.text("password_confirm").isEmpty();
            if (untouched && !draft.passwordHash().isEmpty()) {
                faults.removeIf(fault -> fault.place().startsWith("password"));
            }
        }
        return faults;
    }

    /**
     * A right password is kept as its hash, so that it need not be typed again when something else was wrong. Hashing is slow on purpose:
     * nobody makes the port do it again and again.
     */
    private RegistrationDraft withPassword(RegistrationDraft draft, Answers whole, List<Fault> faults, String address) {
        boolean right = !whole.text("password").isEmpty()
                && faults.stream().noneMatch(fault -> fault.place().startsWith("password"));
        if (!right) {
            return draft;
        }
        limits.count(AddressLimits.Use.REGISTRATION_PASSWORD, address);
        return draft.withPassword(passwords.encode(whole.text("password")));
    }

    @PostMapping("/register/mobile")
    String prove(@RequestParam MultiValueMap<String, String> sent, HttpSession session, Model model) {
        var draft = draft(session);
        var missing = missing(RegistrationStep.MOBILE, draft, session);
        if (!missing.isEmpty()) {
            return missing;
        }
        return sent.containsKey("send") ? send(draft, sent, session, model) : take(draft, sent, session, model);
    }

    private String send(RegistrationDraft draft, MultiValueMap<String, String> sent, HttpSession session, Model model) {
        if (!captchas.isSolvedBy(first(sent, "captchaId"), first(sent, "captcha"))) {
            return ask(RegistrationStep.MOBILE, draft, List.of(Fault.at("captcha", "ERR_CAPTCHA")), session, model);
        }
        var taken = registration.taken(questions.tidy(form, draft.answers()));
        if (!taken.isEmpty()) {
            model.addAttribute("elsewhere", "/register");
            return ask(RegistrationStep.MOBILE, draft, taken, session, model);
        }
        switch (codes.send(SmsCodes.Purpose.REGISTER, draft.mobile())) {
            case Sending.Sent() -> {
                session.setAttribute(DRAFT, draft.read());
                return "redirect:/register/mobile?sent";
            }
            case Sending.TooSoon(long seconds) -> model.addAttribute("soon", seconds);
            case Sending.TooMany() -> model.addAttribute("many", true);
        }
        return ask(RegistrationStep.MOBILE, draft, List.of(), session, model);
    }

    private String take(RegistrationDraft draft, MultiValueMap<String, String> sent, HttpSession session, Model model) {
        if (!draft.hasRead()) {
            return ask(RegistrationStep.MOBILE, draft, List.of(Fault.at("captcha", "ERR_CAPTCHA")), session, model);
        }
        if (!codes.use(SmsCodes.Purpose.REGISTER, draft.mobile(), first(sent, "sms_code"))) {
            return ask(RegistrationStep.MOBILE, draft, List.of(Fault.at("sms_code", "ERR_SMS_CODE")), session, model);
        }
        session.setAttribute(DRAFT, draft.proved());
        return "redirect:/register/check";
    }

    @PostMapping("/register/check")
    String complete(@RequestParam MultiValueMap<String, String> sent, HttpSession session, Model model) {
        var draft = draft(session);
        var missing = missing(RegistrationStep.CHECK, draft, session);
        if (!missing.isEmpty()) {
            return missing;
        }
        var section = RegistrationStep.CHECK.questions(form);
        var whole = questions.tidy(
                form, draft.answers().with(questions.typed(section, sent).fields()));
        var card = RegistrationCard.in(session).filter(_ -> SelfRegistration.isWithCard(whole));
        var faults = wrong(whole);
        faults.addAll(registration.cardFaults(whole, card));
        if (faults.isEmpty()) {
            try {
                registration.complete(whole, draft.passwordHash(), card);
                session.removeAttribute(DRAFT);
                RegistrationCard.forget(session);
                session.setAttribute(DONE, whole.text("username"));
                return "redirect:/register/done";
            } catch (DuplicateKeyException e) {
                // somebody else registered the same at the same moment: said below like what was taken before
                faults.addAll(registration.taken(whole));
            }
        }
        if (faults.stream().anyMatch(fault -> !fault.place().equals("agree_terms"))) {
            model.addAttribute("elsewhere", "/register");
        }
        return ask(RegistrationStep.CHECK, draft, faults, session, model);
    }

    /** Everything once more; password, captcha and code were looked at on their own pages and are not here any more. */
    private List<Fault> wrong(Answers whole) {
        var looked = List.of("password", "password_confirm", "captcha", "sms_code", "card_cert_serial");
        var faults = new ArrayList<Fault>();
        Stream.concat(questions.faults(form, whole).stream(), registration.taken(whole).stream())
                .filter(fault -> !fault.warning() && !looked.contains(fault.place()))
                .forEach(faults::add);
        return faults;
    }

    @GetMapping("/register/done")
    String done(HttpSession session, Model model) {
        if (!(session.getAttribute(DONE) instanceof String login)) {
            return "redirect:/register";
        }
        model.addAttribute("login", login);
        return "register-done";
    }

    private String ask(
            RegistrationStep step, RegistrationDraft draft, List<Fault> faults, HttpSession session, Model model) {
        var told = questions.told(faults, form);
        var answers = draft.answers();
        model.addAttribute("step", step.path());
        model.addAttribute("at", step.number());
        model.addAttribute("of", RegistrationStep.values().length);
        model.addAttribute("faults", told);
        model.addAttribute("confirmable", !faults.isEmpty() && faults.stream().allMatch(Fault::warning));
        model.addAttribute("group", questions.ask(step.questions(form), answers, told));
        model.addAttribute("passwordKept", !draft.passwordHash().isEmpty());
        switch (step) {
            case MOBILE -> {
                model.addAttribute("mobile", draft.mobile());
                model.addAttribute("read", draft.hasRead());
                model.addAttribute("captcha", captchas.ask());
            }
            case CHECK ->
                model.addAttribute(
                        "told",
                        Stream.of(RegistrationStep.KIND, RegistrationStep.ENTERPRISE, RegistrationStep.ADMINISTRATOR)
                                .map(told(draft, RegistrationCard.in(session)))
                                .toList());
            case KIND, ENTERPRISE, ADMINISTRATOR -> {}
        }
        return "register";
    }

    private Function<RegistrationStep, SectionView> told(RegistrationDraft draft, Optional<RegistrationCard> card) {
        var whole = questions.tidy(form, draft.answers());
        var filled = whole.with(SelfRegistration.derived(whole))
                .with("password", "********")
                .with("card_cert_serial", card.map(RegistrationCard::serial).orElse(""));
        return step -> questions.tell(step.questions(form), filled);
    }

    private RegistrationDraft draft(HttpSession session) {
        return session.getAttribute(DRAFT) instanceof RegistrationDraft draft
                ? draft
                : RegistrationDraft.of(questions.initial(form));
    }

    private static RegistrationStep step(String path) {
        return RegistrationStep.at(path).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value;
    }
}
