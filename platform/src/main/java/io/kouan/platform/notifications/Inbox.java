package io.kouan.platform.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What one person was told (站内消息), read and unread. Every query is by login: nobody reads another's. */
@Repository
class Inbox {

    static final int PAGE = 20;
    /** More than this many unread ones are not told apart. */
    static final int MOST_COUNTED = 100;

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Inbox(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** Something that the person was told. */
    record Entry(long id, String kind, Map<String, String> values, Instant at, String link, boolean isRead) {}

    /** Unread ones, counted up to a hundred: the bell is on every page. */
    int unread(String login) {
        return db.sql("""
                select count(*) from (select 1 from inbox_entry
                                       where login = :login and read_at is null limit :most) as counted
                """)
                .param("login", login)
                .param("most", MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    int count(String login, boolean unreadOnly) {
        return db.sql("select count(*) from inbox_entry where login = :login and (read_at is null or not :unread)")
                .param("login", login)
                .param("unread", unreadOnly)
                .query(Integer.class)
                .single();
    }

    /** A page, newest first; the first is 1. */
    List<Entry> page(String login, boolean unreadOnly, int page) {
        return db.sql("""
                select n.id, n.kind, n.given, n.created_at, e.link, e.read_at is not null as is_read
                  from inbox_entry e join notification n on n.id = e.notification_id
                 where e.login = :login and (e.read_at is null or not :unread)
                 order by e.notification_id desc
                 limit :size offset :skip
                """)
                .param("login", login)
                .param("unread", unreadOnly)
                .param("size", PAGE)
                .param("skip", (long) PAGE * (page - 1))
                .query((row, number) -> entry(row))
                .list();
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getString("kind"),
                json.readValue(row.getString("given"), VALUES),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("link"),
                row.getBoolean("is_read"));
    }

    /** Marks one as read; the link it leads to, empty where this person has no such notification. */
    Optional<String> read(String login, long id) {
        return db.sql("""
                update inbox_entry set read_at = coalesce(read_at, :now)
                 where login = :login and notification_id = :id returning link
                """)
                .param("now", now())
                .param("login", login)
                .param("id", id)
                .query(String.class)
                .optional();
    }

    void unread(String login, long id) {
        db.sql("update inbox_entry set read_at = null where login = :login and notification_id = :id")
                .param("login", login)
                .param("id", id)
                .update();
    }

    /** Marks as read what the person has seen: nothing that came after it. */
    void readAll(String login, long upTo) {
        db.sql("""
                update inbox_entry set read_at = :now
                 where login = :login and read_at is null and notification_id <= :last
                """)
                .param("now", now())
                .param("login", login)
                .param("last", upTo)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
