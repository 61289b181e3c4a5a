package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.files.Downloads;
import io.kouan.platform.files.FileLinks;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.page.FaultView;
import io.kouan.platform.forms.page.Questions;
import io.kouan.platform.forms.page.RecordPage;
import io.kouan.platform.forms.page.SlotView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A ticket for its enterprise: filled in on one page as the handbook shows it (工单填报), afterwards a conversation with state, deadline
 * and history. The page is one form, so that nothing typed or attached is lost whichever button is pressed.
 */
@Controller
@Requires(function = "tickets", right = Right.CREATE)
@RequestMapping("/service-desk/tickets/{id:\\d{1,18}}")
class TicketPages {

    private static final List<String> HANDING_IN = List.of("submit", "supplement");

    private final Forms forms;
    private final FormEditing editing;
    private final FormAttachments attachments;
    private final TicketDesk desk;
    private final Questions questions;
    private final RecordPage page;
    private final TalkFiles talk;
    private final FileLinks links;
    private final TicketFacts facts;

    TicketPages(
            Forms forms,
            FormEditing editing,
            FormAttachments attachments,
            TicketDesk desk,
            Questions questions,
            RecordPage page,
            TalkFiles talk,
            FileLinks links,
            TicketFacts facts) {
        this.forms = forms;
        this.editing = editing;
        this.attachments = attachments;
        this.desk = desk;
        this.questions = questions;
        this.page = page;
        this.talk = talk;
        this.links = links;
        this.facts = facts;
    }

    @GetMapping
    String show(Actor actor, @PathVariable long id, Model model) {
        var ticket = own(id, actor);
        return show(ticket, ticket.answers(), actor, model);
    }

    private String show(FormRecord ticket, Answers answers, Actor actor, Model model) {
        page.fill(ticket, actor, model);
        model.addAttribute("place", "tickets");
        model.addAttribute("user", actor.name());
        model.addAttribute("draft", ticket.state().equals(TicketState.DRAFT));
        if (!forms.mayEdit(ticket, actor)) {
            return "ticket";
        }
        model.addAttribute("groups", page.asked(ticket, answers, faultsOf(model), actor));
        model.addAttribute("slots", slots(ticket, actor, model));
        return "ticket-edit";
    }

    /** Only the slots that the matter has, and those that hold something. */
    private List<SlotView> slots(FormRecord ticket, Actor actor, Model model) {
        var form = forms.form(ticket);
        return slotsOf(model).stream()
                .filter(view -> !view.files().isEmpty()
                        || form.slot(view.key())
                                .filter(slot -> slot.requiredWhen().isEmpty() || forms.isNeeded(slot, ticket, actor))
                                .isPresent())
                .toList();
    }

    @SuppressWarnings("unchecked") // put there by the page of records only
    private static List<SlotView> slotsOf(Model model) {
        return model.getAttribute("slots") instanceof List<?> slots ? (List<SlotView>) slots : List.of();
    }

    @SuppressWarnings("unchecked") // put there by this page only
    private static List<FaultView> faultsOf(Model model) {
        return model.getAttribute("faults") instanceof List<?> faults ? (List<FaultView>) faults : List.of();
    }

    /** Any button of the page that is filled in; all of them keep what was typed and attached first. */
    @PostMapping
    String leave(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            Model model,
            RedirectAttributes next)
            throws IOException {
        var ticket = own(id, actor);
        var typed = typed(forms.form(ticket), sent);
        return switch (desk.save(ticket, version, typed, actor)) {
            case Outcome.Done(var saved, var faults) -> {
                var all = new ArrayList<>(upload(saved, files, actor));
                change(saved, sent, actor);
                var button = HANDING_IN.stream().filter(sent::containsKey).findFirst();
                if (button.isPresent() && all.isEmpty()) {
                    yield handIn(saved, button.get(), sent, actor, next);
                }
                all.addAll(faults);
                next.addFlashAttribute("saved", true);
                told(all.stream().filter(fault -> !fault.warning()).toList(), saved, sent, next);
                yield back(id);
            }
            case Outcome.Refused(var faults) -> {
                model.addAttribute("faults", page.faults(faults, forms.form(ticket)));
                yield show(ticket, ticket.answers().with(typed.fields()), actor, model);
            }
        };
    }

    private String handIn(
            FormRecord ticket,
            String action,
            MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        boolean confirmed = sent.containsKey("confirmed");
        switch (desk.take(ticket, ticket.version(), action, said(sent), confirmed, actor)) {
            case Outcome.Done _ -> next.addFlashAttribute("done", true);
            case Outcome.Refused(var faults) -> {
                told(faults, ticket, sent, next);
                next.addFlashAttribute("confirmable", faults.stream().allMatch(Fault::warning));
            }
        }
        return back(ticket.id());
    }

