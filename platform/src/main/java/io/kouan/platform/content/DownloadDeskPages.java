package io.kouan.platform.content;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.check.ScreenFaults;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.io.IOException;
import java.time.Clock;
import java.util.OptionalLong;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where files of the download centre are entered, and published by somebody else (SOD-05). */
@Controller
@Requires(function = "content_desk", right = Right.READ)
@RequestMapping("/content/downloads")
class DownloadDeskPages {

    private final DownloadItems items;
    private final DownloadDesk desk;
    private final FormCatalogue catalogue;
    private final ScreenFaults check;
    private final Clock clock;

    DownloadDeskPages(DownloadItems items, DownloadDesk desk, FormCatalogue catalogue, Clock clock) {
        this.items = items;
        this.desk = desk;
        this.catalogue = catalogue;
        this.check = new ScreenFaults(catalogue, "download_item");
        this.clock = clock;
    }

    @Requires(function = "content_editing", right = Right.CREATE)
    @GetMapping("/new")
    String blank(Model model) {
        var typed = model.getAttribute("typed") instanceof DownloadDesk.Typed held
                ? held
                : new DownloadDesk.Typed("DOC", "CBEC", "", "", "1.0");
        model.addAttribute("typed", typed);
        model.addAttribute("tabs", DownloadPages.choices(catalogue, clock, "download_tab", typed.tab()));
        model.addAttribute(
                "categories", DownloadPages.choices(catalogue, clock, "download_category", typed.category()));
        model.addAttribute("labels", check.labels(Tongue.now()));
        return "content-download-new";
    }

    @Requires(function = "content_editing", right = Right.CREATE)
    @PostMapping
    String begin(
            Actor actor,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String category,
            @RequestParam String seqNo,
            @RequestParam String displayName,
            @RequestParam String fileVersion,
            @RequestParam MultipartFile file,
            RedirectAttributes next)
            throws IOException {
        var typed = new DownloadDesk.Typed(tab, category, seqNo, displayName, fileVersion);
        var name = java.util.Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (var in = file.getInputStream()) {
            return switch (desk.begin(typed, name, in, actor)) {
                case Outcome.Done(long id) -> {
                    next.addFlashAttribute("done", "begin");
                    yield "redirect:/content/downloads/" + id;
                }
                case Outcome.Refused(var faults) -> {
                    next.addFlashAttribute("faults", check.told(faults, Tongue.now()));
                    next.addFlashAttribute("typed", typed);
                    yield "redirect:/content/downloads/new";
                }
            };
        }
    }

    @GetMapping("/{id:\\d{1,18}}")
    String show(Actor actor, @PathVariable long id, Model model) {
        var item = item(id);
        model.addAttribute("item", DownloadPages.Row.of(item));
        model.addAttribute("shelf", shelf(item));
        model.addAttribute("state", item.state().name());
        model.addAttribute("tone", item.state().tone());
        model.addAttribute("version", item.version());
        model.addAttribute("steps", ContentDeskPages.steps(item.state(), item.authors(), actor));
        model.addAttribute("own", item.authors().contains(actor.login()));
        model.addAttribute("authors", String.join(", ", item.authors()));
        model.addAttribute("labels", check.labels(Tongue.now()));
        model.addAttribute(
                "successors",
                items.shown(item.tab(), item.category(), 0, 100).stream()
                        .filter(other -> other.id() != id)
                        .map(DownloadPages.Row::of)
                        .toList());
        return "content-download";
    }

    private String shelf(DownloadItem item) {
        var language = Tongue.now();
        return catalogue.options("download_tab").label(item.tab()).in(language) + " / "
                + catalogue.options("download_category").label(item.category()).in(language);
    }

    @PostMapping("/{id:\\d{1,18}}/step/{step}")
    String take(
            Actor actor,
            @PathVariable long id,
            @PathVariable String step,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String successor,
            RedirectAttributes next) {
        var taking = ContentDeskPages.step(step);
        var follows =
                successor.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(successor)) : OptionalLong.empty();
        switch (desk.take(id, version, taking, follows, actor)) {
            case Outcome.Done _ -> next.addFlashAttribute("done", step);
            case Outcome.Refused(var faults) ->
                next.addFlashAttribute("faults", check.told(StateNames.filled(faults, item(id).state()), Tongue.now()));
        }
        return "redirect:/content/downloads/" + id;
    }

    private DownloadItem item(long id) {
        return items.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
