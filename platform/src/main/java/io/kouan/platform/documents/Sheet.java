package io.kouan.platform.documents;

import java.time.Instant;
import java.util.List;

/**
 * A document ready to be written down.
 *
 * @param number of the record, empty where it has none
 * @param code under which it is verified
 * @param address of the page that verifies it
 * @param draft whether it is marked 草稿
 */
record Sheet(
        String title,
        int version,
        String number,
        String code,
        String address,
        Instant printedAt,
        boolean draft,
        List<Block> blocks) {

    Sheet {
        blocks = List.copyOf(blocks);
    }
}
