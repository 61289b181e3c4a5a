package io.kouan.platform.post;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the sandbox caught; outside the sandbox there is no such bean. */
@Repository
@ConditionalOnProperty(name = "kouan.sandbox", havingValue = "true", matchIfMissing = true)
public class CaughtLetters {

    private final JdbcClient db;

    CaughtLetters(JdbcClient db) {
        this.db = db;
    }

    /** At most 200, newest first. */
    public List<CaughtLetter> newest() {
        return Catcher.newest(db);
    }
}
