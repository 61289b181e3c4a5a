package io.kouan.platform.forms.page;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormLists;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.definition.FormCatalogue;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What the pages of an entry are made of. */
@Component
public class EntryParts {

    final FormCatalogue catalogue;
    final Forms forms;
    final FormLists lists;
    final FormEditing editing;
    final FormSteps steps;
    final FormAttachments attachments;
    final RecordPage page;

    EntryParts(
            FormCatalogue catalogue,
            Forms forms,
            FormLists lists,
            FormEditing editing,
            FormSteps steps,
            FormAttachments attachments,
            RecordPage page) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.lists = lists;
        this.editing = editing;
        this.steps = steps;
        this.attachments = attachments;
        this.page = page;
    }

    /** Whether a print is asked for now. */
    public boolean mayPrint(String button, FormRecord record, Actor actor) {
        return forms.has(button, record, actor);
    }

    /** The enterprise's own record; any other is answered as if there were none. */
    public FormRecord own(Entrance entrance, long id, Actor actor) {
        return forms.find(id, actor)
                .filter(record -> record.form().equals(entrance.form()))
                .filter(record ->
                        record.enterprise().isPresent() && record.enterprise().equals(actor.enterprise()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
