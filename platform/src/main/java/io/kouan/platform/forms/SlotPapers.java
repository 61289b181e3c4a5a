package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.definition.AttachmentSlot;
import java.util.List;

/** What a room offers beside a place for attachments (下载模板): a blank paper, or one that is filled in already. Contributed as a bean. */
public interface SlotPapers {

    /** What there is to be fetched for that slot of that record; none where the room has nothing. */
    List<Offer> of(AttachmentSlot slot, FormRecord record, Actor actor);

    /**
     * A paper.
     *
     * @param address where it is
     * @param text key of what the link says
     * @param made whether it is made and registered when it is asked for, and so is asked for by POST
     */
    record Offer(String address, String text, boolean made) {}
}
