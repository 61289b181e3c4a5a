package io.kouan.platform.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of prints (打印件登记). */
@Repository
public class PrintedDocuments {

    private final JdbcClient db;

    PrintedDocuments(JdbcClient db) {
        this.db = db;
    }

    void register(PrintedDocument print) {
        db.sql("""
                insert into printed_document (code, document, title, format, record_id, record_version, number, enterprise_id,
                                              enterprise_name, draft, printed_at, printed_by, digest)
                values (:code, :document, :title, :format, :record, :recordVersion, :number, :enterprise,
                        :enterpriseName, :draft, :printedAt, :printedBy, :digest)
                """)
                .param("code", print.code())
                .param("document", print.document())
                .param("title", print.title())
                .param("format", print.format())
                .param("record", print.record())
                .param("recordVersion", print.recordVersion())
                .param("number", print.number())
                .param("enterprise", print.enterprise())
                .param("enterpriseName", print.enterpriseName())
                .param("draft", print.draft())
                .param("printedAt", print.printedAt().atOffset(ZoneOffset.UTC))
                .param("printedBy", print.printedBy())
                .param("digest", print.digest())
                .update();
    }

    /** The print of a check code, with or without gaps. */
    public Optional<PrintedDocument> find(String code) {
        return CheckCode.typed(code)
                .flatMap(known -> db.sql("select * from printed_document where code = :code")
                        .param("code", known.value())
                        .query((row, number) -> print(row))
                        .optional());
    }

    /** The last print of a document that an enterprise has made, drafts left out. */
    public Optional<PrintedDocument> newest(long enterprise, String document) {
        return db.sql("""
                select * from printed_document where enterprise_id = :enterprise and document = :document and not draft
                 order by printed_at desc limit 1
                """)
                .param("enterprise", enterprise)
                .param("document", document)
                .query((row, number) -> print(row))
                .optional();
    }

    private static PrintedDocument print(ResultSet row) throws SQLException {
        return new PrintedDocument(
                row.getString("code"),
                row.getString("document"),
                row.getString("title"),
                row.getString("format"),
                row.getLong("record_id"),
                row.getInt("record_version"),
                row.getString("number"),
                row.getLong("enterprise_id"),
                row.getString("enterprise_name"),
                row.getBoolean("draft"),
                row.getObject("printed_at", OffsetDateTime.class).toInstant(),
                row.getString("printed_by"),
                row.getString("digest"));
    }
}
