package io.kouan.platform.forms.page;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.ListQuery;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.ListPage;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The list page of an entry (管理列表): query conditions, pages, and buttons that act on the one selected row. A room makes one
 * by giving it an address and what it requires.
 */
public abstract class EntryListPages {

    private final EntryParts parts;
    private final Entrance entrance;

    protected EntryListPages(EntryParts parts, Entrance entrance) {
        this.parts = parts;
        this.entrance = entrance;
    }

    @GetMapping("/filings")
    String list(Actor actor, @RequestParam MultiValueMap<String, String> sent, Model model) {
        var form = form();
        var list = listPage();
        var query = ListAddress.read(list, sent);
        var found = parts.lists.find(form, list, enterprise(actor), query);
        int pages = (int) Math.max(1, (found.total() + query.size() - 1) / query.size());
        entrance.put(model, "filings");
        parts.page.head(form, model);
        var maker = new ListView.Maker(parts.catalogue, form, list, parts.page.today(), Tongue.now());
        model.addAttribute("list", maker.view(query, found.records(), parts.page::shown));
        model.addAttribute("query", query);
        model.addAttribute("total", found.total());
        model.addAttribute("pages", pages);
        model.addAttribute("sizes", ListAddress.sizes());
        model.addAttribute("here", address(query, query.page()));
        model.addAttribute("earlier", query.page() > 1 ? address(query, Math.min(query.page() - 1, pages)) : "");
        model.addAttribute("later", query.page() < pages ? address(query, query.page() + 1) : "");
        return "entry-list";
    }

    private String address(ListQuery query, int page) {
        return ListAddress.write(entrance.list(), query, page);
    }

    /** One of the buttons above the list; all but the first act on the row that is selected. */
    @PostMapping("/filings")
    String act(
            Actor actor,
            @RequestParam("do") String action,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next) {
        if (action.equals("add")) {
            return begin(actor, next);
        }
        var back = "redirect:" + ListAddress.write(entrance.list(), ListAddress.read(listPage(), sent), 1);
        var rows = sent.getOrDefault("row", List.of());
        if (rows.size() != 1 || !rows.getFirst().matches("\\d{1,18}")) {
            return refuse(List.of(Fault.at("", "ERR_SELECT_ONE")), back, next);
        }
        var record = parts.own(entrance, Long.parseLong(rows.getFirst()), actor);
        return switch (action) {
            case "edit" ->
                parts.forms.mayEdit(record, actor)
                        ? "redirect:" + entrance.record(record.id())
                        : refuse(wrongState(record), back, next);
            case "delete" ->
                isDeletable(record)
                        ? "redirect:" + entrance.record(record.id()) + "/delete"
                        : refuse(List.of(Fault.at("", "ERR_NOT_DRAFT_DELETE")), back, next);
            case "declare" -> declare(record, actor, back, next);
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    private String begin(Actor actor, RedirectAttributes next) {
        return switch (parts.editing.begin(entrance.form(), actor)) {
            case Outcome.Done(var record, var _) -> "redirect:" + entrance.record(record.id());
            case Outcome.Refused(var faults) -> refuse(faults, "redirect:" + entrance.list(), next);
        };
    }

    private String declare(FormRecord record, Actor actor, String back, RedirectAttributes next) {
        return switch (parts.steps.take(record.id(), record.version(), "declare", Decision.plain(), actor)) {
            case Outcome.Done(var stored, var told) -> {
                next.addFlashAttribute("done", RecordView.of(stored, form(), Tongue.now()));
                next.addFlashAttribute("told", parts.page.faults(told, form()));
                yield back;
            }
            case Outcome.Refused(var faults) -> {
                // what is missing is mended on the record's page, and warnings are confirmed there
                next.addFlashAttribute("confirmable", faults.stream().allMatch(Fault::warning) ? "declare" : "");
                boolean mendable = parts.forms.mayEdit(record, actor);
                yield refuse(faults, mendable ? "redirect:" + entrance.record(record.id()) : back, next);
            }
        };
    }

    /** Asks once more before a draft is thrown away. */
    @GetMapping("/filings/{id:\\d{1,18}}/delete")
    String ask(Actor actor, @PathVariable long id, Model model) {
        var record = parts.own(entrance, id, actor);
        entrance.put(model, "filings");
        parts.page.head(form(), model);
        model.addAttribute("record", RecordView.of(record, form(), Tongue.now()));
        return "entry-delete";
    }

    @PostMapping("/filings/{id:\\d{1,18}}/delete")
    String delete(Actor actor, @PathVariable long id, @RequestParam int version, RedirectAttributes next) {
        var back = "redirect:" + entrance.list();
        return switch (parts.editing.delete(parts.own(entrance, id, actor).id(), version, actor)) {
            case Outcome.Done _ -> {
                next.addFlashAttribute("deleted", true);
                yield back;
            }
            case Outcome.Refused(var faults) -> refuse(faults, back, next);
        };
    }

    private boolean isDeletable(FormRecord record) {
        return form().buttons().stream()
                .anyMatch(button ->
                        button.key().equals("delete") && button.states().contains(record.state()));
    }

    private List<Fault> wrongState(FormRecord record) {
        return form().state(record.state())
                .map(state -> List.of(Fault.at(
                        "",
                        "ERR_STATE",
                        java.util.Map.of(
                                "state",
                                state.label().zh(),
                                "state.en",
                                state.label().en()))))
                .orElseThrow();
    }

    private String refuse(List<Fault> faults, String where, RedirectAttributes next) {
        next.addFlashAttribute("faults", parts.page.faults(faults, form()));
        return where;
    }

    private FormDefinition form() {
        return parts.catalogue.form(entrance.form());
    }

    private ListPage listPage() {
        return form().listPage().orElseThrow();
    }

    private static long enterprise(Actor actor) {
        return Optional.of(actor.enterprise())
                .filter(it -> it.isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN))
                .getAsLong();
    }
}
