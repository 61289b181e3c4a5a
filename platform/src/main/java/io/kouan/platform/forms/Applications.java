package io.kouan.platform.forms;

import io.kouan.platform.accounts.Role;
import io.kouan.platform.port.PortTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** An enterprise's own applications with what was decided on them (查询打印, handbook S2). */
@Repository
public class Applications {

    private static final int MOST = 200;

    private final JdbcClient db;

    Applications(JdbcClient db) {
        this.db = db;
    }

    /**
     * An application.
     *
     * @param decidedAt when an officer acted on it last
     * @param opinion what that officer said
     */
    public record Application(
            long id,
            String form,
            Optional<String> number,
            String state,
            Instant begunAt,
            Optional<Instant> submittedAt,
            Optional<Instant> decidedAt,
            String opinion) {}

    /**
     * Which applications are wanted; whatever is empty does not matter.
     *
     * @param text part of the number or of the opinion
     * @param submitted days of the submission, both included
     * @param decided days of the decision, both included
     */
    public record Wanted(Optional<String> form, String text, Optional<String> state, Days submitted, Days decided) {}

    /** Days from one to another, each open where it is empty. */
    public record Days(Optional<LocalDate> from, Optional<LocalDate> until) {

        public static final Days ANY = new Days(Optional.empty(), Optional.empty());

        @Nullable
        OffsetDateTime start() {
            return from.map(Days::midnight).orElse(null);
        }

        @Nullable
        OffsetDateTime end() {
            return until.map(day -> midnight(day.plusDays(1))).orElse(null);
        }

        private static OffsetDateTime midnight(LocalDate day) {
            return day.atStartOfDay(PortTime.ZONE).toInstant().atOffset(ZoneOffset.UTC);
        }
    }

    /** The applications, newest first. */
    public List<Application> of(long enterprise, Wanted wanted) {
        return db.sql("""
                select r.id, r.form, r.number, r.state, r.created_at, r.submitted_at, d.at as decided_at, d.reason as opinion
                  from form_record r
                  left join lateral (select e.at, e.reason from form_event e
                                      where e.record_id = r.id and not e.role = any(:applicants)
                                      order by e.version desc limit 1) d on true
                 where r.enterprise_id = :enterprise
                   and (:form::text is null or r.form = :form)
                   and (:state::text is null or r.state = :state)
                   and (:text = '' or position(:text in lower(coalesce(r.number, ''))) > 0
                                   or position(:text in lower(coalesce(d.reason, ''))) > 0)
                   and (:submittedFrom::timestamptz is null or r.submitted_at >= :submittedFrom)
                   and (:submittedUntil::timestamptz is null or r.submitted_at < :submittedUntil)
                   and (:decidedFrom::timestamptz is null or d.at >= :decidedFrom)
                   and (:decidedUntil::timestamptz is null or d.at < :decidedUntil)
                 order by r.id desc limit :most
                """)
                .param("applicants", applicants())
                .param("enterprise", enterprise)
                .param("form", wanted.form().orElse(null), Types.VARCHAR)
                .param("state", wanted.state().orElse(null), Types.VARCHAR)
                .param("text", wanted.text().toLowerCase(Locale.ROOT))
                .param("submittedFrom", wanted.submitted().start(), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("submittedUntil", wanted.submitted().end(), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("decidedFrom", wanted.decided().start(), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("decidedUntil", wanted.decided().end(), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("most", MOST)
                .query((row, number) -> application(row))
                .list();
    }

    private static String[] applicants() {
        return Arrays.stream(Role.values())
                .filter(role -> role.isOfEnterprise() || role == Role.VISITOR || role == Role.SYSTEM)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    private static Application application(ResultSet row) throws SQLException {
        return new Application(
                row.getLong("id"),
                row.getString("form"),
                Optional.ofNullable(row.getString("number")),
                row.getString("state"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                time(row, "submitted_at"),
                time(row, "decided_at"),
                Optional.ofNullable(row.getString("opinion")).orElse(""));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
