package io.kouan.platform.forms.page;

import io.kouan.platform.forms.ListQuery;
import io.kouan.platform.forms.definition.ListPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads and writes a list's query conditions in the address, so that a list can be kept, and come back to. */
final class ListAddress {

    private static final List<Integer> SIZES = List.of(10, 20, 50, 100);
    private static final int MOST_CHARACTERS = 100;
    private static final int LAST_PAGE = 100_000;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private ListAddress() {}

    /** Only conditions that the list knows; days that are none are left out. */
    static ListQuery read(ListPage list, MultiValueMap<String, String> sent) {
        var conditions = new LinkedHashMap<String, String>();
        for (ListPage.Filter filter : list.filters()) {
            if (filter.match() == ListPage.Match.RANGE) {
                day(conditions, filter.field() + ".from", sent);
                day(conditions, filter.field() + ".to", sent);
            } else {
                var value = first(sent, filter.field());
                if (!value.isEmpty()) {
                    conditions.put(filter.field(), value);
                }
            }
        }
        int size = number(first(sent, "size"), list.pageSize());
        return new ListQuery(
                conditions,
                Math.min(number(first(sent, "page"), 1), LAST_PAGE),
                SIZES.contains(size) ? size : list.pageSize());
    }

    private static void day(Map<String, String> conditions, String name, MultiValueMap<String, String> sent) {
        var value = first(sent, name);
        if (DAY.matcher(value).matches()) {
            conditions.put(name, value);
        }
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        var text = value == null ? "" : value.strip().replace("\0", "");
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    }

    private static int number(String text, int fallback) {
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : fallback;
    }

    static List<Integer> sizes() {
        return SIZES;
    }

    /** The address of another page of the same list. */
    static String write(String path, ListQuery query, int page) {
        var address = UriComponentsBuilder.fromPath(path);
        query.conditions().keySet().stream().sorted().forEach(name -> address.queryParam(name, "{" + name + "}"));
        address.queryParam("size", query.size());
        if (page > 1) {
            address.queryParam("page", page);
        }
        return address.encode().buildAndExpand(query.conditions()).toUriString();
    }
}
