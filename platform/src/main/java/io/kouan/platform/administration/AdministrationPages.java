package io.kouan.platform.administration;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.port.PortTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where system administrators change what the port runs on, two of them for each change (SOD-12). */
@Controller
@Requires(function = "reference_data", right = Right.ADMINISTER)
@RequestMapping("/administration")
class AdministrationPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int MOST = 50;

    private final ReferenceData reference;
    private final Proposals proposals;
    private final Offices offices;
    private final LoadedCalendars calendars;
    private final StoredSwitches switches;
    private final FormCatalogue catalogue;
    private final Forms forms;
    private final PortProfile port;

    AdministrationPages(
            ReferenceData reference,
            Proposals proposals,
            Offices offices,
            LoadedCalendars calendars,
            StoredSwitches switches,
            FormCatalogue catalogue,
            Forms forms,
            PortProfile port) {
        this.reference = reference;
        this.proposals = proposals;
        this.offices = offices;
        this.calendars = calendars;
        this.switches = switches;
        this.catalogue = catalogue;
        this.forms = forms;
        this.port = port;
    }

    /** A proposal as the page shows it. */
    public record Line(
            long id,
            String kind,
            String subject,
            Map<String, String> given,
            String state,
            String by,
            String at,
            boolean own,
            boolean open) {}

    /** An office as the page shows it. */
    public record OfficeLine(
            String list, String code, String zh, String en, String from, String until, boolean offered, boolean open) {}

    /** A year of the calendar. */
    public record YearLine(int year, String known, String off, String makeUp, String source) {}

    /**
     * A switch and how it stands.
     *
     * @param counts whether the application whose rules read it is open here
     */
    public record SwitchLine(
            String key, String name, String what, String kind, String value, int min, int max, boolean counts) {}

    @GetMapping
    String overview(Actor actor, Model model) {
        model.addAttribute(
                "proposals",
                proposals.newest(MOST).stream()
                        .map(proposal -> line(proposal, actor))
                        .toList());
        return "administration";
    }

    private static Line line(Proposal proposal, Actor actor) {
        return new Line(
                proposal.id(),
                proposal.change().kind().name(),
                proposal.change().subject(),
                proposal.change().given(),
                proposal.state().name(),
                proposal.proposedName()
                        + proposal.decidedBy().map(by -> " → " + by).orElse(""),
                time(proposal.decidedAt().orElse(proposal.proposedAt())),
                proposal.proposedBy().equals(actor.login()),
                proposal.state() == Proposal.State.PROPOSED);
    }

    @GetMapping("/offices")
    String offices(Model model) {
        var today = reference.today();
        model.addAttribute(
                "offices",
                offices.all().stream()
                        .map(office -> new OfficeLine(
                                office.list(),
                                office.code(),
                                office.nameZh(),
                                office.nameEn(),
                                office.from().toString(),
                                office.until().map(LocalDate::toString).orElse(""),
                                office.isOffered(today),
                                office.until().isEmpty()))
                        .toList());
        model.addAttribute("today", today.toString());
        return "administration-offices";
    }

    @PostMapping("/offices")
    String open(
            Actor actor,
            @RequestParam String list,
            @RequestParam String code,
            @RequestParam String nameZh,
            @RequestParam String nameEn,
            @RequestParam(defaultValue = "") String inspection,
            @RequestParam(defaultValue = "false") boolean writtenApplication,
            @RequestParam String from,
            RedirectAttributes next) {
        var day = date(from);
        if (day.isEmpty()) {
            return told(new Outcome.Refused("ERR_DATE"), "/administration/offices", next);
        }
        return told(
                reference.propose(
                        new Change.OpenOffice(
                                list,
                                code.strip(),
                                nameZh.strip(),
                                nameEn.strip(),
                                inspection.strip(),
                                writtenApplication,
                                day.get()),
                        actor),
                "/administration/offices",
                next);
    }

    @PostMapping("/offices/close")
    String close(
            Actor actor,
            @RequestParam String list,
            @RequestParam String code,
            @RequestParam String until,
            RedirectAttributes next) {
        return told(
                date(until)
                        .map(day -> reference.propose(new Change.CloseOffice(list, code, day), actor))
                        .orElse(new Outcome.Refused("ERR_DATE")),
                "/administration/offices",
                next);
    }

    @GetMapping("/calendar")
    String calendar(Model model) {
        var loaded = calendars.years();
        var known = calendars.current().knownYears();
        int last = reference.today().getYear() + 1;
        model.addAttribute(
                "years",
                IntStream.rangeClosed(known.isEmpty() ? last : known.getFirst(), Math.max(last, known.getLast()))
                        .mapToObj(year -> loaded.stream()
                                .filter(one -> one.year() == year)
                                .findFirst()
                                .map(one ->
                                        new YearLine(year, "LOADED", days(one.off()), days(one.makeUp()), one.source()))
                                .orElseGet(() ->
                                        new YearLine(year, known.contains(year) ? "PUBLISHED" : "UNKNOWN", "", "", "")))
                        .toList());
        model.addAttribute("coming", last);
        return "administration-calendar";
    }

    @PostMapping("/calendar")
    String load(
            Actor actor,
            @RequestParam String year,
            @RequestParam String daysOff,
            @RequestParam(defaultValue = "") String makeUpWorkDays,
            @RequestParam String sourceNotice,
            RedirectAttributes next) {
        var off = CalendarText.days(daysOff);
        var makeUp = CalendarText.days(makeUpWorkDays);
        if (!year.strip().matches("[0-9]{4}") || off.isEmpty() || makeUp.isEmpty()) {
            return told(new Outcome.Refused("ERR_DATE"), "/administration/calendar", next);
        }
        return told(
                reference.propose(
                        new Change.LoadYear(
                                Integer.parseInt(year.strip()), off.get(), makeUp.get(), sourceNotice.strip()),
                        actor),
                "/administration/calendar",
                next);
    }

    @GetMapping("/switches")
    String switches(Model model) {
        model.addAttribute(
                "switches",
                switches.definitions().stream()
                        .map(definition -> new SwitchLine(
                                definition.which().key(),
                                definition.name(language()),
                                definition.what(language()),
                                definition.kind().name(),
                                switches.text(definition.which()),
                                definition.min(),
                                definition.max(),
                                definition.form().isEmpty() || forms.isOpen(definition.form())))
                        .toList());
        return "administration-switches";
    }

    @PostMapping("/switches")
    String set(Actor actor, @RequestParam String key, @RequestParam String value, RedirectAttributes next) {
        return told(
                reference.propose(new Change.SetSwitch(key, value.strip()), actor), "/administration/switches", next);
    }

    @GetMapping("/profile")
    String profile(Model model) {
        model.addAttribute("profile", port);
        model.addAttribute("zh", port.zh());
        model.addAttribute("en", port.en());
        model.addAttribute("isEnglish", language() == Language.EN);
        model.addAttribute(
                "offices",
                offices.all().stream()
                        .filter(office -> office.isOffered(reference.today()))
                        .toList());
        return "administration-profile";
    }

    @PostMapping("/proposals/{id:\\d{1,18}}/{decision:confirm|reject}")
    String decide(Actor actor, @PathVariable long id, @PathVariable String decision, RedirectAttributes next) {
        var outcome = decision.equals("confirm") ? reference.confirm(id, actor) : reference.reject(id, actor);
        switch (outcome) {
            case Outcome.Done _ -> next.addFlashAttribute("done", decision);
            case Outcome.Refused(var message) -> refused(message, next);
        }
        return "redirect:/administration";
    }

    private String told(Outcome outcome, String page, RedirectAttributes next) {
        return switch (outcome) {
            case Outcome.Done _ -> {
                next.addFlashAttribute("done", "propose");
                yield "redirect:/administration";
            }
            case Outcome.Refused(var message) -> {
                refused(message, next);
                yield "redirect:" + page;
            }
        };
    }

    private void refused(String message, RedirectAttributes next) {
        next.addFlashAttribute("refused", message);
        next.addFlashAttribute(
                "refusal",
                catalogue
                        .message(message)
                        .in(language())
                        .replace("{label}", "")
                        .replace("（{no}）", "")
                        .replace(" ({no})", ""));
    }

    private static String days(NavigableSet<LocalDate> days) {
        return String.join(" ", days.stream().map(LocalDate::toString).toList());
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String time(Instant moment) {
        return LocalDateTime.ofInstant(moment, PortTime.ZONE).format(TIME);
    }

    private static Language language() {
        var asked = LocaleContextHolder.getLocale().getLanguage();
        return Locale.ENGLISH.getLanguage().equals(asked) ? Language.EN : Language.ZH;
    }
}
