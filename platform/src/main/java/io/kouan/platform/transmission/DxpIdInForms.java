package io.kouan.platform.transmission;

import io.kouan.platform.forms.ProfileSource;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fills the DXP ID into forms that ask for it: the one that is in force, never one that was cancelled. */
@Component
class DxpIdInForms implements ProfileSource {

    private final JdbcClient db;

    DxpIdInForms(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Map<String, String> of(long enterprise) {
        return db.sql("""
                select c.dxp_id from channel c left join dxp_user u on u.dxp_id = c.dxp_id
                 where c.enterprise_id = :enterprise and c.state <> 'CLOSED' and coalesce(u.state, '') <> 'CANCELLED'
                 order by c.id desc limit 1
                """)
                .param("enterprise", enterprise)
                .query((row, number) -> Map.of("dxp_id", row.getString("dxp_id")))
                .optional()
                .orElse(Map.of());
    }
}
