package io.kouan.platform.audit;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Finds entries of the log, newest first. */
@Repository
class AuditEntries {

    private final JdbcClient db;
    private final JsonMapper json;

    AuditEntries(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A page of a list, and whether there is more on either side. */
    record Slice(List<AuditRecord> entries, boolean newer, boolean older) {}

    Slice page(AuditQuery query, int size) {
        var after = query.after();
        var before = query.before();
        if (after != null) {
            var found = new ArrayList<>(find(query, "number > :edge", after, "asc", size + 1));
            boolean more = found.size() > size;
            var shown = found.subList(0, Math.min(size, found.size())).reversed();
            return new Slice(List.copyOf(shown), more, true);
        }
        var found = find(query, before == null ? "true" : "number < :edge", before, "desc", size + 1);
        return new Slice(found.subList(0, Math.min(size, found.size())), before != null, found.size() > size);
    }

    /** The next entries of an export, newest first. */
    List<AuditRecord> below(AuditQuery query, long number, int size) {
        return find(query, "number < :edge", number, "desc", size);
    }

    private List<AuditRecord> find(AuditQuery query, String edge, @Nullable Long at, String order, int most) {
        var where = new ArrayList<String>(List.of(edge));
        var values = new LinkedHashMap<String, Object>();
        values.put("edge", Optional.ofNullable(at).orElse(0L));
        put(where, values, "login", query.login());
        put(where, values, "kind", query.wantedKind());
        put(where, values, "object", query.wantedObject());
        put(where, values, "action", query.wantedAction());
        if (query.wantedResult().filter("refused"::equals).isPresent()) {
            where.add("result <> 'done'");
        } else {
            put(where, values, "result", query.wantedResult());
        }
        query.since().ifPresent(time -> {
            where.add("at >= :since");
            values.put("since", time.atOffset(ZoneOffset.UTC));
        });
        query.until().ifPresent(time -> {
            where.add("at < :until");
            values.put("until", time.atOffset(ZoneOffset.UTC));
        });
        return db.sql("select content from audit_entry where " + String.join(" and ", where) + " order by number "
                        + order + " limit " + most)
                .params(values)
                .query((row, number) -> json.readValue(row.getString("content"), AuditRecord.class))
                .list();
    }

    private static void put(List<String> where, Map<String, Object> values, String column, Optional<String> wanted) {
        wanted.ifPresent(value -> {
            where.add(column + " = :" + column);
            values.put(column, value);
        });
    }

    /** What entries have been about, for choosing. */
    List<String> kinds() {
        // one look into the index for each kind, however many entries there are
        return db.sql("""
                with recursive kinds as (
                    (select kind from audit_entry order by kind limit 1)
                    union all
                    select (select e.kind from audit_entry e where e.kind > k.kind order by e.kind limit 1) from kinds k where k.kind is not null)
                select kind from kinds where kind is not null
                """).query((row, number) -> row.getString("kind")).list();
    }
}
