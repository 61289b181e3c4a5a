package io.kouan.platform.files;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was taken in.
 *
 * @param name as shown
 * @param mediaType by content
 * @param size in bytes
 */
public record StoredFile(
        UUID id,
        String name,
        String extension,
        String mediaType,
        int size,
        Scan scan,
        String uploadedBy,
        Instant uploadedAt) {

    /** What the virus scanner said of it. */
    public enum Scan {
        /** 未扫描: no scanner is configured, or it has not come to it yet */
        NOT_SCANNED,
        /** 已扫描 */
        CLEAN,
        /** 含病毒: nobody gets it */
        INFECTED
    }
}
