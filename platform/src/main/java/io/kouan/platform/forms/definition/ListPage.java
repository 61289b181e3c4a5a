package io.kouan.platform.forms.definition;

import java.util.List;

/**
 * How the records of a form are listed (管理列表): by what they can be sought, and what of each is shown.
 *
 * @param columns fields, in order
 * @param dated the field by whose date the list is ordered, newest first
 * @param pageSize rows on a page unless the reader asks for another number
 */
public record ListPage(Label title, List<Filter> filters, List<String> columns, String dated, int pageSize) {

    public ListPage {
        filters = List.copyOf(filters);
        columns = List.copyOf(columns);
    }

    /** How a condition is compared. */
    public enum Match {
        PREFIX,
        CONTAINS,
        EQUAL,
        /** from one day to another, both included */
        RANGE
    }

    /** A query condition (查询条件): a field and how it is compared. */
    public record Filter(String field, Match match) {}
}
