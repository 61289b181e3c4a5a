package io.kouan.platform.documents;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.RecordPanels;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The print buttons on a record's page. */
@Component
@Order(20)
class PrintPanel implements RecordPanels {

    private final Prints prints;

    PrintPanel(Prints prints) {
        this.prints = prints;
    }

    @Override
    public List<Panel> of(FormRecord record, Actor actor) {
        var offers = prints.offers(record, actor);
        return offers.isEmpty() ? List.of() : List.of(new Panel("documents-panel", offers));
    }
}
