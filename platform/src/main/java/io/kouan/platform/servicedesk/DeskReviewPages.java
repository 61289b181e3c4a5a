package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.forms.definition.Mask;
import io.kouan.platform.forms.page.Questions;
import io.kouan.platform.forms.page.RecordPage;
import io.kouan.platform.forms.page.RecordView;
import io.kouan.platform.forms.page.Tongue;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 账号审批 (screen 5.2): the queue, 加急 first, and one registration with what can be decided. */
@Controller
@Requires(function = "cs_accounts", right = Right.READ)
@RequestMapping("/desk/accounts")
class DeskReviewPages {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final DeskAccounts accounts;
    private final DeskReview review;
    private final DeskForm form;
    private final FormDefinition screen;
    private final Questions questions;
    private final RecordPage page;
    private final FormCatalogue catalogue;
    private final Clock clock;

    DeskReviewPages(
            DeskAccounts accounts,
            DeskReview review,
            DeskForm form,
            Questions questions,
            RecordPage page,
            FormCatalogue catalogue,
            Clock clock) {
        this.accounts = accounts;
        this.review = review;
        this.form = form;
        this.screen = catalogue.screenForm("cs_account_review", new Label("账号审批", "Account approval"));
        this.questions = questions;
        this.page = page;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A row of the queue. */
    public record Waiting(
            long id,
            String company,
            String creditCode,
            String name,
            String mobile,
            String submitted,
            String due,
            boolean late,
            boolean expedited) {}

    @GetMapping
    String queue(Model model) {
        model.addAttribute("waiting", accounts.waiting().stream().map(this::row).toList());
        return "desk-accounts";
    }

    private Waiting row(DeskAccount account) {
        var due = review.due(account);
        return new Waiting(
                account.id(),
                account.company(),
                account.creditCode(),
                account.name(),
                Mask.MOBILE.of(account.mobile()),
                RecordView.time(account.submitted()),
                TicketNews.time(due),
                clock.instant().isAfter(due.due().toInstant()),
                account.expedited().isPresent());
    }

    @GetMapping("/{id:\\d{1,18}}")
    String show(Actor officer, @PathVariable long id, Model model) {
        var account = account(id);
        boolean open = account.state() == DeskAccount.State.PENDING;
        if (open) {
            review.viewed(account, officer);
        }
        model.addAttribute("account", row(account));
        model.addAttribute("login", account.login());
        model.addAttribute("version", account.version());
        model.addAttribute("state", form.label(account.state().name()).orElse(""));
        model.addAttribute("open", open);
        model.addAttribute(
                "groups",
                form.told(
                        open ? account.answers() : account.answers().with("mobile", Mask.MOBILE.of(account.mobile()))));
        model.addAttribute("decided", account.decided().map(RecordView::time).orElse(""));
        model.addAttribute("reason", account.reason());
        model.addAttribute("call", account.expedited().orElse(null));
        model.addAttribute(
                "called",
                account.expedited().map(call -> RecordView.time(call.at())).orElse(""));
        model.addAttribute(
                "reasons",
                catalogue.options("refusal_reason").on(page.today()).stream()
                        .map(option -> new TicketListPages.Choice(
                                option.code(), option.label().in(Tongue.now()), false))
                        .toList());
        model.addAttribute(
                "now", LocalDateTime.ofInstant(clock.instant(), PortTime.ZONE).format(LOCAL));
        return "desk-account";
    }

    @PostMapping("/{id:\\d{1,18}}/approve")
    @Requires(function = "cs_accounts", right = Right.DECIDE)
    String approve(Actor officer, @PathVariable long id, @RequestParam int version, RedirectAttributes next) {
        return decide(id, version, next, account -> review.approve(account, officer));
    }

    @PostMapping("/{id:\\d{1,18}}/reject")
    @Requires(function = "cs_accounts", right = Right.DECIDE)
    String reject(
            Actor officer,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next) {
        var known = catalogue.options("refusal_reason").on(page.today()).stream()
                .map(option -> option.code())
                .toList();
        var reasons = sent.getOrDefault("reasons", List.of()).stream()
                .filter(known::contains)
                .distinct()
                .toList();
        var reason = Optional.ofNullable(sent.getFirst("reason_text")).orElse("");
        next.addFlashAttribute("typedReason", reason);
        return decide(id, version, next, account -> review.reject(account, reasons, reason, officer));
    }

    /** 登记加急: caller and time of the call. */
    @PostMapping("/{id:\\d{1,18}}/expedite")
    @Requires(function = "cs_accounts", right = Right.DECIDE)
    String expedite(
            Actor officer,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(name = "expedite_caller", defaultValue = "") String caller,
            @RequestParam(name = "expedite_phone", defaultValue = "") String phone,
            @RequestParam(name = "expedite_time", defaultValue = "") String time,
            RedirectAttributes next) {
        var at = time(time);
        if (caller.isBlank() || caller.strip().length() > 50 || at.isEmpty()) {
            return refuse(
                    id,
                    List.of(Fault.at(caller.isBlank() ? "expedite_caller" : "expedite_time", "ERR_REQUIRED")),
                    next);
        }
        var number = phone.strip();
        var wrong = questions.faults(screen, new Answers(Map.of("expedite_phone", number), Map.of())).stream()
                .filter(fault -> fault.place().equals("expedite_phone"))
                .toList();
        if (!wrong.isEmpty()) {
            return refuse(id, wrong, next);
        }
        var call = new DeskAccount.Expedited(caller.strip(), number, at.get());
        return decide(id, version, next, account -> review.expedite(account, call, officer));
    }

    private static Optional<Instant> time(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed.replace(' ', 'T'))
                    .atZone(PortTime.ZONE)
                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** A decision about one that waits. */
    private interface Deciding {
        List<Fault> about(DeskAccount account);
    }

    private String decide(long id, int version, RedirectAttributes next, Deciding deciding) {
        var account = account(id);
        var faults = asked(account, version, () -> deciding.about(account));
        if (!faults.isEmpty()) {
            return refuse(id, faults, next);
        }
        next.addFlashAttribute("done", true);
        return "redirect:/desk/accounts/" + id;
    }

    private static List<Fault> asked(DeskAccount account, int version, Supplier<List<Fault>> deciding) {
        try {
            return account.version() == version ? deciding.get() : List.of(Fault.at("", "ERR_VERSION_CONFLICT"));
        } catch (DeskReview.OtherWasFaster _) {
            return List.of(Fault.at("", "ERR_VERSION_CONFLICT"));
        }
    }

    private String refuse(long id, List<Fault> faults, RedirectAttributes next) {
        next.addFlashAttribute("faults", page.faults(faults, screen));
        return "redirect:/desk/accounts/" + id;
    }

    private DeskAccount account(long id) {
        return accounts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
