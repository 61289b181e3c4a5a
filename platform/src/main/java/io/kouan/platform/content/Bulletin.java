package io.kouan.platform.content;

import java.util.List;
import org.springframework.stereotype.Service;

/** What the front door shows of the port's content. */
@Service
public class Bulletin {

    /** How many notices the box holds (handbook 1.4). */
    private static final int NOTICES = 7;

    private static final int DOWNLOADS = 8;

    private final Notices notices;
    private final DownloadItems items;

    Bulletin(Notices notices, DownloadItems items) {
        this.notices = notices;
        this.items = items;
    }

    /**
     * A line of the notices box.
     *
     * @param cut the title as lists show it
     * @param time to the second
     */
    public record NoticeLine(long id, String title, String cut, String time, boolean pinned) {

        static NoticeLine of(Notice notice) {
            return new NoticeLine(
                    notice.id(),
                    notice.title(),
                    Notice.cut(notice.title()),
                    NoticeText.time(notice.publishTime()),
                    notice.pinned());
        }
    }

    /** A line of the download box. */
    public record DownloadLine(long id, int number, String name, String size) {}

    public List<NoticeLine> newestNotices() {
        return notices.shown(0, NOTICES).stream().map(NoticeLine::of).toList();
    }

    /** What an enterprise that joins needs first: the documents of cross-border e-commerce. */
    public List<DownloadLine> forWhoeverJoins() {
        return items.shown("DOC", "CBEC", 0, DOWNLOADS).stream()
                .map(item -> new DownloadLine(item.id(), item.seqNo(), item.displayName(), size(item.size())))
                .toList();
    }

    /** A size as people read it. */
    static String size(int bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024
                ? Math.round(bytes / 1024.0) + " KB"
                : Math.round(bytes / 1024.0 / 102.4) / 10.0 + " MB";
    }
}
