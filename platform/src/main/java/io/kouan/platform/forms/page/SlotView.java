package io.kouan.platform.forms.page;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.files.StoredFile;
import io.kouan.platform.forms.definition.AttachmentSlot;
import java.util.List;
import java.util.Locale;

/**
 * A place for attachments as a page shows it.
 *
 * @param accept endings, as the browser wants them
 * @param full whether no more fits in
 */
public record SlotView(
        String key,
        String anchor,
        String label,
        boolean required,
        String accept,
        String kinds,
        int most,
        int megabytes,
        String seal,
        boolean full,
        List<FileView> files) {

    /** One file. */
    public record FileView(String id, String name, String size, String scan) {}

    static SlotView of(AttachmentSlot slot, boolean required, List<StoredFile> files, Language language) {
        return new SlotView(
                slot.key(),
                FieldView.anchor(slot.key()),
                slot.label().in(language),
                required,
                "." + String.join(",.", slot.extensions()),
                String.join(", ", slot.extensions()),
                slot.most(),
                slot.mostMegabytes(),
                slot.seal(),
                files.size() >= slot.most(),
                files.stream().map(SlotView::file).toList());
    }

    private static FileView file(StoredFile file) {
        var size = file.size() < 1024 * 1024
                ? String.format(Locale.ROOT, "%.1f KB", file.size() / 1024.0)
                : String.format(Locale.ROOT, "%.1f MB", file.size() / 1024.0 / 1024);
        return new FileView(file.id().toString(), file.name(), size, file.scan().name());
    }
}
