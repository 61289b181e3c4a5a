package io.kouan.platform.forms.page;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.Corrections;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A record of an entry on one page, as the handbook's screens show it: groups, tables and attachments below each other, with 保存 and
 * 关闭. Everything is one form, so that nothing typed is lost whichever button is pressed.
 */
public abstract class EntryRecordPages {

    private final EntryParts parts;
    private final Entrance entrance;

    protected EntryRecordPages(EntryParts parts, Entrance entrance) {
        this.parts = parts;
        this.entrance = entrance;
    }

    @GetMapping("/filings/{id:\\d{1,18}}")
    String show(Actor actor, @PathVariable long id, Model model) {
        var record = parts.own(entrance, id, actor);
        return show(record, record.answers(), actor, model);
    }

    private String show(FormRecord record, Answers answers, Actor actor, Model model) {
        boolean writable = parts.forms.mayEdit(record, actor);
        parts.page.fill(record, actor, model);
        entrance.put(model, "filings");
        model.addAttribute("printable", parts.forms.has("print_letter", record, actor));
        if (!writable) {
            return "entry-record";
        }
        model.addAttribute("groups", parts.page.asked(record, answers, faultsOf(model), actor));
        model.addAttribute(
                "filesLabel",
                form().sections().stream()
                        .filter(Section::attachments)
                        .map(section -> section.label().in(Tongue.now()))
                        .findFirst()
                        .orElse(""));
        return "entry-edit";
    }

    @SuppressWarnings("unchecked") // the attribute is put by this package only
    private static List<FaultView> faultsOf(Model model) {
        return model.getAttribute("faults") instanceof List<?> faults ? (List<FaultView>) faults : List.of();
    }

    /** Any button of the edit page. All but 关闭 keep what was typed first. */
    @PostMapping("/filings/{id:\\d{1,18}}")
    String leave(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            Model model,
            RedirectAttributes next)
            throws IOException {
        var record = parts.own(entrance, id, actor);
        var typed = typed(sent, record, parts.forms.corrections(record, actor));
        if (sent.containsKey("close")) {
            return close(record, typed, actor, model);
        }
        return switch (parts.editing.save(id, version, typed, Optional.empty(), actor)) {
            case Outcome.Done(var saved, var faults) -> {
                var all = new ArrayList<>(faults);
                all.addAll(upload(saved, files, actor));
                all.addAll(drop(saved, sent, actor));
                yield sent.containsKey("declare") && all.stream().allMatch(Fault::warning)
                        ? step(saved, "declare", sent.containsKey("confirmed"), actor, next)
                        : kept(saved, all, sent, next);
            }
            case Outcome.Refused(var faults) -> {
                model.addAttribute("faults", parts.page.faults(faults, form()));
                yield show(record, parts.forms.typing(record, typed, actor), actor, model);
            }
        };
    }

    private String kept(
            FormRecord saved, List<Fault> faults, MultiValueMap<String, String> sent, RedirectAttributes next) {
        var errors = faults.stream().filter(fault -> !fault.warning()).toList();
        next.addFlashAttribute("saved", true);
        next.addFlashAttribute("faults", parts.page.faults(errors, form()));
        var table = sent.keySet().stream()
                .filter(name -> name.startsWith("add.") || name.startsWith("remove."))
                .map(name -> "#s-" + name.substring(name.indexOf('.') + 1))
                .findFirst()
                .orElse("");
        return "redirect:" + entrance.record(saved.id()) + table;
    }

    /** Leaves where nothing was changed, and asks where something was. */
    private String close(FormRecord record, Answers typed, Actor actor, Model model) {
        var answers = parts.forms.typing(record, typed, actor);
        if (!isChanged(record, answers)) {
            return "redirect:" + entrance.list();
        }
        model.addAttribute("asking", true);
        return show(record, answers, actor, model);
    }

    private boolean isChanged(FormRecord record, Answers typed) {
        var before = record.answers();
        return typed.fields().entrySet().stream()
                        .anyMatch(entry -> !entry.getValue().strip().equals(before.text(entry.getKey())))
                || typed.tables().entrySet().stream()
                        .anyMatch(table -> !filled(table.getValue()).equals(filled(before.rows(table.getKey()))));
    }

