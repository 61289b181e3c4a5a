package io.kouan.platform.content;

import io.kouan.platform.content.Bulletin.NoticeLine;
import io.kouan.platform.files.Downloads;
import io.kouan.platform.files.Uploads;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The notices (通知公告, handbook 1.4) for everybody. */
@Controller
class NoticePages {

    private final Notices notices;
    private final Uploads uploads;

    NoticePages(Notices notices, Uploads uploads) {
        this.notices = notices;
        this.uploads = uploads;
    }

    /** A file of a notice. */
    public record FileLine(UUID id, String name, String size) {}

    @GetMapping("/notices")
    String list(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "20") int size, Model model) {
        var pages =
                Pages.of(page, notices.countShown(), List.of(10, 20, 50, 100).contains(size) ? size : 20);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "notices",
                notices.shown(pages.from(), pages.size()).stream()
                        .map(NoticeLine::of)
                        .toList());
        return "notices";
    }

    @GetMapping("/notices/{id:\\d{1,18}}")
    String show(@PathVariable long id, Model model) {
        var notice = shown(id);
        model.addAttribute("notice", NoticeLine.of(notice));
        model.addAttribute("blocks", Body.of(notice.body()).blocks());
        model.addAttribute("files", files(uploads, notices, id));
        return "notice";
    }

    static List<FileLine> files(Uploads uploads, Notices notices, long notice) {
        return uploads.find(notices.files(notice)).stream()
                .map(file -> new FileLine(file.id(), file.name(), Bulletin.size(file.size())))
                .toList();
    }

    @GetMapping("/notices/{id:\\d{1,18}}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable UUID file) {
        shown(id);
        if (!notices.files(id).contains(file)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var stored = uploads.find(List.of(file)).stream().findFirst();
        return stored.flatMap(known -> uploads.content(file).map(bytes -> Downloads.of(known, bytes)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Notice shown(long id) {
        return notices.findShown(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
