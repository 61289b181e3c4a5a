package io.kouan.platform.content;

import io.kouan.platform.files.Downloads;
import io.kouan.platform.files.Uploads;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.port.PortTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The download centre (下载中心, handbook 1.5) for everybody; nobody signs in for a file. */
@Controller
class DownloadPages {

    /** Rows of a page (handbook 1.5). */
    private static final int ROWS = 8;

    private final DownloadItems items;
    private final Uploads uploads;
    private final FormCatalogue catalogue;
    private final Clock clock;

    DownloadPages(DownloadItems items, Uploads uploads, FormCatalogue catalogue, Clock clock) {
        this.items = items;
        this.uploads = uploads;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A tab or a category, and whether it is open. */
    public record Choice(String code, String label, boolean chosen) {}

    /** A file of the list. */
    public record Row(
            long id, int number, String name, String version, String size, String date, String sha256, long count) {

        static Row of(DownloadItem item) {
            return new Row(
                    item.id(),
                    item.seqNo(),
                    item.displayName(),
                    item.fileVersion(),
                    Bulletin.size(item.size()),
                    item.publishedAt()
                            .map(moment ->
                                    LocalDate.ofInstant(moment, PortTime.ZONE).toString())
                            .orElse(""),
                    item.sha256(),
                    item.count());
        }
    }

    @GetMapping("/downloads")
    String list(
            @RequestParam(defaultValue = "DOC") String tab,
            @RequestParam(defaultValue = "CBEC") String category,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var pages = Pages.of(page, items.countShown(tab, category), ROWS);
        model.addAttribute("tab", tab);
        model.addAttribute("category", category);
        model.addAttribute("tabs", choices("download_tab", tab));
        model.addAttribute("categories", choices("download_category", category));
        model.addAttribute("pages", pages);
        model.addAttribute(
                "items",
                items.shown(tab, category, pages.from(), ROWS).stream()
                        .map(Row::of)
                        .toList());
        return "downloads";
    }

    private List<Choice> choices(String list, String chosen) {
        return choices(catalogue, clock, list, chosen);
    }

    static List<Choice> choices(FormCatalogue catalogue, Clock clock, String list, String chosen) {
        return catalogue.options(list).on(LocalDate.ofInstant(clock.instant(), PortTime.ZONE)).stream()
                .map(option -> new Choice(
                        option.code(),
                        option.label().in(Tongue.now()),
                        option.code().equals(chosen)))
                .toList();
    }

    @GetMapping("/downloads/{id:\\d{1,18}}")
    Object file(@PathVariable long id, HttpServletRequest request, HttpServletResponse response, Model model) {
        var item = items.find(id)
                .filter(known -> known.state() == ContentState.PUBLISHED || known.state() == ContentState.WITHDRAWN)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (item.state() == ContentState.WITHDRAWN) {
            response.setStatus(HttpStatus.GONE.value());
            model.addAttribute("gone", Row.of(item));
            model.addAttribute("message", catalogue.message("ERR_DOWNLOAD_GONE").in(Tongue.now()));
            newest(item).ifPresent(successor -> model.addAttribute("successor", Row.of(successor)));
            return "download-gone";
        }
        var bytes = uploads.content(item.file()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if ("GET".equals(request.getMethod())) {
            items.count(id);
        }
        return answer(item, bytes);
    }

    private static ResponseEntity<byte[]> answer(DownloadItem item, byte[] bytes) {
        return Downloads.of(item.displayName(), bytes);
    }

    /** What is offered now in place of a withdrawn file; successors may have been withdrawn themselves. */
    private java.util.Optional<DownloadItem> newest(DownloadItem gone) {
        var item = gone;
        for (int step = 0; step < 20 && item.successor().isPresent(); step++) {
            var next = items.find(item.successor().getAsLong());
            if (next.isEmpty() || next.get().state() == ContentState.PUBLISHED) {
                return next;
            }
            item = next.get();
        }
        return java.util.Optional.empty();
    }
}
