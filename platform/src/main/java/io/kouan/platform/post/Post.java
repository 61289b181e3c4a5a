package io.kouan.platform.post;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where letters are posted. Written in the caller's transaction: a letter goes out if and only if that commits. It goes out at least
 * once; twice only where a crash falls between the server's acceptance and our note of it, and then with the same Message-ID.
 */
@Repository
public class Post {

    private final JdbcClient db;
    private final Clock clock;
    private final Bell bell;

    Post(JdbcClient db, Clock clock, Bell bell) {
        this.db = db;
        this.clock = clock;
        this.bell = bell;
    }

    /** Posts a letter; it is on its way when the transaction commits. */
    @Transactional
    public void send(Letter letter) {
        db.sql("""
                insert into letter (kind, receiver, subject, text, reply_to, due_at, created_at)
                values (:kind, :to, :subject, :text, :replyTo, :now, :now)
                """)
                .param("kind", letter.kind().name())
                .param("to", letter.to())
                .param("subject", letter.subject())
                .param("text", letter.text())
                .param("replyTo", letter.replyTo())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }
}
