package io.kouan.platform.documents;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.RecordPanels;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The print buttons on a record's page. */
@Component
@Order(20)
class PrintPanel implements RecordPanels {

    private final Prints prints;
    private final FormCatalogue catalogue;

    PrintPanel(Prints prints, FormCatalogue catalogue) {
        this.catalogue = catalogue;
        this.prints = prints;
    }

    @Override
    public List<Panel> of(FormRecord record, Actor actor) {
        var offers = prints.offers(record, actor).stream()
                .filter(offer -> !isAmongPapers(offer, record, actor))
                .filter(offer -> offer.ready() || actor.enterprise().isPresent())
                .toList();
        return offers.isEmpty() ? List.of() : List.of(new Panel("documents-panel", offers));
    }

    /** A document that is a row of the form's own list of papers is printed from there. */
    private boolean isAmongPapers(Prints.Offer offer, FormRecord record, Actor actor) {
        return record.enterprise().equals(actor.enterprise())
                && catalogue.form(record.form()).sections().stream()
                        .flatMap(section -> section.fixed().stream())
                        .anyMatch(paper -> paper.document().equals(offer.document()));
    }
}
