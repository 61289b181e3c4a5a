package io.kouan.platform.exchange;

import io.kouan.ceb.message.Bytes;
import io.kouan.platform.database.BinaryCopy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SQL of the journal's writer: a handful of statements per batch, never one per message. */
final class JournalTable {

    private static final String COLUMNS =
            "message (position, enterprise_id, dxp_id, message_id, message_type, documents,"
                    + " enveloped, digest, verdict, findings, certificate, received_at, body)";

    private final BinaryCopy rows = new BinaryCopy(13);

    long lastPosition(Connection db) throws SQLException {
        try (var query = db.prepareStatement("select coalesce(max(position), 0) as position from message");
                var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The acks of those ids that have been used before. */
    Map<Submission.Key, Ack> known(Connection db, List<Submission.Key> keys) throws SQLException {
        var known = new HashMap<Submission.Key, Ack>();
        if (keys.isEmpty()) {
            return known;
        }
        try (var query = db.prepareStatement("""
                select m.dxp_id, m.message_id, m.position, m.digest, m.received_at, m.message_type, m.documents, m.findings
                  from unnest(?::text[], ?::text[]) as asked (dxp_id, message_id)
                  join message m on m.dxp_id = asked.dxp_id and m.message_id = asked.message_id
                                and m.verdict = 'ACCEPTED'
                """)) {
            query.setArray(
                    1,
                    db.createArrayOf(
                            "text", keys.stream().map(Submission.Key::dxpId).toArray()));
            query.setArray(
                    2,
                    db.createArrayOf(
                            "text", keys.stream().map(Submission.Key::messageId).toArray()));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    known.put(new Submission.Key(row.getString("dxp_id"), row.getString("message_id")), ack(row));
                }
            }
        }
        return known;
    }

    /** Appends the submissions under consecutive positions. */
    void append(Connection db, List<Submission> submissions, long firstPosition) throws SQLException {
        rows.clear();
        long position = firstPosition;
        for (Submission submission : submissions) {
            row(submission, position++);
        }
        rows.into(db, COLUMNS);
        keepSeals(db, submissions, firstPosition);
        count(db, submissions);
    }

    /** What came sealed is kept as it arrived too: the proof of what was handed over. */
    private static void keepSeals(Connection db, List<Submission> submissions, long firstPosition) throws SQLException {
        if (submissions.stream().allMatch(submission -> submission.sealed().isEmpty())) {
            return;
        }
        try (var insert = db.prepareStatement("insert into sealed_message (position, body) values (?, ?)")) {
            for (int i = 0; i < submissions.size(); i++) {
                var sealed = submissions.get(i).sealed();
                if (sealed.isPresent()) {
                    insert.setLong(1, firstPosition + i);
                    insert.setBytes(2, sealed.get().array());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private void row(Submission submission, long position) {
        var facts = submission.facts();
        rows.row()
                .int8(position)
                .int8(submission.sender().enterpriseId())
                .text(submission.sender().dxpId())
                .text(facts.messageId())
                .text(facts.messageType())
                .int4(facts.documents())
                .bool(facts.enveloped())
                .bytes(submission.digest().array())
                .text(submission.verdict().name());
        submission.findingsJson().ifPresentOrElse(rows::text, rows::absent);
        facts.certificate().ifPresentOrElse(rows::text, rows::absent);
        rows.time(submission.receivedAt()).bytes(submission.body().array());
    }

    private record Minute(long enterpriseId, Instant minute) {}

    private static void count(Connection db, List<Submission> submissions) throws SQLException {
        var counts = new HashMap<Minute, int[]>();
        for (Submission submission : submissions) {
            var minute = new Minute(
                    submission.sender().enterpriseId(), submission.receivedAt().truncatedTo(ChronoUnit.MINUTES));
            counts.computeIfAbsent(minute, none -> new int[2])[submission.isAccepted() ? 0 : 1]++;
        }
        try (var update = db.prepareStatement("""
                insert into message_minute (enterprise_id, minute, accepted, refused) values (?, ?, ?, ?)
                    on conflict (minute, enterprise_id) do update
                   set accepted = message_minute.accepted + excluded.accepted,
                       refused = message_minute.refused + excluded.refused
                """)) {
            for (var count : counts.entrySet()) {
                update.setLong(1, count.getKey().enterpriseId());
                update.setObject(2, OffsetDateTime.ofInstant(count.getKey().minute(), ZoneOffset.UTC));
                update.setInt(3, count.getValue()[0]);
                update.setInt(4, count.getValue()[1]);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static Ack ack(ResultSet row) throws SQLException {
        Timestamp receivedAt = row.getTimestamp("received_at");
        return new Ack(
                row.getString("message_id"),
                row.getLong("position"),
                Bytes.of(row.getBytes("digest")),
                receivedAt.toInstant(),
                row.getString("message_type"),
                row.getInt("documents"),
                Optional.ofNullable(row.getString("findings")));
    }
}
