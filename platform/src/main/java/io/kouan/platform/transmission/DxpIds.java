package io.kouan.platform.transmission;

import io.kouan.platform.accounts.Scope;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The DXP IDs within a scope: what messages and receipts are filed under. */
@Repository
public class DxpIds {

    private final JdbcClient db;

    DxpIds(JdbcClient db) {
        this.db = db;
    }

    public List<String> in(Scope scope) {
        var enterprise = scope.enterprise();
        var sql = "select dxp_id from channel " + (enterprise.isPresent() ? "where enterprise_id = :enterprise " : "");
        return db.sql(sql + "order by dxp_id")
                .param("enterprise", enterprise.orElse(0))
                .query((row, number) -> row.getString("dxp_id"))
                .list();
    }
}
