package io.kouan.platform.declaration;

import io.kouan.platform.onboarding.FirstRelease;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The first inventory of an enterprise that customs released, looked for among its first ones only. */
@Repository
class FirstInventoryReleased implements FirstRelease {

    private static final List<String> INVENTORIES = List.of("CEB621", "CEB603");

    private final JdbcClient db;

    FirstInventoryReleased(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<Instant> of(long enterprise) {
        return INVENTORIES.stream()
                .flatMap(type -> first(enterprise, type).stream())
                .min(Instant::compareTo);
    }

    private Optional<Instant> first(long enterprise, String type) {
        return db.sql("""
                select updated_at from (select id, status, updated_at from document
                        where enterprise_id = :enterprise and message_type = :type order by id limit 1000) earliest
                 where status = 800 order by id limit 1
                """)
                .param("enterprise", enterprise)
                .param("type", type)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
