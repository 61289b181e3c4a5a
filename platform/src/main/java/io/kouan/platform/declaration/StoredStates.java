package io.kouan.platform.declaration;

import io.kouan.platform.exchange.DocumentStates;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the exchange how the documents of a message stand. */
@Component
class StoredStates implements DocumentStates {

    private final JdbcClient database;

    StoredStates(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<DocumentState> of(long position) {
        return database.sql("""
                        select message_type, guid, unique_key, status, waiting_for, return_info
                          from document where position = :position order by index
                        """)
                .param("position", position)
                .query((row, number) -> new DocumentState(
                        row.getString("message_type"),
                        row.getString("guid"),
                        row.getString("unique_key"),
                        row.getInt("status"),
                        row.getString("waiting_for"),
                        row.getString("return_info")))
                .list();
    }
}
