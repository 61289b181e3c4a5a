package io.kouan.platform.localfiling;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.documents.Format;
import io.kouan.platform.documents.Printed;
import io.kouan.platform.documents.Prints;
import io.kouan.platform.files.Previews;
import io.kouan.platform.files.StoredFile;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files in the four slots of the ticket: one is written by the program, the others are scans. */
@Component
class Papers {

    static final String ID_SCAN = "agent_id_scan";

    private final FormAttachments attachments;
    private final Prints prints;
    private final Previews previews;
    private final DxpUserSheet sheets;

    Papers(FormAttachments attachments, Prints prints, Previews previews, FormCatalogue catalogue) {
        this.attachments = attachments;
        this.previews = previews;
        this.prints = prints;
        this.sheets = new DxpUserSheet(catalogue);
    }

    /** Writes the .xls from the form and puts it into its slot, in place of what lay there; what is wrong is told. */
    @Transactional
    public List<Fault> writeSheet(FormRecord ticket, FormRecord form, String verification, Actor actor) {
        return switch (prints.print(Material.DXP_USER.document(), form.id(), Format.XLS, verification, actor)) {
            case Printed.Refused(var fault) ->
                List.of(Fault.at(Material.DXP_USER.slot(), fault.message(), fault.values()));
            case Printed.Done done -> {
                in(ticket, Material.DXP_USER.slot()).forEach(old -> attachments.remove(ticket, old.id(), actor));
                yield put(ticket, done, actor);
            }
        };
    }

    private List<Fault> put(FormRecord ticket, Printed.Done done, Actor actor) {
        try {
            return attachments.put(
                    ticket, Material.DXP_USER.slot(), done.fileName(), new ByteArrayInputStream(done.content()), actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with an uploaded .xls: starred parts that are empty. */
    List<Fault> sheetFaults(Situation situation) {
        var slot = Material.DXP_USER.slot();
        return in(situation.record(), slot).stream()
                .findFirst()
                .flatMap(file -> content(situation.record(), file, situation.actor()))
                .map(bytes -> sheets.faults(slot, bytes, situation.around()))
                .orElse(List.of());
    }

    /** The scans of the ID card with their pages. */
    List<Checklist.Scan> scans(FormRecord ticket) {
        return in(ticket, ID_SCAN).stream()
                .map(file -> new Checklist.Scan(
                        file.id(),
                        file.name(),
                        content(ticket, file, Actor.program())
                                .map(bytes -> Math.max(1, previews.pages(file, bytes)))
                                .orElse(1)))
                .toList();
    }

    private List<StoredFile> in(FormRecord ticket, String slot) {
        return attachments.of(ticket).getOrDefault(slot, List.of());
    }

    private Optional<byte[]> content(FormRecord ticket, StoredFile file, Actor actor) {
        return attachments.glance(ticket, file.id(), actor).map(FormAttachments.Held::content);
    }
}