    private static List<Map<String, String>> filled(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> {
                    var values = new java.util.TreeMap<>(row);
                    values.values().removeIf(String::isEmpty);
                    return Map.copyOf(values);
                })
                .toList();
    }

    /** What was typed in all groups that ask something. */
    private Answers typed(MultiValueMap<String, String> sent, FormRecord record, Corrections corrections) {
        var typed = Answers.NONE;
        for (Section section : form().sections()) {
            if (section.fields().stream().anyMatch(Field::isOpen) && isSent(section, sent)) {
                var part = Typed.of(section, ofTable(section, sent), corrections, record.answers());
                typed = typed.with(part.fields());
                for (var table : part.tables().entrySet()) {
                    typed = typed.withRows(table.getKey(), table.getValue());
                }
            }
        }
        return typed;
    }

    /** Every group on the page says so, also where all its boxes are empty. */
    private static boolean isSent(Section section, MultiValueMap<String, String> sent) {
        return sent.getOrDefault("group", List.of()).contains(section.key());
    }

    private static MultiValueMap<String, String> ofTable(Section section, MultiValueMap<String, String> sent) {
        var own = new org.springframework.util.LinkedMultiValueMap<>(sent);
        for (String button : List.of("add", "remove")) {
            own.remove(button);
            Optional.ofNullable(sent.getFirst(button + "." + section.key())).ifPresent(value -> own.add(button, value));
        }
        return own;
    }

    private List<Fault> upload(FormRecord record, MultiValueMap<String, MultipartFile> files, Actor actor)
            throws IOException {
        var faults = new ArrayList<Fault>();
        for (var slot : form().attachments()) {
            for (MultipartFile file : files.getOrDefault("file." + slot.key(), List.of())) {
                if (!file.isEmpty()) {
                    var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
                    try (var in = file.getInputStream()) {
                        faults.addAll(parts.attachments.put(record, slot.key(), name, in, actor));
                    }
                }
            }
        }
        return faults;
    }

    private List<Fault> drop(FormRecord record, MultiValueMap<String, String> sent, Actor actor) {
        files(sent, "rename").forEach(file -> parts.attachments.rename(record, file, actor));
        return files(sent, "drop")
                .flatMap(file -> parts.attachments.remove(record, file, actor).stream())
                .toList();
    }

    private static Stream<UUID> files(MultiValueMap<String, String> sent, String button) {
        return sent.getOrDefault(button, List.of()).stream()
                .filter(file -> file.matches("[0-9a-f-]{36}"))
                .map(UUID::fromString);
    }

    /** A step that is taken from the page where the record is read, for example 注销备案. */
    @PostMapping("/filings/{id:\\d{1,18}}/step/{action:[a-z_]+}")
    String take(
            Actor actor,
            @PathVariable long id,
            @PathVariable String action,
            @RequestParam int version,
            RedirectAttributes next) {
        var record = parts.own(entrance, id, actor);
        return told(parts.steps.take(id, version, action, Decision.plain(), actor), record, action, next);
    }

    private String step(FormRecord record, String action, boolean confirmed, Actor actor, RedirectAttributes next) {
        var decision = confirmed ? Decision.plain().confirming() : Decision.plain();
        return told(parts.steps.take(record.id(), record.version(), action, decision, actor), record, action, next);
    }

    private String told(Outcome outcome, FormRecord record, String action, RedirectAttributes next) {
        switch (outcome) {
            case Outcome.Done(var _, var told) -> {
                next.addFlashAttribute("done", true);
                next.addFlashAttribute("told", parts.page.faults(told, form()));
            }
            case Outcome.Refused(var faults) -> {
                next.addFlashAttribute("faults", parts.page.faults(faults, form()));
                next.addFlashAttribute("confirmable", faults.stream().allMatch(Fault::warning) ? action : "");
            }
        }
        return "redirect:" + entrance.record(record.id());
    }

    private FormDefinition form() {
        return parts.catalogue.form(entrance.form());
    }
}
