package io.kouan.platform.content;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A list cut into pages.
 *
 * @param page counted from 1
 * @param last number of the last page, at least 1
 * @param size rows of a page
 */
record Pages(int page, int last, int size, int total) {

    static Pages of(int asked, int total, int size) {
        int last = Math.max(1, (total + size - 1) / size);
        return new Pages(Math.clamp(asked, 1, last), last, size, total);
    }

    int from() {
        return (page - 1) * size;
    }

    /** The numbers that lead on; none where there is one page only. */
    public List<Integer> numbers() {
        return last == 1 ? List.of() : IntStream.rangeClosed(1, last).boxed().toList();
    }
}
