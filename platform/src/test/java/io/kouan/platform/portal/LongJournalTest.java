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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is rare lies deep in a long journal: 120,000 orders, one a minute, and a few others near the beginning. */
@SpringBootTest(properties = "kouan.sandbox=false")
class LongJournalTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Path HOME = Path.of("target/long-journal-home").toAbsolutePath();
    private static final Scope ALL = new Scope.Port();
    private static final long RETURN = 5;
    private static final long WAITING = 9;
    private static final long FAILED = 11;
    private static final long RELEASED = 13;

    @Autowired
    private MessageList list;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        properties.add("kouan.home", HOME::toString);
        properties.add("kouan.db.url", DATABASE::url);
        properties.add("kouan.db.user", DATABASE::user);
        properties.add("kouan.db.password", DATABASE::password);
    }

    /** In one transaction with the cursor, so that the intake does not look at what is no message. */
    @BeforeAll
    static void fill(@Autowired JdbcClient db, @Autowired PlatformTransactionManager transactions) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            db.sql("""
                    insert into enterprise (customs_code, credit_code, name_zh, name_en, created_at)
                    values ('4404990001', '91440400MA00000001', '甲', 'A', now())
                    """).update();
            db.sql("""
                    insert into message (position, enterprise_id, dxp_id, message_id, message_type, documents, enveloped,
                                         digest, verdict, received_at, body)
                    select n, (select id from enterprise), 'LONG', 'long-' || n, case n when 5 then 'CEB625' else 'CEB311' end, 1,
                           false, ''::bytea, 'ACCEPTED', timestamptz '2101-01-01 00:00:00+08' + n * interval '1 minute', '<a/>'::bytea
                      from generate_series(1, 120000) n
                    """).update();
            db.sql("""
                    insert into document (id, position, index, enterprise_id, dxp_id, message_type, guid, unique_key, app_time,
                                          status, alive, received_at, updated_at, content)
                    select n, n, 0, enterprise_id, 'LONG', 'CEB311', n, 'K' || n, '',
                           case when n = 9 or n > 119900 then 2 when n = 11 then -301010 when n = 13 then 800 else 120 end,
                           true, received_at, received_at, ''::bytea
                      from (select position as n, * from message) m
                    """).update();
            db.sql("update intake_cursor set position = 120000").update();
        });
    }

    @Test
    void aRareTypeIsFoundAtOnce() {
        var page = list.page(ALL, query("CEB625", null, null, null), Language.ZH);

        assertThat(positions(page)).containsExactly(RETURN);
        assertThat(page.older()).isEmpty();
    }

    @Test
    void aRareStateIsFoundAtOnceAndPagedToItsEnd() {
        assertThat(all(query(null, "2", null, null))).hasSize(101).endsWith(WAITING);
        assertThat(positions(list.page(ALL, query(null, "-1", null, null), Language.ZH)))
                .containsExactly(FAILED);
    }

    @Test
    void aStateThatIsUsuallyDenseIsSearchedForFurtherWhereItIsNot() {
        var first = list.page(ALL, query(null, "800", null, null), Language.ZH);

        assertThat(first.rows()).isEmpty();
        assertThat(first.searchedTo()).as("the page says how far it has looked").isPresent();
        assertThat(all(query(null, "800", null, null))).containsExactly(RELEASED);
    }

    @Test
    void aPeriodAndAStateHoldTogether() {
        var page = list.page(
                ALL, new MessageListQuery(null, null, null, "2", "2101-01-01", "2101-01-01", null, null), Language.ZH);

        assertThat(positions(page)).containsExactly(WAITING);
    }

    /** Everything that is listed, from page to page as somebody goes who follows the link to older ones. */
    private List<Long> all(MessageListQuery query) {
        var positions = new ArrayList<Long>();
        var page = list.page(ALL, query, Language.ZH);
        positions.addAll(positions(page));
        while (page.older().isPresent()) {
            page = list.page(
                    ALL, query(query.type(), query.state(), page.older().getAsLong(), null), Language.ZH);
            positions.addAll(positions(page));
        }
        return positions;
    }

    private static MessageListQuery query(
            @Nullable String type, @Nullable String state, @Nullable Long before, @Nullable Long after) {
        return new MessageListQuery(null, type, null, state, null, null, before, after);
    }

    private static List<Long> positions(MessageList.Page page) {
        return page.rows().stream().map(MessageRow::position).toList();
    }
}
