package io.kouan.platform.forms;

import java.util.Map;

/**
 * What a list of records was asked for.
 *
 * @param conditions values by field; a range has {@code field.from} and {@code field.to}
 * @param page from 1
 */
public record ListQuery(Map<String, String> conditions, int page, int size) {

    public ListQuery {
        conditions = Map.copyOf(conditions);
    }

    public String value(String condition) {
        return conditions.getOrDefault(condition, "");
    }
}
