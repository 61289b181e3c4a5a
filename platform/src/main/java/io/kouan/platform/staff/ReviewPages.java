package io.kouan.platform.staff;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.accounts.StaffAccounts;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page 角色定期复核: all roles of staff with the day until which they hold, to be confirmed again; and those that were suspended. */
@Controller
@Requires(function = "staff", right = Right.ADMINISTER)
@RequestMapping("/staff/review")
class ReviewPages {

    private static final Pattern CHOSEN = Pattern.compile("(.{1,100}):([0-9]{1,9})");

    private final StaffDesk desk;
    private final StaffAccounts accounts;
    private final RoleReview review;
    private final FormCatalogue catalogue;
    private final Clock clock;

    ReviewPages(StaffDesk desk, StaffAccounts accounts, RoleReview review, FormCatalogue catalogue, Clock clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.review = review;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor administrator, Model page) {
        var view = StaffView.inLanguageOfReader(catalogue);
        var all = accounts.all();
        var now = clock.instant();
        page.addAttribute("days", review.days());
        page.addAttribute(
                "rows",
                all.stream()
                        .filter(account -> review.until(account).isPresent())
                        .sorted(Comparator.comparing(
                                account -> review.until(account).orElseThrow()))
                        .map(account -> view.review(
                                account,
                                review.until(account).orElseThrow(),
                                review.isOver(account, now),
                                administrator.login()))
                        .toList());
        page.addAttribute(
                "suspended",
                all.stream()
                        .filter(account -> !account.suspended().isEmpty() && !account.isDisabled())
                        .map(view::row)
                        .toList());
        return "staff-review";
    }

    /** Each in the version that was on the page: who changed meanwhile is looked at again. */
    @PostMapping
    String confirm(Actor administrator, @RequestParam(defaultValue = "") List<String> chosen, RedirectAttributes next) {
        var open = chosen.stream()
                .filter(account -> !isConfirmed(account, administrator))
                .map(account -> account.substring(0, Math.max(0, account.lastIndexOf(':'))))
                .toList();
        next.addFlashAttribute("done", chosen.size() - open.size());
        next.addFlashAttribute("open", open);
        return "redirect:/staff/review";
    }

    private boolean isConfirmed(String chosen, Actor administrator) {
        var parts = CHOSEN.matcher(chosen);
        return parts.matches()
                && desk.review(parts.group(1), Integer.parseInt(parts.group(2)), administrator)
                        instanceof StaffOutcome.Done;
    }
}
