package io.kouan.platform.notifications;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts notifications out. Told inside the transaction of what they tell of, so that they go out with it or not at all; no secret and no
 * full ID number may be among the values.
 */
@Repository
public class Notifications {

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Notifications(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Tells somebody.
     *
     * @param id of the text, for example {@code N-10}
     * @param values what the text names, for example {@code no}
     */
    @Transactional
    public void tell(String id, Recipients to, Map<String, String> values) {
        db.sql("""
                insert into notification (kind, login, enterprise_id, role, given, created_at)
                values (:kind, :login, :enterprise, :role, :given::json, :now)
                """)
                .param("kind", id)
                .param("login", to instanceof Recipients.OnePerson one ? one.login() : null, Types.VARCHAR)
                .param("enterprise", enterprise(to), Types.BIGINT)
                .param(
                        "role",
                        to instanceof Recipients.Holders holders
                                ? holders.role().name()
                                : null,
                        Types.VARCHAR)
                .param("given", json.writeValueAsString(values))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable Long enterprise(Recipients to) {
        return to instanceof Recipients.OfEnterprise of ? of.enterprise() : null;
    }
}
