package io.kouan.platform.content;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.content.Bulletin.NoticeLine;
import io.kouan.platform.content.ContentState.Step;
import io.kouan.platform.files.Uploads;
import io.kouan.platform.forms.check.ScreenFaults;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Where notices are written, and published by somebody else (SOD-05). */
@Controller
@Requires(function = "content_desk", right = Right.READ)
@RequestMapping("/content")
class ContentDeskPages {

    private static final int MOST = 200;

    private final Notices notices;
    private final NoticeDesk desk;
    private final DownloadItems items;
    private final Uploads uploads;
    private final ScreenFaults check;
    private final Clock clock;

    ContentDeskPages(
            Notices notices,
            NoticeDesk desk,
            DownloadItems items,
            Uploads uploads,
            FormCatalogue catalogue,
            Clock clock) {
        this.notices = notices;
        this.desk = desk;
        this.items = items;
        this.uploads = uploads;
        this.check = new ScreenFaults(catalogue, "notice");
        this.clock = clock;
    }

    /** Something of the desk's list. */
    public record Line(long id, String name, String state, String tone, String time, String authors) {}

    /** A version as the page shows it. */
    public record VersionLine(int version, String title, String state, String action, String name, String at) {}

    @GetMapping
    String desk(Actor actor, Model model) {
        model.addAttribute("editor", actor.has("CONTENT_EDITOR"));
        model.addAttribute(
                "notices",
                notices.all(MOST).stream()
                        .map(notice -> new Line(
                                notice.id(),
                                notice.title(),
                                notice.state().name(),
                                notice.state().tone(),
                                NoticeText.time(notice.publishTime()),
                                String.join(", ", notice.authors())))
                        .toList());
        model.addAttribute(
                "items",
                items.all(MOST).stream()
                        .map(item -> new Line(
                                item.id(),
                                item.displayName(),
                                item.state().name(),
                                item.state().tone(),
                                item.fileVersion(),
                                String.join(", ", item.authors())))
                        .toList());
        return "content";
    }

    @Requires(function = "content_editing", right = Right.CREATE)
    @GetMapping("/notices/new")
    String blank(Model model) {
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", new NoticeText("", "", false, NoticeText.time(clock.instant())));
        }
        model.addAttribute("labels", check.labels(Tongue.now()));
        return "content-notice";
    }

    @Requires(function = "content_editing", right = Right.CREATE)
    @PostMapping("/notices")
    String begin(
            Actor actor,
            @RequestParam String title,
            @RequestParam String body,
            @RequestParam String publishTime,
            @RequestParam(defaultValue = "false") boolean pinned,
            RedirectAttributes next) {
        var text = new NoticeText(title, body, pinned, publishTime);
        return switch (desk.begin(text, actor)) {
            case Outcome.Done(long id) -> {
                next.addFlashAttribute("done", "begin");
                yield "redirect:/content/notices/" + id;
            }
            case Outcome.Refused(var faults) -> {
                next.addFlashAttribute("faults", check.told(faults, Tongue.now()));
                next.addFlashAttribute("typed", text);
                yield "redirect:/content/notices/new";
            }
        };
    }

    @GetMapping("/notices/{id:\\d{1,18}}")
    String show(Actor actor, @PathVariable long id, Model model) {
        var notice = notice(id);
        boolean open = notice.state() == ContentState.DRAFT && actor.has("CONTENT_EDITOR");
        model.addAttribute("notice", NoticeLine.of(notice));
        model.addAttribute("state", notice.state().name());
        model.addAttribute("tone", notice.state().tone());
        model.addAttribute("version", notice.version());
        model.addAttribute("open", open);
        model.addAttribute("steps", steps(notice.state(), notice.authors(), actor));
        model.addAttribute("own", notice.authors().contains(actor.login()));
        model.addAttribute("blocks", Body.of(notice.body()).blocks());
        model.addAttribute("files", NoticePages.files(uploads, notices, id));
        model.addAttribute("labels", check.labels(Tongue.now()));
        model.addAttribute(
                "versions",
                notices.versions(id).stream()
                        .map(version -> new VersionLine(
                                version.version(),
                                version.title(),
                                version.state().name(),
                                version.action(),
                                version.name(),
                                NoticeText.time(version.at())))
                        .toList());
        if (!model.containsAttribute("typed")) {
            model.addAttribute(
                    "typed",
                    new NoticeText(
                            notice.title(), notice.body(), notice.pinned(), NoticeText.time(notice.publishTime())));
        }
        return "content-notice";
    }

    /** What somebody may do next; publishing one's own is offered too, and refused with its reason, only where nothing else is. */
    static List<String> steps(ContentState state, List<String> authors, Actor actor) {
        return new ArrayList<>(
                state.steps(authors, actor).stream().map(Step::key).toList());
    }

    @Requires(function = "content_editing", right = Right.UPDATE)
    @PostMapping("/notices/{id:\\d{1,18}}")
    String save(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam String title,
            @RequestParam String body,
            @RequestParam String publishTime,
            @RequestParam(defaultValue = "false") boolean pinned,
            RedirectAttributes next) {
        var text = new NoticeText(title, body, pinned, publishTime);
        var outcome = desk.save(id, version, text, actor);
        if (outcome instanceof Outcome.Refused) {
            next.addFlashAttribute("typed", text);
        }
        return told(outcome, "save", id, next);
    }

    @PostMapping("/notices/{id:\\d{1,18}}/step/{step}")
    String take(
            Actor actor,
            @PathVariable long id,
            @PathVariable String step,
            @RequestParam int version,
            RedirectAttributes next) {
        return told(desk.take(id, version, step(step), actor), step, id, next);
    }

    static Step step(String key) {
        return java.util.Arrays.stream(Step.values())
                .filter(step -> step.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @Requires(function = "content_editing", right = Right.UPDATE)
    @PostMapping("/notices/{id:\\d{1,18}}/files")
    String attach(Actor actor, @PathVariable long id, @RequestParam MultipartFile file, RedirectAttributes next)
            throws IOException {
        var name = java.util.Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (var in = file.getInputStream()) {
            return told(desk.attach(id, name, in, actor), "attach", id, next);
        }
    }

    @Requires(function = "content_editing", right = Right.UPDATE)
    @PostMapping("/notices/{id:\\d{1,18}}/files/{file}/remove")
    String detach(Actor actor, @PathVariable long id, @PathVariable UUID file, RedirectAttributes next) {
        return told(desk.detach(id, file, actor), "detach", id, next);
    }

    private String told(Outcome outcome, String done, long id, RedirectAttributes next) {
        switch (outcome) {
            case Outcome.Done _ -> next.addFlashAttribute("done", done);
            case Outcome.Refused(var faults) -> next.addFlashAttribute("faults", told(faults, id));
        }
        return "redirect:/content/notices/" + id;
    }

    private Map<String, String> told(List<io.kouan.platform.forms.check.Fault> faults, long id) {
        return check.told(StateNames.filled(faults, notice(id).state()), Tongue.now());
    }

    private Notice notice(long id) {
        return notices.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
