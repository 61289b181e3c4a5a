package io.kouan.platform.forms.page;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.files.Downloads;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.check.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
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

    FilePages(Forms forms, FormAttachments attachments, RecordPage page) {
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
    String remove(Actor actor, @PathVariable long id, @PathVariable UUID file) {
        var record = record(id, actor);
        if (!attachments.remove(record, file, actor)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/forms/" + record.form() + "/" + id;
    }

    @GetMapping("/{file:[0-9a-f-]{36}}")
    ResponseEntity<byte[]> open(Actor actor, @PathVariable long id, @PathVariable UUID file) {
        return attachments
                .open(record(id, actor), file)
                .map(held -> Downloads.of(held.file(), held.content()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private FormRecord record(long id, Actor actor) {
        return forms.find(id, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
