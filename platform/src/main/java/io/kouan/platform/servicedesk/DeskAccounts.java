package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Realm;
import io.kouan.platform.forms.check.Answers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The accounts of this realm, in the database. */
@Repository
class DeskAccounts {

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    DeskAccounts(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    static String normal(String login) {
        var trimmed = login.strip().toLowerCase(Locale.ROOT);
        return trimmed.length() <= 100 ? trimmed : trimmed.substring(0, 100);
    }

    /** Keeps a registration; a login or mobile number that is taken is refused by the database. */
    long open(String login, String hash, Answers answers, String person) {
        return db.sql("""
                insert into cs_account (login, password_hash, state, credit_code, mobile, answers, person, submitted_at)
                values (:login, :hash, 'PENDING', :code, :mobile, :answers::json, :person, :now) returning id
                """)
                .param("login", normal(login))
                .param("hash", hash)
                .param("code", answers.text("uscc"))
                .param("mobile", answers.text("mobile"))
                .param("answers", json.writeValueAsString(answers))
                .param("person", person)
                .param("now", now())
                .query(Long.class)
                .single();
    }

    /** The hashes of the passwords that a person has here. */
    List<String> hashesOf(String person) {
        return db.sql("select password_hash from cs_account where person = :person and state = 'ACTIVE'")
                .param("person", person)
                .query((row, number) -> row.getString(1))
                .list();
    }

    Optional<DeskAccount> find(long id) {
        return db.sql("select * from cs_account where id = :id")
                .param("id", id)
                .query((row, number) -> account(row))
                .optional();
    }

    Optional<DeskAccount> find(String login) {
        return db.sql("select * from cs_account where login = :login")
                .param("login", normal(login))
                .query((row, number) -> account(row))
                .optional();
    }

    /** The account of a person: the one in use, else the newest. */
    Optional<DeskAccount> of(String person) {
        return db.sql(
                        "select * from cs_account where person = :person order by state = 'ACTIVE' desc, state = 'DISABLED', id desc limit 1")
                .param("person", person)
                .query((row, number) -> account(row))
                .optional();
    }

    /** The accounts that were registered for an enterprise, newest first. */
    List<DeskAccount> withCreditCode(String creditCode) {
        return db.sql("select * from cs_account where credit_code = :code order by id desc limit 50")
                .param("code", creditCode)
                .query((row, number) -> account(row))
                .list();
    }

    /** What waits for approval: 加急 first, then whoever has waited longest, which is who is due first. */
    List<DeskAccount> waiting() {
        return db.sql("""
                select * from cs_account where state = 'PENDING'
                 order by expedited_at is null, submitted_at, id limit 500
                """).query((row, number) -> account(row)).list();
    }

    /** The one of an enterprise that waits longest. */
    Optional<DeskAccount> waitingOf(String creditCode) {
        return db.sql("""
                select * from cs_account where state = 'PENDING' and credit_code = :code order by submitted_at, id limit 1
                """)
                .param("code", creditCode)
                .query((row, number) -> account(row))
                .optional();
    }

    Optional<String> passwordHash(String login) {
        return db.sql("select password_hash from cs_account where login = :login")
                .param("login", normal(login))
                .query(String.class)
                .optional();
    }

    boolean isMobileTaken(String mobile, long butOf) {
        return db.sql("""
                select exists (select from cs_account where mobile = :mobile and state <> 'DISABLED' and id <> :id)
                """)
                .param("mobile", mobile)
                .param("id", butOf)
                .query(Boolean.class)
                .single();
    }

    /** Sends a refused one again: a new deadline, and nothing left of the refusal. */
    boolean resubmit(DeskAccount account, String hash, Answers answers) {
        return db.sql("""
                update cs_account
                   set state = 'PENDING', password_hash = :hash, answers = :answers::json, credit_code = :code,
                       mobile = :mobile, submitted_at = :now, decided_at = null, decided_by = '', reasons = '{}', reason = '',
                       expedite_caller = '', expedite_phone = '', expedited_at = null, expedited_by = '',
                       overdue_told_at = null, version = version + 1
                 where id = :id and version = :version and state = 'REJECTED'
                """)
                        .param("hash", hash)
                        .param("answers", json.writeValueAsString(answers))
                        .param("code", answers.text("uscc"))
                        .param("mobile", answers.text("mobile"))
                        .param("now", now())
                        .param("id", account.id())
                        .param("version", account.version())
                        .update()
                == 1;
    }

    /** Decides about one that waits; false where somebody else was faster. */
    boolean decide(
            DeskAccount account,
            DeskAccount.State state,
            Optional<Long> enterprise,
            String by,
            List<String> reasons,
            String reason) {
        return db.sql("""
                update cs_account
                   set state = :state, enterprise_id = :enterprise, decided_at = :now, decided_by = :by, reasons = :reasons,
                       reason = :reason, version = version + 1
                 where id = :id and version = :version and state = 'PENDING'
                """)
                        .param("state", state.name())
                        .param("enterprise", enterprise.orElse(null), Types.BIGINT)
                        .param("now", now())
                        .param("by", by)
                        .param("reasons", reasons.toArray(String[]::new))
                        .param("reason", reason)
                        .param("id", account.id())
                        .param("version", account.version())
                        .update()
                == 1;
    }

    boolean expedite(DeskAccount account, DeskAccount.Expedited call, String by) {
        return db.sql("""
                update cs_account
                   set expedite_caller = :caller, expedite_phone = :phone, expedited_at = :at, expedited_by = :by,
                       version = version + 1
                 where id = :id and version = :version and state = 'PENDING'
                """)
                        .param("caller", call.caller())
                        .param("phone", call.phone())
                        .param("at", call.at().atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("id", account.id())
                        .param("version", account.version())
                        .update()
                == 1;
    }

    /** Keeps contact data that its owner changed. */
    void change(DeskAccount account, Answers answers) {
        db.sql("update cs_account set answers = :answers::json, mobile = :mobile, version = version + 1 where id = :id")
                .param("answers", json.writeValueAsString(answers))
                .param("mobile", answers.text("mobile"))
                .param("id", account.id())
                .update();
    }

    /** Gives an active account to another person; false where it is not that one's any more. */
    boolean give(DeskAccount account, String person) {
        return db.sql("""
                update cs_account set person = :to, version = version + 1
                 where id = :id and person = :from and state = 'ACTIVE'
                """)
                        .param("to", person)
                        .param("id", account.id())
                        .param("from", account.person())
                        .update()
                == 1;
    }

    /** Takes an active account out of use for ever; false where it was changed meanwhile. */
    boolean disable(DeskAccount account, String by, String reason) {
        return db.sql("""
                update cs_account
                   set state = 'DISABLED', disabled_at = :now, disabled_by = :by, disabled_reason = :reason,
                       version = version + 1
                 where id = :id and version = :version and state = 'ACTIVE'
                """)
                        .param("now", now())
                        .param("by", by)
                        .param("reason", reason)
                        .param("id", account.id())
                        .param("version", account.version())
                        .update()
                == 1;
    }

    /** Approved accounts, disabled ones too, that a login, a credit code or part of a name leads to; all of them for no text. */
    List<DeskAccount> approved(String text) {
        return db.sql("""
                select * from cs_account
                 where state in ('ACTIVE', 'DISABLED')
                   and (:text = '' or login = :text or credit_code = upper(:text)
                        or position(:text in lower(answers -> 'fields' ->> 'company_full_name')) > 0)
                 order by id desc limit 50
                """)
                .param("text", normal(text))
                .query((row, number) -> account(row))
                .list();
    }

    void changePassword(DeskAccount account, String hash) {
        db.sql("update cs_account set password_hash = :hash, version = version + 1 where id = :id")
                .param("hash", hash)
                .param("id", account.id())
                .update();
    }

    boolean isFirstTold(long id) {
        return db.sql("update cs_account set overdue_told_at = :now where id = :id and overdue_told_at is null")
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private DeskAccount account(ResultSet row) throws SQLException {
        var expedited = instant(row, "expedited_at");
        var call = expedited.isEmpty()
                ? Optional.<DeskAccount.Expedited>empty()
                : Optional.of(new DeskAccount.Expedited(
                        row.getString("expedite_caller"), row.getString("expedite_phone"), expedited.get()));
        return new DeskAccount(
                row.getLong("id"),
                row.getString("login"),
                DeskAccount.State.valueOf(row.getString("state")),
                row.getString("credit_code"),
                row.getString("mobile"),
                json.readValue(row.getString("answers"), Answers.class),
                row.getString("person"),
                Optional.ofNullable(row.getObject("enterprise_id", Long.class)),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                instant(row, "decided_at"),
                Arrays.asList((String[]) row.getArray("reasons").getArray()),
                row.getString("reason"),
                call,
                row.getInt("version"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** Under which login somebody is kept who has this account and none of the Single Window. */
    static String personOf(String login) {
        return Realm.CS.personOf(login);
    }
}
