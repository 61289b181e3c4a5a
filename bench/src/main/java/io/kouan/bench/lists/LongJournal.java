package io.kouan.bench.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * Fills the database of a server with as many messages as a busy port sees in a month: four documents of each parcel, from the
 * sandbox's enterprises in turn, with their receipts and counters. Bodies are short; long ones lie outside the rows and lists do
 * not read them.
 */
public final class LongJournal {

    /** What the rows are: three sources and an inventory in turn, few refused, very few of a rare type. */
    private static final List<String> STATEMENTS =
            List.of("""
            create temporary table sender on commit drop as
            select row_number() over (order by e.id) - 1 as turn, count(*) over () as senders, e.id, c.dxp_id
              from enterprise e join channel c on c.enterprise_id = e.id
            """, """
            insert into message (position, enterprise_id, dxp_id, message_id, message_type, documents, enveloped, digest,
                                 verdict, findings, certificate, received_at, body)
            select n, s.id, s.dxp_id, 'BENCH-' || n,
                   case when n % 50000 = 7 then 'CEB625' else (array['CEB311', 'CEB411', 'CEB511', 'CEB621'])[n % 4 + 1] end,
                   1, n % 2 = 0, decode(md5(n::text) || md5(n::text), 'hex'),
                   case when n % 200 = 0 then 'REFUSED' else 'ACCEPTED' end, null, null,
                   now() - (%1$d - n) * interval '2.592 seconds', convert_to(repeat('x', 256), 'UTF8')
              from generate_series(1, %1$d) n join sender s on s.turn = n % s.senders
            """, """
            insert into document (id, position, index, enterprise_id, dxp_id, message_type, guid, unique_key, order_no, ebp_code,
                                  ebc_code, logistics_code, logistics_no, cop_code, cop_no, pre_no, invt_no, app_time,
                                  status, alive, waiting_for, return_info, received_at, updated_at, content)
            select position * 128, position, 0, enterprise_id, dxp_id, message_type, md5(position::text),
                   'KEY+' || position, 'ORDER' || position / 4, '4404990001', '4404990002',
                   case when message_type in ('CEB511', 'CEB621') then '4404990004' else '' end,
                   case when message_type in ('CEB511', 'CEB621') then 'WB' || position / 4 else '' end,
                   '', '', '', '', '20261111120000', state, state > 0 and state <> 100,
                   case state when 2 then 'CEB411' else '' end, '', received_at, received_at, convert_to(repeat('y', 200), 'UTF8')
              from (select m.*, case when message_type <> 'CEB621' then 120
                                     when position % 4000 = 3 then 2
                                     when position % 2000 = 1003 then -621012
                                     when position % 200 = 103 then 100
                                     else 800 end as state
                      from message m where verdict = 'ACCEPTED') m
            """, """
            insert into receipt (number, dxp_id, enterprise_id, source, receipt_type, statuses, records, created_at, body)
            select position * 2 + second, dxp_id, enterprise_id, position, 'CEB312', case second when 0 then '2' else '120' end,
                   1, received_at + interval '80 milliseconds', convert_to(repeat('z', 200), 'UTF8')
              from message, generate_series(0, 1) second
            """, """
            insert into message_minute (enterprise_id, minute, accepted, refused)
            select enterprise_id, date_trunc('minute', received_at), count(*) filter (where verdict = 'ACCEPTED'),
                   count(*) filter (where verdict = 'REFUSED')
              from message group by 1, 2
            """, """
            insert into document_tally (enterprise_id, message_type, status, documents)
            select enterprise_id, message_type, status, count(*) from document group by 1, 2, 3
            """, "update intake_cursor set position = %1$d");

    private LongJournal() {}

    /**
     * Fills an empty journal.
     *
     * @param home of the server that runs over the database
     */
    public static void fill(Path home, int rows) {
        try (var database = connect(home.resolve("postgres"))) {
            database.setAutoCommit(false);
            try (var statement = database.createStatement()) {
                for (String sql : STATEMENTS) {
                    statement.execute(sql.replace("%1$d", Integer.toString(rows)));
                }
                database.commit();
            }
            database.setAutoCommit(true);
            try (var statement = database.createStatement()) {
                statement.execute("vacuum analyze");
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("the journal cannot be filled", broken);
        }
    }

    private static Connection connect(Path data) throws SQLException {
        var port = lines(data.resolve("postmaster.pid")).get(3).strip();
        var password = lines(data.resolve("kouan.password")).getFirst();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "kouan", password);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
