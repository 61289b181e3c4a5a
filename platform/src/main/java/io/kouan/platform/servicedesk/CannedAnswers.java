package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.check.Fault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The canned answers (常用回复) of the desk, in the database; each change is in the audit log. */
@Repository
class CannedAnswers {

    private final JdbcClient db;
    private final AuditLog audit;
    private final Clock clock;

    CannedAnswers(JdbcClient db, AuditLog audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    List<CannedAnswer> all() {
        return db.sql("select * from canned_answer order by retired, title_zh, id limit 500")
                .query((row, number) -> answer(row))
                .list();
    }

    List<CannedAnswer> offered() {
        return all().stream().filter(answer -> !answer.retired()).toList();
    }

    Optional<CannedAnswer> find(long id) {
        return db.sql("select * from canned_answer where id = :id")
                .param("id", id)
                .query((row, number) -> answer(row))
                .optional();
    }

    /** Keeps a new one (id 0) or a changed one; what is wrong with it. */
    @Transactional
    public List<Fault> keep(CannedAnswer answer, Actor by) {
        var faults = faults(answer);
        if (!faults.isEmpty()) {
            return faults;
        }
        int kept = db.sql(answer.id() == 0 ? """
                insert into canned_answer (title_zh, title_en, body_zh, body_en, retired, updated_by, updated_at)
                values (:titleZh, :titleEn, :bodyZh, :bodyEn, :retired, :by, :now)
                """ : """
                update canned_answer
                   set title_zh = :titleZh, title_en = :titleEn, body_zh = :bodyZh, body_en = :bodyEn, retired = :retired,
                       updated_by = :by, updated_at = :now, version = version + 1
                 where id = :id and version = :version
                """)
                .param("id", answer.id())
                .param("version", answer.version())
                .param("titleZh", answer.titleZh())
                .param("titleEn", answer.titleEn())
                .param("bodyZh", answer.bodyZh())
                .param("bodyEn", answer.bodyEn())
                .param("retired", answer.retired())
                .param("by", by.login())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (kept == 0) {
            return List.of(Fault.at("", "ERR_VERSION_CONFLICT"));
        }
        audit.write(AuditEntry.done(
                        by.login(), by.name(), Role.CS_SUPERVISOR.name(), "canned-answer", answer.titleZh(), "keep")
                .version(answer.version())
                .change(Map.of(), Map.of("retired", Boolean.toString(answer.retired()))));
        return List.of();
    }

    private static List<Fault> faults(CannedAnswer answer) {
        boolean empty = Stream.of(answer.titleZh(), answer.titleEn(), answer.bodyZh(), answer.bodyEn())
                .anyMatch(String::isBlank);
        boolean long_ = Stream.of(answer.titleZh(), answer.titleEn())
                        .anyMatch(title -> title.length() > CannedAnswer.MOST_TITLE
                                || title.chars().anyMatch(Character::isISOControl))
                || Stream.of(answer.bodyZh(), answer.bodyEn())
                        .anyMatch(body -> body.length() > CannedAnswer.MOST_BODY || body.indexOf('\0') >= 0);
        var unknown = new TreeSet<>(CannedAnswer.unknownPlaces(answer.bodyZh()));
        unknown.addAll(CannedAnswer.unknownPlaces(answer.bodyEn()));
        if (empty || long_) {
            return List.of(Fault.at("", "ERR_CANNED_TEXT", Map.of("max", Integer.toString(CannedAnswer.MOST_BODY))));
        }
        return unknown.isEmpty()
                ? List.of()
                : List.of(Fault.at("", "ERR_CANNED_PLACE", Map.of("places", "{" + String.join("}, {", unknown) + "}")));
    }

    private static CannedAnswer answer(ResultSet row) throws SQLException {
        return new CannedAnswer(
                row.getLong("id"),
                row.getString("title_zh"),
                row.getString("title_en"),
                row.getString("body_zh"),
                row.getString("body_en"),
                row.getBoolean("retired"),
                row.getInt("version"));
    }
}
