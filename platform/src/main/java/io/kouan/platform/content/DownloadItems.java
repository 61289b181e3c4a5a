package io.kouan.platform.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of the download centre in the database. */
@Repository
class DownloadItems {

    private static final String OF_ONE_SHELF =
            " from download_item where state = 'PUBLISHED' and tab = :tab and category = :category";

    private final JdbcClient db;
    private final Clock clock;

    DownloadItems(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What everybody sees of a tab and a category, in order. */
    List<DownloadItem> shown(String tab, String category, int from, int most) {
        return db.sql("select *" + OF_ONE_SHELF + " order by seq_no, id limit :most offset :from")
                .param("tab", tab)
                .param("category", category)
                .param("most", most)
                .param("from", from)
                .query((row, number) -> item(row))
                .list();
    }

    int countShown(String tab, String category) {
        return db.sql("select count(*)" + OF_ONE_SHELF)
                .param("tab", tab)
                .param("category", category)
                .query(Integer.class)
                .single();
    }

    /** The published one of that name. */
    Optional<DownloadItem> published(String name) {
        return db.sql(
                        "select * from download_item where state = 'PUBLISHED' and display_name = :name order by id desc limit 1")
                .param("name", name)
                .query((row, number) -> item(row))
                .optional();
    }

    Optional<DownloadItem> find(long id) {
        return db.sql("select * from download_item where id = :id")
                .param("id", id)
                .query((row, number) -> item(row))
                .optional();
    }

    /** Everything, what waits first. */
    List<DownloadItem> all(int most) {
        return db.sql("""
                select * from download_item
                 order by array_position('{IN_REVIEW,DRAFT,PUBLISHED,WITHDRAWN}', state), tab, category, seq_no, id limit :most
                """).param("most", most).query((row, number) -> item(row)).list();
    }

    DownloadItem add(DownloadItem item) {
        return filled(db.sql("""
                insert into download_item (tab, category, seq_no, display_name, file_version, file_id, sha256, size_bytes, state,
                                           version, authors, published_at, successor, updated_at)
                values (:tab, :category, :seq, :name, :fileVersion, :file, :sha256, :size, :state, 1, :authors, :published,
                        :successor, :now) returning *
                """), item).query((row, number) -> item(row)).single();
    }

    /** Stores it as the next version; empty where somebody else was faster. */
    Optional<DownloadItem> store(DownloadItem item) {
        return filled(db.sql("""
                update download_item
                   set tab = :tab, category = :category, seq_no = :seq, display_name = :name, file_version = :fileVersion,
                       file_id = :file, sha256 = :sha256, size_bytes = :size, state = :state, version = version + 1,
                       authors = :authors, published_at = :published, successor = :successor, updated_at = :now
                 where id = :id and version = :version returning *
                """), item)
                .param("id", item.id())
                .param("version", item.version())
                .query((row, number) -> item(row))
                .optional();
    }

    private JdbcClient.StatementSpec filled(JdbcClient.StatementSpec statement, DownloadItem item) {
        return statement
                .param("tab", item.tab())
                .param("category", item.category())
                .param("seq", item.seqNo())
                .param("name", item.displayName())
                .param("fileVersion", item.fileVersion())
                .param("file", item.file())
                .param("sha256", item.sha256())
                .param("size", item.size())
                .param("state", item.state().name())
                .param("authors", item.authors().toArray(String[]::new))
                .param(
                        "published",
                        item.publishedAt()
                                .map(moment -> moment.atOffset(ZoneOffset.UTC))
                                .orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "successor",
                        item.successor().isPresent() ? item.successor().getAsLong() : null,
                        Types.BIGINT)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** One more has fetched it. */
    void count(long id) {
        db.sql("update download_item set download_count = download_count + 1 where id = :id")
                .param("id", id)
                .update();
    }

    private static DownloadItem item(ResultSet row) throws SQLException {
        long successor = row.getLong("successor");
        var next = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(successor);
        return new DownloadItem(
                row.getLong("id"),
                row.getString("tab"),
                row.getString("category"),
                row.getInt("seq_no"),
                row.getString("display_name"),
                row.getString("file_version"),
                row.getObject("file_id", java.util.UUID.class),
                row.getString("sha256"),
                row.getInt("size_bytes"),
                ContentState.valueOf(row.getString("state")),
                row.getInt("version"),
                Arrays.asList((String[]) row.getArray("authors").getArray()),
                Optional.ofNullable(row.getObject("published_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getLong("download_count"),
                next);
    }
}
