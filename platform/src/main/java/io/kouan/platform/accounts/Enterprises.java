package io.kouan.platform.accounts;

import io.kouan.platform.accounts.Enterprise.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The enterprises (企业) that the port knows. */
@Repository
public class Enterprises {

    private final JdbcClient db;
    private final Clock clock;

    Enterprises(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Puts an enterprise on file, or brings what is on file up to date. Gives its id. */
    public long register(Enterprise enterprise) {
        return db.sql("""
                insert into enterprise (customs_code, credit_code, name_zh, name_en, roles, created_at)
                values (:customsCode, :creditCode, :nameZh, :nameEn, :roles, :now)
                    on conflict (customs_code) do update
                   set credit_code = excluded.credit_code, name_zh = excluded.name_zh, name_en = excluded.name_en,
                       roles = excluded.roles
                returning id
                """)
                .param("customsCode", enterprise.customsCode())
                .param("creditCode", enterprise.creditCode())
                .param("nameZh", enterprise.nameZh())
                .param("nameEn", enterprise.nameEn())
                .param(
                        "roles",
                        enterprise.roles().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** The enterprises on file under these codes, of either kind; codes without one are left out. */
    public Map<String, Enterprise> find(Collection<String> codes) {
        var asked = codes.toArray(String[]::new);
        var found = new HashMap<String, Enterprise>();
        db.sql("""
                select coalesce(customs_code, '') as customs_code, credit_code, name_zh, name_en, roles
                  from enterprise where customs_code = any(:codes) or credit_code = any(:codes)
                """).param("codes", asked).query(row -> {
            var enterprise = enterprise(row);
            found.put(enterprise.customsCode(), enterprise);
            found.put(enterprise.creditCode(), enterprise);
        });
        found.keySet().retainAll(Arrays.asList(asked));
        return found;
    }

    private static Enterprise enterprise(ResultSet row) throws SQLException {
        var roles = (String[]) row.getArray("roles").getArray();
        return new Enterprise(
                row.getString("customs_code"),
                row.getString("credit_code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toSet()));
    }
}
