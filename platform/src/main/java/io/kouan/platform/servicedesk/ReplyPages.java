package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.files.Downloads;
import io.kouan.platform.files.FileLinks;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.page.RecordPage;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk's side of a conversation: 回复, a message without a step, a note for itself, and 转派 by the supervisor. */
@Controller
@Requires(function = "tickets", right = Right.DECIDE)
@RequestMapping("/desk/{id:\\d{1,18}}")
class ReplyPages {

    private final Forms forms;
    private final TicketDesk desk;
    private final TicketAssignment assignment;
    private final TalkFiles files;
    private final FileLinks links;
    private final RecordPage page;
    private final CannedInsertion insertion;
    private final TicketMerge merging;

    ReplyPages(
            Forms forms,
            TicketDesk desk,
            TicketAssignment assignment,
            TalkFiles files,
            FileLinks links,
            RecordPage page,
            CannedInsertion insertion,
            TicketMerge merging) {
        this.forms = forms;
        this.desk = desk;
        this.assignment = assignment;
        this.files = files;
        this.links = links;
        this.page = page;
        this.insertion = insertion;
        this.merging = merging;
    }

    @PostMapping("/reply")
    String reply(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String body,
            @RequestParam MultiValueMap<String, MultipartFile> sent,
            RedirectAttributes next) {
        var ticket = ticket(id, actor);
        return switch (desk.take(ticket, version, "reply", body, TalkFiles.of(sent), actor)) {
            case Outcome.Done _ -> told(List.of(), ticket, body, next);
            case Outcome.Refused(var faults) -> told(faults, ticket, body, next);
        };
    }

    @PostMapping("/say")
    String say(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "false") boolean internal,
            @RequestParam MultiValueMap<String, MultipartFile> sent,
            RedirectAttributes next) {
        var ticket = ticket(id, actor);
        return told(desk.say(ticket, body, internal, TalkFiles.of(sent), actor), ticket, body, next);
    }

    /** 插入常用回复: the page comes back with the text behind what was typed; nothing is said yet. */
    @PostMapping("/canned")
    String insert(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String canned,
            RedirectAttributes next) {
        var ticket = ticket(id, actor);
        var text = insertion.text(canned, ticket, actor);
        next.addFlashAttribute(
                "said",
                body.isBlank()
                        ? text.orElse("")
                        : body + text.map(more -> "\n\n" + more).orElse(""));
        return "redirect:/desk/" + ticket.id() + "#f-body";
    }

    /** 合并工单: into another of the same enterprise. */
    @PostMapping("/merge")
    String merge(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String into,
            RedirectAttributes next) {
        var ticket = ticket(id, actor);
        var outcome = merging.merge(ticket, version, into, actor);
        return told(outcome instanceof Outcome.Refused(var faults) ? faults : List.of(), ticket, "", next);
    }

    @PostMapping("/assign")
    @Requires(function = "ticket_assignment", right = Right.DECIDE)
    String assign(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String assignee,
            RedirectAttributes next) {
        var ticket = ticket(id, actor);
        return told(assignment.assign(ticket, assignee, actor), ticket, "", next);
    }

    @GetMapping("/talk/{file:[0-9a-f-]{36}}")
    ResponseEntity<byte[]> open(
            Actor actor,
            @PathVariable long id,
            @PathVariable UUID file,
            @RequestParam(defaultValue = "") String token) {
        var ticket = ticket(id, actor);
        return java.util.Optional.of(file)
                .filter(asked -> links.isGood(token, asked, actor.login()))
                .flatMap(asked -> files.open(ticket, asked, true, actor))
                .map(held -> Downloads.of(held.file(), held.content()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String told(List<Fault> faults, FormRecord ticket, String body, RedirectAttributes next) {
        if (faults.isEmpty()) {
            next.addFlashAttribute("done", true);
        } else {
            next.addFlashAttribute("faults", page.faults(faults, forms.form(ticket)));
            next.addFlashAttribute("said", body);
        }
        return "redirect:/desk/" + ticket.id();
    }

    private FormRecord ticket(long id, Actor actor) {
        return forms.find(id, actor)
                .filter(record -> record.form().equals(Tickets.FORM))
                .filter(record -> !record.state().equals(TicketState.DRAFT))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
