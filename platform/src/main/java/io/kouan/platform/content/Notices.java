package io.kouan.platform.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notices in the database. Every change names the version it began from and leaves the version it made. */
@Repository
class Notices {

    private static final String SHOWN =
            " from notice where state = 'PUBLISHED' and publish_time <= :now order by pinned desc, publish_time desc, id desc";

    private final JdbcClient db;
    private final Clock clock;

    Notices(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What happened to a notice. */
    record Version(
            int version, String title, ContentState state, String action, String name, Instant at, String body) {}

    /** What everybody sees, pinned first, then newest first. */
    List<Notice> shown(int from, int most) {
        return db.sql("select *" + SHOWN + " limit :most offset :from")
                .param("now", now())
                .param("most", most)
                .param("from", from)
                .query((row, number) -> notice(row))
                .list();
    }

    int countShown() {
        return db.sql("select count(*) from notice where state = 'PUBLISHED' and publish_time <= :now")
                .param("now", now())
                .query(Integer.class)
                .single();
    }

    Optional<Notice> findShown(long id) {
        return find(id).filter(notice -> notice.state() == ContentState.PUBLISHED
                && !notice.publishTime().isAfter(clock.instant()));
    }

    Optional<Notice> find(long id) {
        return db.sql("select * from notice where id = :id")
                .param("id", id)
                .query((row, number) -> notice(row))
                .optional();
    }

    /** Everything, what waits first. */
    List<Notice> all(int most) {
        return db.sql("""
                select * from notice
                 order by array_position('{IN_REVIEW,DRAFT,PUBLISHED,WITHDRAWN}', state), publish_time desc, id desc limit :most
                """)
                .param("most", most)
                .query((row, number) -> notice(row))
                .list();
    }

    Notice add(NoticeText text, Instant publishTime, Collection<String> authors, ContentState state) {
        return db.sql("""
                insert into notice (title, body, pinned, publish_time, state, version, authors, updated_at)
                values (:title, :body, :pinned, :time, :state, 1, :authors, :now) returning *
                """)
                .param("title", text.title())
                .param("body", text.body())
                .param("pinned", text.pinned())
                .param("time", utc(publishTime))
                .param("state", state.name())
                .param("authors", authors.toArray(String[]::new))
                .param("now", now())
                .query((row, number) -> notice(row))
                .single();
    }

    /** Stores it as the next version; empty where somebody else was faster. */
    Optional<Notice> store(Notice changed) {
        return db.sql("""
                update notice
                   set title = :title, body = :body, pinned = :pinned, publish_time = :time, state = :state,
                       version = version + 1, authors = :authors, updated_at = :now
                 where id = :id and version = :version returning *
                """)
                .param("id", changed.id())
                .param("version", changed.version())
                .param("title", changed.title())
                .param("body", changed.body())
                .param("pinned", changed.pinned())
                .param("time", utc(changed.publishTime()))
                .param("state", changed.state().name())
                .param("authors", changed.authors().toArray(String[]::new))
                .param("now", now())
                .query((row, number) -> notice(row))
                .optional();
    }

    void remember(Notice notice, String action, String login, String name) {
        db.sql("""
                insert into notice_version (notice_id, version, title, body, pinned, publish_time, state, action, login, name, at)
                values (:id, :version, :title, :body, :pinned, :time, :state, :action, :login, :name, :now)
                """)
                .param("id", notice.id())
                .param("version", notice.version())
                .param("title", notice.title())
                .param("body", notice.body())
                .param("pinned", notice.pinned())
                .param("time", utc(notice.publishTime()))
                .param("state", notice.state().name())
                .param("action", action)
                .param("login", login)
                .param("name", name)
                .param("now", now())
                .update();
    }

    /** The versions of a notice, newest first. */
    List<Version> versions(long notice) {
        return db.sql("select * from notice_version where notice_id = :id order by version desc")
                .param("id", notice)
                .query((row, number) -> new Version(
                        row.getInt("version"),
                        row.getString("title"),
                        ContentState.valueOf(row.getString("state")),
                        row.getString("action"),
                        row.getString("name"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("body")))
                .list();
    }

    List<UUID> files(long notice) {
        return db.sql("select file_id from notice_file where notice_id = :id")
                .param("id", notice)
                .query((row, number) -> row.getObject("file_id", UUID.class))
                .list();
    }

    void attach(long notice, UUID file) {
        db.sql("insert into notice_file (notice_id, file_id) values (:id, :file)")
                .param("id", notice)
                .param("file", file)
                .update();
    }

    boolean detach(long notice, UUID file) {
        return db.sql("delete from notice_file where notice_id = :id and file_id = :file")
                        .param("id", notice)
                        .param("file", file)
                        .update()
                == 1;
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getString("title"),
                row.getString("body"),
                row.getBoolean("pinned"),
                row.getObject("publish_time", OffsetDateTime.class).toInstant(),
                ContentState.valueOf(row.getString("state")),
                row.getInt("version"),
                Arrays.asList((String[]) row.getArray("authors").getArray()),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
