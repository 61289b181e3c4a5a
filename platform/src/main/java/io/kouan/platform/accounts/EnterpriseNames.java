package io.kouan.platform.accounts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What enterprises (企业) are called, for lists that name them. */
@Repository
public class EnterpriseNames {

    private final JdbcClient db;

    EnterpriseNames(JdbcClient db) {
        this.db = db;
    }

    /** An enterprise's names and customs code. */
    public record Name(String customsCode, String zh, String en) {}

    /** The names by id of those that exist. */
    public Map<Long, Name> named(Collection<Long> ids) {
        var names = new HashMap<Long, Name>();
        db.sql("select id, customs_code, name_zh, name_en from enterprise where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    names.put(
                            row.getLong("id"),
                            new Name(
                                    row.getString("customs_code"), row.getString("name_zh"), row.getString("name_en")));
                });
        return names;
    }
}
