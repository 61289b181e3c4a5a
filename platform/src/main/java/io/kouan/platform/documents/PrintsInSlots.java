package io.kouan.platform.documents;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.SlotPapers;
import io.kouan.platform.forms.definition.AttachmentSlot;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Beside a slot for a paper that can be printed from the record: that print, filled in as far as the record knows (H-142). */
@Component
@Order(2)
class PrintsInSlots implements SlotPapers {

    private final Prints prints;

    PrintsInSlots(Prints prints) {
        this.prints = prints;
    }

    @Override
    public List<Offer> of(AttachmentSlot slot, FormRecord record, Actor actor) {
        return slot.document().stream()
                .flatMap(id -> prints.offers(record, actor).stream()
                        .filter(offer -> offer.document().equals(id) && offer.ready()))
                .flatMap(offer -> offer.formats().stream()
                        .map(format -> new Offer(
                                "/records/" + record.id() + "/prints/" + offer.document() + "/" + format.extension(),
                                "documents.prefilled." + format,
                                true)))
                .toList();
    }
}
