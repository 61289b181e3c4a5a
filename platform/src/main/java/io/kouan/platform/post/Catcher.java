package io.kouan.platform.post;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the letters of the sandbox (沙箱收件箱) instead of sending them, the newest 200; one that comes twice is kept once. */
final class Catcher implements Carrier {

    private static final int KEPT = 200;

    private final Letter.Kind kind;
    private final JdbcClient db;
    private final Clock clock;

    Catcher(Letter.Kind kind, JdbcClient db, Clock clock) {
        this.kind = kind;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Letter.Kind kind() {
        return kind;
    }

    @Override
    public Handover carry(UUID id, Letter letter) {
        db.sql("""
                insert into caught_letter (letter_id, kind, receiver, subject, text, caught_at)
                values (:id, :kind, :to, :subject, :text, :now)
                    on conflict (letter_id) do nothing
                """)
                .param("id", id)
                .param("kind", letter.kind().name())
                .param("to", letter.to())
                .param("subject", letter.subject())
                .param("text", letter.text())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        db.sql("""
                delete from caught_letter
                 where number <= (select number from caught_letter order by number desc offset :kept limit 1)
                """).param("kept", KEPT).update();
        return new Handover.Taken();
    }

    static List<CaughtLetter> newest(JdbcClient db) {
        return db.sql("""
                select number, kind, receiver, subject, text, caught_at from caught_letter
                 order by number desc limit :kept
                """)
                .param("kept", KEPT)
                .query((row, index) -> new CaughtLetter(
                        row.getLong("number"),
                        Letter.Kind.valueOf(row.getString("kind")),
                        row.getString("receiver"),
                        row.getString("subject"),
                        row.getString("text"),
                        row.getObject("caught_at", java.time.OffsetDateTime.class)
                                .toInstant()))
                .list();
    }
}
