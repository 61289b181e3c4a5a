package io.kouan.platform.business;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.RecordPanels;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says beside a request that the roles of the inspection entry wait for the approval there (H-152). */
@Component
@Order(30)
class HintPanel implements RecordPanels {

    private final BusinessRules rules;
    private final FormCatalogue catalogue;

    HintPanel(BusinessRules rules, FormCatalogue catalogue) {
        this.rules = rules;
        this.catalogue = catalogue;
    }

    @Override
    public List<Panel> of(FormRecord record, Actor actor) {
        boolean shown = record.form().equals(BusinessRequest.FORM)
                && !record.state().equals("REFUSED")
                && rules.inspectionFiling(record.enterprise().orElseThrow()).isEmpty();
        return shown
                ? List.of(new Panel("business-hint", catalogue.message("ERR_INSPECTION_NOT_APPROVED")))
                : List.of();
    }
}
