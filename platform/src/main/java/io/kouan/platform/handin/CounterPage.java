package io.kouan.platform.handin;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfile;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.documents.PrintedDocument;
import io.kouan.platform.documents.PrintedDocuments;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Label;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The customs window (收件窗口): a clerk finds the hand-in of whoever stands there by its number, credit code or a paper's QR code. */
@Controller
@Requires(function = "unified_access_handin", right = Right.DECIDE)
@RequestMapping("/desk/handin")
class CounterPage {

    private static final int MOST_TYPED = 300;
    private static final Pattern ADDRESS = Pattern.compile("[?&]code=([0-9A-Za-z-]+)");

    private final FormCatalogue catalogue;
    private final FormRecords records;
    private final FormEditing editing;
    private final EnterpriseProfiles profiles;
    private final PrintedDocuments register;

    CounterPage(
            FormCatalogue catalogue,
            FormRecords records,
            FormEditing editing,
            EnterpriseProfiles profiles,
            PrintedDocuments register) {
        this.catalogue = catalogue;
        this.records = records;
        this.editing = editing;
        this.profiles = profiles;
        this.register = register;
    }

    /** A hand-in that was found. */
    public record Found(long id, String number, Label state, String visit) {}

    @GetMapping
    String show(@RequestParam(defaultValue = "") String q, Model page) {
        var typed = (q.length() > MOST_TYPED ? q.substring(0, MOST_TYPED) : q).strip();
        page.addAttribute("typed", typed);
        if (!typed.isEmpty()) {
            var enterprise = enterprise(typed).map(profiles::of);
            enterprise.ifPresent(profile -> show(profile, page));
            page.addAttribute("unknown", enterprise.isEmpty());
        }
        return "handin-counter";
    }

    private void show(EnterpriseProfile profile, Model page) {
        var all = records.of(profile.id(), HandIn.FORM);
        page.addAttribute("enterprise", profile);
        page.addAttribute("found", all.stream().map(this::found).toList());
        page.addAttribute(
                "walkIn",
                all.stream()
                        .noneMatch(record -> HandInRules.OPEN.contains(record.state())
                                || record.state().equals("OPENED")));
    }

    private Found found(FormRecord record) {
        var state = catalogue.form(HandIn.FORM).state(record.state()).orElseThrow();
        return new Found(
                record.id(),
                record.number().orElse(""),
                state.label(),
                record.answers().text("visit_date"));
    }

    private Optional<Long> enterprise(String typed) {
        var code = typed.toUpperCase(Locale.ROOT).replaceAll("\\s", "");
        var address = ADDRESS.matcher(typed);
        return profiles.withCreditCode(code)
                .or(() -> records.numbered(code)
                        .filter(record -> record.form().equals(HandIn.FORM))
                        .flatMap(record -> record.enterprise().stream().boxed().findFirst()))
                .or(() ->
                        register.find(address.find() ? address.group(1) : typed).map(PrintedDocument::enterprise));
    }

    /** Records a hand-in of an enterprise that did not prepare it here. */
    @PostMapping("/walk-in")
    @Requires(function = "unified_access_handin", right = Right.CREATE)
    String walkIn(Actor actor, @RequestParam String creditCode, RedirectAttributes next) {
        var enterprise = profiles.withCreditCode(creditCode);
        if (enterprise.isPresent()
                && editing.beginAtDesk(HandIn.FORM, "walk_in", enterprise.get(), actor)
                        instanceof Outcome.Done(var record, List<?> _)) {
            return "redirect:/desk/" + record.id();
        }
        next.addAttribute("q", creditCode);
        return "redirect:/desk/handin";
    }
}
