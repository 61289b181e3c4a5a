package io.kouan.platform.forms.page;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.files.Previews;
import io.kouan.platform.files.StoredFile;
import io.kouan.platform.forms.SlotPapers;
import io.kouan.platform.forms.definition.AttachmentSlot;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A place for attachments as a page shows it.
 *
 * @param accept endings, as the browser wants them
 * @param photo whether a picture taken now fits in
 * @param full whether no more fits in
 * @param writable whether files may be put in and taken out now
 * @param papers what can be fetched to be filled in, signed and sealed
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
        boolean photo,
        boolean full,
        boolean writable,
        List<FileView> files,
        List<SlotPapers.Offer> papers) {

    /**
     * One file.
     *
     * @param scan NOT_SCANNED, CLEAN, INFECTED, or WAITING where a scanner is going to look at it
     * @param open whether the reader may open it now
     * @param shown whether it can be looked at in the page
     * @param token what its links carry, so that they end
     * @param time when it was uploaded
     * @param expected how it has to be named; empty where its name is right
     */
    public record FileView(
            String id,
            String name,
            String size,
            String scan,
            boolean open,
            boolean shown,
            String token,
            String time,
            String expected) {}

    static SlotView of(
            AttachmentSlot slot, boolean required, List<StoredFile> files, Language language, FileAccess access) {
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
                slot.extensions().contains("jpg"),
                files.size() >= slot.most(),
                false,
                files.stream().map(file -> file(slot, file, access)).toList(),
                List.of());
    }

    /** The same for somebody who may change what is in it, or not; only the former needs the papers. */
    SlotView writable(boolean now, List<SlotPapers.Offer> offered) {
        return new SlotView(
                key,
                anchor,
                label,
                required,
                accept,
                kinds,
                most,
                megabytes,
                seal,
                photo,
                full,
                now,
                files,
                now ? List.copyOf(offered) : List.of());
    }

    private static FileView file(AttachmentSlot slot, StoredFile file, FileAccess access) {
        var size = file.size() < 1024 * 1024
                ? String.format(Locale.ROOT, "%.1f KB", file.size() / 1024.0)
                : String.format(Locale.ROOT, "%.1f MB", file.size() / 1024.0 / 1024);
        boolean waits = file.scan() == StoredFile.Scan.NOT_SCANNED && access.scans();
        return new FileView(
                file.id().toString(),
                file.name(),
                size,
                waits ? "WAITING" : file.scan().name(),
                access.open().test(file),
                Previews.canShow(file),
                access.token().apply(file),
                RecordView.time(file.uploadedAt()),
                access.expected().apply(slot, file));
    }

    /** What a reader may do with files. */
    record FileAccess(
            boolean scans,
            Predicate<StoredFile> open,
            Function<StoredFile, String> token,
            BiFunction<AttachmentSlot, StoredFile, String> expected) {}
}
