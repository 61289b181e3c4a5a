package io.kouan.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.kouan.platform.database.TestDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** AUD-03: nothing is changed or taken away, and if somebody with the keys to the database does, the chain tells. */
class AuditChainTest {

    private final HikariDataSource pool = TestDatabase.fresh().pool();
    private final JdbcClient db = JdbcClient.create(pool);
    private final AuditChain chain = new AuditChain(db, JsonMapper.shared());

    @BeforeEach
    void fiveEntries() {
        var before = "";
        for (int number = 1; number <= 5; number++) {
            var content = """
                    {"number":%d,"at":"2026-11-23T01:00:0%dZ","login":"registrar","kind":"form/x","object":"SW1","action":"approve","result":"done"}""".formatted(number, number);
            var hash = AuditChain.hash(before, content);
            db.sql(
                            "insert into audit_entry values (:number, :at, 'registrar', 'form/x', 'SW1', 'approve', 'done', :content, :hash)")
                    .param("number", number)
                    .param(
                            "at",
                            Instant.parse("2026-11-23T01:00:0" + number + "Z").atOffset(ZoneOffset.UTC))
                    .param("content", content)
                    .param("hash", hash)
                    .update();
            db.sql("update audit_head set number = :number, hash = :hash")
                    .param("number", number)
                    .param("hash", hash)
                    .update();
            before = hash;
        }
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void aLogThatNobodyTouchedIsWhole() {
        assertThat(chain.check()).isEqualTo(new ChainCheck.Whole(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set login = 'nobody'",
                "delete from audit_entry where number = 5",
                "truncate audit_entry"
            })
    void aud03theAccountOfTheApplicationCanNeitherChangeNorRemoveEntries(String statement) {
        assertThatThrownBy(() -> db.sql(statement).update()).hasMessageContaining("append-only");
    }

    @Test
    void aChangedEntryBreaksTheChainWhereItStands() {
        forced("update audit_entry set content = replace(content, 'approve', 'refuse') where number = 3");

        assertThat(chain.check()).isEqualTo(new ChainCheck.Broken(3, ChainCheck.Why.HASH));
    }

    @Test
    void anEntryWhoseColumnsSayOtherwiseIsFound() {
        forced("update audit_entry set login = 'commerce' where number = 2");

        assertThat(chain.check()).isEqualTo(new ChainCheck.Broken(2, ChainCheck.Why.COLUMNS));
    }

    @Test
    void aRemovedEntryIsMissed() {
        forced("delete from audit_entry where number = 4");

        assertThat(chain.check()).isEqualTo(new ChainCheck.Broken(5, ChainCheck.Why.MISSING));
    }

    @Test
    void theLastEntryIsMissedToo() {
        forced("delete from audit_entry where number = 5");

        assertThat(chain.check()).isEqualTo(new ChainCheck.Broken(5, ChainCheck.Why.END));
    }

    /** As somebody would who owns the database. */
    private void forced(String statement) {
        db.sql("alter table audit_entry disable trigger all").update();
        db.sql(statement).update();
        db.sql("alter table audit_entry enable trigger all").update();
    }
}
