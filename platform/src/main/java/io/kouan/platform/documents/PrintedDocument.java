package io.kouan.platform.documents;

import java.time.Instant;

/**
 * A print (打印件) as it was registered.
 *
 * @param code under which it is verified
 * @param title and number as printed
 * @param record it was printed from, in that version
 * @param enterpriseName as on the day of the print
 * @param digest SHA-256 of the file, hex
 */
public record PrintedDocument(
        String code,
        String document,
        String title,
        String format,
        long record,
        int recordVersion,
        String number,
        long enterprise,
        String enterpriseName,
        boolean draft,
        Instant printedAt,
        String printedBy,
        String digest) {}
