package io.kouan.platform.filing;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Permissions;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.RecordPanels;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.Comparison;
import io.kouan.platform.forms.page.Comparison.Difference;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Beside a filing: that it can be changed, or what it changes in the approved one, for both sides to see. */
@Component
@Order(7)
class ChangePanel implements RecordPanels {

    private final FilingChanges changes;
    private final FormCatalogue catalogue;
    private final Comparison comparison;
    private final Permissions permissions;

    ChangePanel(FilingChanges changes, FormCatalogue catalogue, Comparison comparison, Permissions permissions) {
        this.changes = changes;
        this.catalogue = catalogue;
        this.comparison = comparison;
        this.permissions = permissions;
    }

    /**
     * What the panel shows.
     *
     * @param begin where a change begins; empty where none can
     * @param open address of the change that is under way; empty where none is
     * @param former number of the filing that this one changes; empty where it changes none
     */
    public record Shown(
            String begin, String open, String openNumber, String former, String link, List<Difference> differences) {
        public Shown {
            differences = List.copyOf(differences);
        }
    }

    @Override
    public List<Panel> of(FormRecord record, Actor actor) {
        return Entry.of(record.form()).stream()
                .map(entry -> shown(entry, record, actor))
                .filter(shown -> !(shown.begin() + shown.open() + shown.former()).isEmpty())
                .map(shown -> new Panel("filing-change", shown))
                .toList();
    }

    private Shown shown(Entry entry, FormRecord record, Actor actor) {
        boolean own = record.enterprise().equals(actor.enterprise());
        var open = own ? changes.open(record) : java.util.Optional.<FormRecord>empty();
        var former = changes.former(record);
        boolean may = changes.mayBegin(record, actor) && permissions.allow(actor.roles(), entry.form(), Right.CREATE);
        return new Shown(
                may ? entry.entrance().record(record.id()) + "/change" : "",
                open.map(it -> entry.entrance().record(it.id())).orElse(""),
                open.map(ChangePanel::number).orElse(""),
                former.map(ChangePanel::number).orElse(""),
                former.map(it -> own ? entry.entrance().record(it.id()) : "/desk/" + it.id())
                        .orElse(""),
                former.map(it -> comparison.of(catalogue.form(record.form()), it.answers(), record.answers()))
                        .orElse(List.of()));
    }

    private static String number(FormRecord record) {
        return record.number().orElseGet(() -> Long.toString(record.id()));
    }
}
