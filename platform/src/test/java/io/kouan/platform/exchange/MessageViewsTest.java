package io.kouan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.kouan.platform.accounts.Scope;
import io.kouan.platform.database.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 130 messages, one a minute; every tenth refused, two types in turn, two enterprises in turn of five. */
class MessageViewsTest {

    private static final Scope ALL = new Scope.Port();
    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

    private static HikariDataSource pool;
    private static JdbcClient db;
    private static MessageViews views;

    @BeforeAll
    static void fill() {
        pool = TestDatabase.fresh().pool();
        db = JdbcClient.create(pool);
        views = new MessageViews(db, new JournalTime(db));
        db.sql("""
                insert into enterprise (customs_code, credit_code, name_zh, name_en, created_at)
                values ('4404990001', '91440400MA00000001', '甲', 'A', now()),
                       ('4404990002', '91440400MA00000002', '乙', 'B', now())
                """).update();
        db.sql("""
                insert into message (position, enterprise_id, dxp_id, message_id, message_type, documents, enveloped,
                                     digest, verdict, received_at, body)
                select n, 1 + (n / 5) % 2, 'D' || (n / 5) % 2, 'id-' || n, case when n % 2 = 0 then 'CEB711' else 'CEB625' end,
                       1, false, ''::bytea, case when n % 10 = 0 then 'REFUSED' else 'ACCEPTED' end,
                       timestamptz '2026-11-23 00:00:00+00' + n * interval '1 minute', '<a/>'::bytea
                  from generate_series(1, 130) n
                """).update();
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void goingOlderShowsEveryMessageOnce() {
        var seen = new ArrayList<Long>();
        long below = Long.MAX_VALUE;
        boolean more = true;
        while (more) {
            var slice = views.older(ALL, MessageFilter.NONE, below, 50);
            seen.addAll(positions(slice));
            below = seen.getLast();
            more = slice.more();
        }

        assertThat(seen).isEqualTo(descending(130, 1));
    }

    @Test
    void goingNewerLeadsBackToTheSameSlice() {
        assertThat(positions(views.newer(ALL, MessageFilter.NONE, 80, 50))).isEqualTo(descending(130, 81));
        assertThat(positions(views.newer(ALL, MessageFilter.NONE, 30, 50))).isEqualTo(descending(80, 31));
        assertThat(views.newer(ALL, MessageFilter.NONE, 130, 50).messages()).isEmpty();
    }

    @Test
    void filtersHoldTogether() {
        var filter = new MessageFilter(Optional.of("CEB711"), Optional.of(false), Optional.empty(), Optional.empty());

        assertThat(positions(views.older(ALL, filter, Long.MAX_VALUE, 50)))
                .isEqualTo(List.of(130L, 120L, 110L, 100L, 90L, 80L, 70L, 60L, 50L, 40L, 30L, 20L, 10L));
    }

    @Test
    void aPeriodIsExact() {
        var filter = new MessageFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(START.plusSeconds(60 * 20)),
                Optional.of(START.plusSeconds(60 * 23)));

        assertThat(positions(views.older(ALL, filter, Long.MAX_VALUE, 50))).containsExactly(22L, 21L, 20L);
    }

    @Test
    void aScopeHoldsWhateverElseIsAsked() {
        var first = new Scope.OfEnterprise(1);

        assertThat(views.older(first, MessageFilter.NONE, Long.MAX_VALUE, 200).messages())
                .isNotEmpty()
                .allMatch(message -> message.enterpriseId() == 1);
        assertThat(views.positionsOf(first, List.of("D0", "D1"), "id-5")).isEmpty();
        assertThat(views.find(first, 5)).isEmpty();
        assertThat(views.find(new Scope.OfEnterprise(2), 5)).isPresent();
        assertThat(views.at(first, MessageFilter.NONE, List.of(1L, 5L))).hasSize(1);
    }

    @Test
    void acceptedAndRefusedMessagesAreFoundByTheirId() {
        assertThat(views.positionsOf(ALL, List.of("D0", "D1"), "id-7")).containsExactly(7L);
        assertThat(views.positionsOf(ALL, List.of("D0", "D1"), "id-10")).containsExactly(10L);
        assertThat(views.positionsOf(ALL, List.of("D0", "D1"), "id-999")).isEmpty();
    }

    private static List<Long> positions(MessageSlice slice) {
        return slice.messages().stream().map(MessageSummary::position).toList();
    }

    private static List<Long> descending(long from, long to) {
        return LongStream.iterate(from, position -> position >= to, position -> position - 1)
                .boxed()
                .toList();
    }
}
