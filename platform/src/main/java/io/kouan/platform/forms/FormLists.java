package io.kouan.platform.forms;

import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.ListPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists the records of an enterprise by the query conditions that the form's file names (管理列表). */
@Repository
public class FormLists {

    private static final String VALUE = "coalesce(answers #>> array['fields', :field%d], '')";

    private final JdbcClient db;
    private final FormRecords records;

    FormLists(JdbcClient db, FormRecords records) {
        this.db = db;
        this.records = records;
    }

    /** One page of a list. */
    public record Slice(List<FormRecord> records, long total) {
        public Slice {
            records = List.copyOf(records);
        }
    }

    /** The page asked for; what is dated comes newest first, and what has no date yet before it. */
    public Slice find(FormDefinition form, ListPage list, long enterprise, ListQuery query) {
        var where = new Where();
        where.parameters.put("form", form.id());
        where.parameters.put("enterprise", enterprise);
        list.filters().forEach(filter -> where.add(filter, form, query));
        var from = "from form_record where enterprise_id = :enterprise and form = :form" + where.text();
        long total = db.sql("select count(*) " + from)
                .params(where.parameters)
                .query(Long.class)
                .single();
        var dated = VALUE.formatted(where.parameters.size());
        where.parameters.put("field" + where.parameters.size(), list.dated());
        var ids = db.sql("select id " + from + " order by nullif(" + dated
                        + ", '') desc nulls first, id desc limit :most offset :skip")
                .params(where.parameters)
                .param("most", query.size())
                .param("skip", (long) (query.page() - 1) * query.size())
                .query((row, number) -> row.getLong(1))
                .list();
        return new Slice(ids.stream().flatMap(id -> records.find(id).stream()).toList(), total);
    }

    /** Conditions as SQL: names of fields and values alike are parameters, never text. */
    private static final class Where {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        String text() {
            return conditions.isEmpty() ? "" : " and " + String.join(" and ", conditions);
        }

        void add(ListPage.Filter filter, FormDefinition form, ListQuery query) {
            var field = filter.field();
            if (field.equals(form.stateField())) {
                put("state", "%s = :value%d", field, query.value(field));
                return;
            }
            switch (filter.match()) {
                case PREFIX -> put(VALUE, "starts_with(%s, :value%d)", field, query.value(field));
                case CONTAINS -> put(VALUE, "strpos(lower(%s), lower(:value%d)) > 0", field, query.value(field));
                case EQUAL ->
                    put(VALUE, "string_to_array(%s, ',') @> array[cast(:value%d as text)]", field, query.value(field));
                case RANGE -> {
                    put(VALUE, "left(%s, 10) >= :value%d", field, query.value(field + ".from"));
                    var until = query.value(field + ".to");
                    put(VALUE, "left(nullif(%s, ''), 10) <= :value%d", field, until);
                }
            }
        }

        private void put(String operand, String comparison, String field, String value) {
            if (value.isEmpty()) {
                return;
            }
            int at = parameters.size();
            parameters.put("field" + at, field);
            parameters.put("value" + at, value);
            conditions.add(comparison.formatted(operand.formatted(at), at));
        }
    }
}
