package io.kouan.platform.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A file of the download centre (下载中心文件).
 *
 * @param seqNo 序号 within its category
 * @param displayName name under which it is saved
 * @param fileVersion as people call it
 * @param sha256 hex
 * @param version grows with every change
 * @param authors who entered it
 * @param successor what takes the place of a withdrawn one
 */
record DownloadItem(
        long id,
        String tab,
        String category,
        int seqNo,
        String displayName,
        String fileVersion,
        UUID file,
        String sha256,
        int size,
        ContentState state,
        int version,
        List<String> authors,
        Optional<Instant> publishedAt,
        long count,
        OptionalLong successor) {

    DownloadItem {
        authors = List.copyOf(authors);
    }
}
