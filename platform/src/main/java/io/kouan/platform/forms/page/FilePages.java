package io.kouan.platform.forms.page;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.files.Downloads;
import io.kouan.platform.files.FileLinks;
import io.kouan.platform.files.Previews;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.check.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** Attachments of a record: put in, taken out, fetched. */
@Controller
@Requires(function = "record_files", right = Right.READ)
@RequestMapping("/records/{id:\\d{1,18}}/files")
class FilePages {

    private final Forms forms;
    private final FormAttachments attachments;
    private final RecordPage page;
    private final Previews previews;
    private final FileLinks links;

    FilePages(Forms forms, FormAttachments attachments, RecordPage page, Previews previews, FileLinks links) {
        this.previews = previews;
        this.links = links;
        this.forms = forms;
        this.attachments = attachments;
        this.page = page;
    }

    @PostMapping("/{slot:[a-z_0-9]+}")
    String put(
            Actor actor,
            @PathVariable long id,
            @PathVariable String slot,
            @RequestParam List<MultipartFile> file,
            RedirectAttributes next)
            throws IOException {
        var record = record(id, actor);
        for (MultipartFile one : file) {
            var name = Optional.ofNullable(one.getOriginalFilename()).orElse("");
            List<Fault> faults;
            try (var in = one.getInputStream()) {
                faults = attachments.put(record, slot, name, in, actor);
            }
            if (!faults.isEmpty()) {
                next.addFlashAttribute("faults", page.faults(faults, forms.form(record)));
                break;
            }
        }
        return "redirect:/forms/" + record.form() + "/" + id + "#" + FieldView.anchor(slot);
    }

    @PostMapping("/{file:[0-9a-f-]{36}}/remove")
    String remove(Actor actor, @PathVariable long id, @PathVariable UUID file, RedirectAttributes next) {
        var record = record(id, actor);
        var faults = attachments.remove(record, file, actor);
        if (faults.stream().anyMatch(fault -> fault.place().isEmpty())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!faults.isEmpty()) {
            next.addFlashAttribute("faults", page.faults(faults, forms.form(record)));
        }
        return "redirect:/forms/" + record.form() + "/" + id;
    }

    /** 一键改名 */
    @PostMapping("/{file:[0-9a-f-]{36}}/rename")
    String rename(Actor actor, @PathVariable long id, @PathVariable UUID file) {
        var record = record(id, actor);
        if (!attachments.rename(record, file, actor)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/forms/" + record.form() + "/" + id;
    }

    /** The file itself, to be saved. */
    @GetMapping("/{file:[0-9a-f-]{36}}")
    Object open(
            Actor actor,
            @PathVariable long id,
            @PathVariable UUID file,
            @RequestParam(defaultValue = "") String token,
            RedirectAttributes next) {
        var record = record(id, actor);
        if (!links.isGood(token, file, actor.login())) {
            return expired(record, actor, next);
        }
        return attachments
                .open(record, file, actor)
                .map(held -> Downloads.of(held.file(), held.content()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The file in the page: pictures of its pages, drawn by the server. */
    @GetMapping("/{file:[0-9a-f-]{36}}/view")
    String view(
            Actor actor,
            @PathVariable long id,
            @PathVariable UUID file,
            @RequestParam(defaultValue = "") String token,
            RedirectAttributes next,
            Model model) {
        var record = record(id, actor);
        if (!links.isGood(token, file, actor.login())) {
            return expired(record, actor, next);
        }
        var held = attachments
                .open(record, file, actor)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        int pages = previews.pages(held.file(), held.content());
        model.addAttribute("name", held.file().name());
        model.addAttribute("pages", IntStream.rangeClosed(1, pages).boxed().toList());
        model.addAttribute("address", "/records/" + id + "/files/" + file);
        model.addAttribute("token", links.token(file, actor.login()));
        model.addAttribute("back", back(record, actor));
        return "file-view";
    }

    /** One page of it, or the thumbnail. */
    @GetMapping("/{file:[0-9a-f-]{36}}/{page:thumbnail|[0-9]{1,2}}")
    ResponseEntity<byte[]> page(
            Actor actor,
            @PathVariable long id,
            @PathVariable UUID file,
            @PathVariable String page,
            @RequestParam(defaultValue = "") String token) {
        var record = record(id, actor);
        return Optional.of(file)
                .filter(asked -> links.isGood(token, asked, actor.login()))
                .flatMap(asked -> attachments.glance(record, asked, actor))
                .flatMap(held -> page.equals("thumbnail")
                        ? previews.thumbnail(held.file(), held.content())
                        : previews.page(held.file(), held.content(), Integer.parseInt(page)))
                .map(Downloads::drawn)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String expired(FormRecord record, Actor actor, RedirectAttributes next) {
        next.addFlashAttribute("linkExpired", true);
        return "redirect:" + back(record, actor);
    }

    private static String back(FormRecord record, Actor actor) {
        return (actor.enterprise().isPresent() ? "/forms/" + record.form() + "/" : "/desk/") + record.id();
    }

    private FormRecord record(long id, Actor actor) {
        return forms.find(id, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
