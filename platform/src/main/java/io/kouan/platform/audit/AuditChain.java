package io.kouan.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Goes through the audit log from its first entry and says where its chain breaks, if it does (AUD-03). */
@Service
public class AuditChain {

    private static final int AT_ONCE = 2_000;

    private final JdbcClient db;
    private final JsonMapper json;

    AuditChain(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Looks at every entry, and at the end; what is added meanwhile is left for the next time. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public ChainCheck check() {
        long number = 0;
        var hash = "";
        for (var links = after(0); !links.isEmpty(); links = after(number)) {
            for (Link link : links) {
                var why = flaw(link, number, hash);
                if (why.isPresent()) {
                    return new ChainCheck.Broken(link.number(), why.get());
                }
                number = link.number();
                hash = link.hash();
            }
        }
        return isLast(number, hash)
                ? new ChainCheck.Whole(number)
                : new ChainCheck.Broken(number + 1, ChainCheck.Why.END);
    }

    private Optional<ChainCheck.Why> flaw(Link link, long before, String hash) {
        if (link.number() != before + 1) {
            return Optional.of(ChainCheck.Why.MISSING);
        }
        if (!hash(hash, link.content()).equals(link.hash())) {
            return Optional.of(ChainCheck.Why.HASH);
        }
        return link.isSaidBy(json) ? Optional.empty() : Optional.of(ChainCheck.Why.COLUMNS);
    }

    private List<Link> after(long number) {
        return db.sql("select * from audit_entry where number > :number order by number limit :most")
                .param("number", number)
                .param("most", AT_ONCE)
                .query((row, index) -> Link.of(row))
                .list();
    }

    private boolean isLast(long number, String hash) {
        return db.sql("select number = :number and hash = :hash from audit_head")
                .param("number", number)
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    /** What chains an entry to the one before. */
    static String hash(String before, String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(before.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private record Link(long number, String hash, String content, List<String> columns) {

        static Link of(ResultSet row) throws SQLException {
            return new Link(
                    row.getLong("number"),
                    row.getString("hash"),
                    row.getString("content"),
                    List.of(
                            Long.toString(row.getLong("number")),
                            row.getObject("at", OffsetDateTime.class)
                                    .toInstant()
                                    .toString(),
                            row.getString("login"),
                            row.getString("kind"),
                            row.getString("object"),
                            row.getString("action"),
                            row.getString("result")));
        }

        boolean isSaidBy(JsonMapper json) {
            var said = json.readTree(content);
            return columns.equals(List.of("number", "at", "login", "kind", "object", "action", "result").stream()
                    .map(key -> said.path(key).asString(""))
                    .toList());
        }
    }
}
