package io.kouan.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.Scope;
import io.kouan.platform.database.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** 130 messages from 2101 on, one a day; every tenth refused, two kinds in turn. */
@SpringBootTest(properties = "kouan.sandbox=false")
class MessageListTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Path HOME = Path.of("target/list-home").toAbsolutePath();
    private static final Scope ALL = new Scope.Port();
    private static final int MESSAGES = 130;

    @Autowired
    private MessageList list;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        properties.add("kouan.home", HOME::toString);
        properties.add("kouan.db.url", DATABASE::url);
        properties.add("kouan.db.user", DATABASE::user);
        properties.add("kouan.db.password", DATABASE::password);
    }

    /** In a database of its own: the journal of a running port gives its positions itself. */
    @BeforeAll
    static void fill(@Autowired JdbcClient db) {
        db.sql("""
                insert into enterprise (customs_code, credit_code, name_zh, name_en, created_at)
                values ('4404990001', '91440400MA00000001', '甲', 'A', now())
                """).update();
        db.sql("""
                insert into message (position, enterprise_id, dxp_id, message_id, message_type, documents, enveloped,
                                     digest, verdict, received_at, body)
                select 1 + n, (select id from enterprise), 'LISTTEST', 'list-' || n,
                       case when n % 2 = 0 then 'CEB711' else 'CEB625' end, 1, false, ''::bytea,
                       case when n % 10 = 9 then 'REFUSED' else 'ACCEPTED' end,
                       timestamptz '2101-01-01 12:00:00+08' + n * interval '1 day', '<a/>'::bytea
                  from generate_series(0, :last) n
                """).param("last", MESSAGES - 1).update();
    }

    @Test
    void goingOlderAndBackShowsEveryMessageOnce() {
        var older = new ArrayList<List<Long>>();
        var page = list.page(ALL, query(null, null, null, null), Language.ZH);
        assertThat(page.newer()).isEmpty();
        older.add(positions(page));
        while (page.older().isPresent()) {
            page = list.page(ALL, query(null, null, page.older().getAsLong(), null), Language.ZH);
            older.add(positions(page));
        }

        assertThat(older).map(List::size).containsExactly(50, 50, 30);
        assertThat(older.stream().flatMap(List::stream).toList()).isEqualTo(descending(MESSAGES, MESSAGES));

        var back = new ArrayList<List<Long>>();
        back.add(positions(page));
        while (page.newer().isPresent()) {
            page = list.page(ALL, query(null, null, null, page.newer().getAsLong()), Language.ZH);
            back.add(positions(page));
        }

        assertThat(back.reversed()).isEqualTo(older);
    }

    @Test
    void backFromTheDepthOfAStateIsThePageOneCameFrom(@Autowired JdbcClient db) {
        db.sql("""
                insert into document (id, position, index, enterprise_id, dxp_id, message_type, guid, unique_key, app_time,
                                      status, alive, received_at, updated_at, content)
                select position, position, 0, enterprise_id, dxp_id, message_type, message_id, message_id, '', 300, true,
                       received_at, received_at, ''::bytea
                  from message where position <= 120
                """).update();
        var older = new ArrayList<List<Long>>();
        var page = list.page(ALL, inState("300", null, null), Language.ZH);
        older.add(positions(page));
        while (page.older().isPresent()) {
            page = list.page(ALL, inState("300", page.older().getAsLong(), null), Language.ZH);
            older.add(positions(page));
        }
        assertThat(older).map(List::size).containsExactly(50, 50, 20);

        var back = new ArrayList<List<Long>>();
        back.add(positions(page));
        while (page.newer().isPresent()) {
            page = list.page(ALL, inState("300", null, page.newer().getAsLong()), Language.ZH);
            back.add(positions(page));
        }
        assertThat(back.reversed()).isEqualTo(older);
    }

    @Test
    void rareMessagesAreFoundAndTheirPagesToo() {
        var found = list.page(ALL, query("CEB711", null, null, null), Language.ZH);
        assertThat(found.rows()).hasSize(50).allMatch(row -> row.type().equals("CEB711"));

        var rest = list.page(ALL, query("CEB711", null, found.older().orElseThrow(), null), Language.ZH);
        assertThat(rest.rows()).hasSize(15);
    }

    @Test
    void aPeriodIsExactToTheDay() {
        var day = "2101-01-11";
        var query = new MessageListQuery(null, null, null, null, day, day, null, null);

        assertThat(positions(list.page(ALL, query, Language.ZH))).containsExactly(11L);
    }

    @Test
    void refusedOnesCanBeListedAlone() {
        var query = new MessageListQuery(null, null, "refused", null, "2101-01-01", null, null, null);

        assertThat(list.page(ALL, query, Language.ZH).rows()).hasSize(13).noneMatch(MessageRow::accepted);
    }

    @Test
    void nonsenseInTheAddressIsTakenAsNoCondition() {
        var query = new MessageListQuery("", "", "", "x", "yesterday", "2101-99-99", null, null);

        assertThat(query.isEmpty()).isTrue();
        assertThat(list.page(ALL, query, Language.ZH).rows()).hasSize(50);
    }

    private static MessageListQuery query(
            @Nullable String type, @Nullable String verdict, @Nullable Long before, @Nullable Long after) {
        return new MessageListQuery(null, type, verdict, null, null, null, before, after);
    }

    private static MessageListQuery inState(String state, @Nullable Long before, @Nullable Long after) {
        return new MessageListQuery(null, null, null, state, null, null, before, after);
    }

    private static List<Long> positions(MessageList.Page page) {
        return page.rows().stream().map(MessageRow::position).toList();
    }

    private static List<Long> descending(long from, int count) {
        var positions = new ArrayList<Long>();
        for (int i = 0; i < count; i++) {
            positions.add(from - i);
        }
        return positions;
    }
}
