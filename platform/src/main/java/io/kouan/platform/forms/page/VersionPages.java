package io.kouan.platform.forms.page;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.forms.Desk;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Forms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** An earlier version of a record, and what was changed in it since the one before. */
@Controller
@Requires(function = "record_files")
class VersionPages {

    private final Forms forms;
    private final Desk desk;
    private final RecordPage page;

    VersionPages(Forms forms, Desk desk, RecordPage page) {
        this.forms = forms;
        this.desk = desk;
        this.page = page;
    }

    /** A field that differs. */
    public record Difference(String group, String label, String before, String now) {}

    @GetMapping("/records/{id:\\d{1,18}}/versions/{version:\\d{1,9}}")
    String show(Actor actor, @PathVariable long id, @PathVariable int version, Model model) {
        var record = forms.find(id, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var kept = desk.version(record, version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var form = forms.form(record);
        page.head(form, model);
        model.addAttribute("record", RecordView.of(record, form, Tongue.now()));
        model.addAttribute("editable", false);
        model.addAttribute("at", RecordView.time(kept.event().at()));
        model.addAttribute("back", actor.enterprise().isPresent() ? "/forms/" + form.id() + "/" + id : "/desk/" + id);
        model.addAttribute("sections", page.sections(record, kept.answers(), kept.changed(), actor));
        model.addAttribute("differences", differences(record, kept, actor));
        return "form-version";
    }

    private List<Difference> differences(FormRecord record, Desk.Version kept, Actor actor) {
        var before = page.sections(record, kept.before(), Set.of(), actor);
        var differences = new ArrayList<Difference>();
        for (SectionView section : page.sections(record, kept.answers(), kept.changed(), actor)) {
            all(section).stream()
                    .filter(FieldView::changed)
                    .forEach(field -> differences.add(new Difference(
                            section.label(), field.label(), shown(before, field.name()), field.shown())));
        }
        return differences;
    }

    private static String shown(List<SectionView> sections, String name) {
        return sections.stream()
                .flatMap(section -> all(section).stream())
                .filter(field -> field.name().equals(name))
                .map(FieldView::shown)
                .findFirst()
                .orElse("");
    }

    private static List<FieldView> all(SectionView section) {
        var fields = new ArrayList<>(section.fields());
        section.rows().forEach(row -> fields.addAll(row.fields()));
        return fields;
    }
}