    /** 撤销工单, 办结, 继续咨询. */
    @PostMapping("/step/{action:[a-z_]+}")
    String take(
            Actor actor,
            @PathVariable long id,
            @PathVariable String action,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next) {
        var ticket = own(id, actor);
        switch (desk.take(ticket, version, action, said(sent), false, actor)) {
            case Outcome.Done _ -> next.addFlashAttribute("done", true);
            case Outcome.Refused(var faults) -> told(faults, ticket, sent, next);
        }
        return back(id);
    }

    @PostMapping("/delete")
    String delete(Actor actor, @PathVariable long id, @RequestParam int version, RedirectAttributes next) {
        var ticket = own(id, actor);
        return switch (editing.delete(id, version, actor)) {
            case Outcome.Done _ -> {
                next.addFlashAttribute("deleted", true);
                yield "redirect:/service-desk/tickets";
            }
            case Outcome.Refused(var faults) -> {
                next.addFlashAttribute("faults", page.faults(faults, forms.form(ticket)));
                yield back(id);
            }
        };
    }

    /** Something said without a step. */
    @PostMapping("/say")
    String say(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String body,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes next) {
        var ticket = own(id, actor);
        var faults = desk.say(ticket, body, false, TalkFiles.of(files), actor);
        if (!faults.isEmpty()) {
            next.addFlashAttribute("faults", page.faults(faults, forms.form(ticket)));
        }
        return back(id);
    }

    /** A file of the conversation; those of the desk's own notes are not there. */
    @GetMapping("/talk/{file:[0-9a-f-]{36}}")
    ResponseEntity<byte[]> open(
            Actor actor,
            @PathVariable long id,
            @PathVariable UUID file,
            @RequestParam(defaultValue = "") String token) {
        var ticket = own(id, actor);
        return Optional.of(file)
                .filter(asked -> links.isGood(token, asked, actor.login()))
                .flatMap(asked -> talk.open(ticket, asked, false, actor))
                .map(held -> Downloads.of(held.file(), held.content()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** 满意度 of an answered ticket, once. */
    @PostMapping("/rate")
    String rate(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "0") int mark) {
        var ticket = own(id, actor);
        boolean answered = List.of(TicketState.REPLIED, TicketState.CLOSED).contains(ticket.state());
        if (answered && mark >= 1 && mark <= 5) {
            facts.rate(ticket, mark);
        }
        return back(id);
    }

    private void told(
            List<Fault> faults, FormRecord ticket, MultiValueMap<String, String> sent, RedirectAttributes next) {
        next.addFlashAttribute("faults", page.faults(faults, forms.form(ticket)));
        next.addFlashAttribute("said", said(sent));
    }

    private static String said(MultiValueMap<String, String> sent) {
        return Optional.ofNullable(sent.getFirst(TicketRules.BODY)).orElse("");
    }

    /** What was typed in the groups that the page had. */
    private Answers typed(FormDefinition form, MultiValueMap<String, String> sent) {
        var groups = sent.getOrDefault("group", List.of());
        var typed = Answers.NONE;
        for (var section : form.sections()) {
            if (groups.contains(section.key())) {
                typed = typed.with(questions.typed(section, sent).fields());
            }
        }
        return typed;
    }

    private List<Fault> upload(FormRecord ticket, MultiValueMap<String, MultipartFile> files, Actor actor)
            throws IOException {
        var faults = new ArrayList<Fault>();
        for (var slot : forms.form(ticket).attachments()) {
            for (MultipartFile file : files.getOrDefault("file." + slot.key(), List.of())) {
                var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
                if (!file.isEmpty() || !name.isEmpty()) {
                    try (var in = file.getInputStream()) {
                        faults.addAll(attachments.put(ticket, slot.key(), name, in, actor));
                    }
                }
            }
        }
        return faults;
    }

    private void change(FormRecord ticket, MultiValueMap<String, String> sent, Actor actor) {
        files("drop", sent).forEach(file -> attachments.remove(ticket, file, actor));
        files("rename", sent).forEach(file -> attachments.rename(ticket, file, actor));
    }

    private static Stream<UUID> files(String button, MultiValueMap<String, String> sent) {
        return sent.getOrDefault(button, List.of()).stream()
                .filter(file -> file.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString);
    }

    private static String back(long id) {
        return "redirect:/service-desk/tickets/" + id;
    }

    /** The enterprise's own ticket; any other is answered as if there were none (H-084). */
    private FormRecord own(long id, Actor actor) {
        return forms.find(id, actor)
                .filter(record -> record.form().equals(Tickets.FORM))
                .filter(record ->
                        record.enterprise().isPresent() && record.enterprise().equals(actor.enterprise()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
