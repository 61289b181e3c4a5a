package io.kouan.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MessageListTest extends PortalTest {

    private static final Scope ALL = new Scope.Port();

    @Autowired
    private MessageList list;

    private long first;

    /** 130 messages from 2101 on, one a day, after everything else; every tenth refused, two kinds in turn. */
    @BeforeEach
    void fill() {
        // filled once and never deleted: the intake follows the journal meanwhile and answers what it finds there
        var filled = db.sql("select min(position) as first from message where dxp_id = 'LISTTEST' having count(*) > 0")
                .query((row, number) -> row.getLong("first"))
                .optional();
        if (filled.isPresent()) {
            first = filled.get();
            return;
        }
        first = db.sql("select coalesce(max(position), 0) + 1 from message")
                .query(Long.class)
                .single();
        db.sql("""
                insert into message (position, enterprise_id, dxp_id, message_id, message_type, documents, enveloped,
                                     digest, verdict, received_at, body)
                select :first + n, (select min(id) from enterprise), 'LISTTEST', 'list-' || n,
                       case when n % 2 = 0 then 'CEB711' else 'CEB625' end, 1, false, ''::bytea,
                       case when n % 10 = 9 then 'REFUSED' else 'ACCEPTED' end,
                       timestamptz '2101-01-01 12:00:00+08' + n * interval '1 day', '<a/>'::bytea
                  from generate_series(0, 129) n
                """).param("first", first).update();
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

        assertThat(positions(list.page(ALL, query, Language.ZH))).containsExactly(first + 10);
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
