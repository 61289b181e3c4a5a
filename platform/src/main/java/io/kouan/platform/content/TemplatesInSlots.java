package io.kouan.platform.content;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.SlotPapers;
import io.kouan.platform.forms.definition.AttachmentSlot;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 下载模板 beside a slot: the blank paper of the download centre, as long as it is published there (H-142). */
@Component
@Order(1)
class TemplatesInSlots implements SlotPapers {

    private final DownloadItems items;

    TemplatesInSlots(DownloadItems items) {
        this.items = items;
    }

    @Override
    public List<Offer> of(AttachmentSlot slot, FormRecord record, Actor actor) {
        return slot.template().flatMap(items::published).stream()
                .map(item -> new Offer("/downloads/" + item.id(), "content.template", false))
                .toList();
    }
}
