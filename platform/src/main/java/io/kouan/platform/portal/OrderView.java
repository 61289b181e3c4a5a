package io.kouan.platform.portal;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.finding.Personal;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Entity;
import io.kouan.platform.customs.Chain;
import io.kouan.platform.customs.MatchRules;
import io.kouan.platform.customs.Matching;
import io.kouan.platform.customs.Mismatch;
import io.kouan.platform.declaration.OrderDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An order with its documents side by side (三单比对).
 *
 * @param columns the documents, one per type, there or not
 * @param differences what does not fit; empty as long as a document is missing or hidden
 */
record OrderView(List<Column> columns, List<Row> head, List<Line> lines, List<FindingView> differences) {

    private static final int MOST_LINES = 100;

    /** How much of a document a viewer may see. */
    enum Sight {
        /** the viewer's own: everything */
        OWN,
        /** the viewer is named in it, or staff of the port: everything but personal data */
        MASKED,
        /** another's: only that it is there */
        HIDDEN,
        /** not there */
        MISSING
    }

    /** A document's column. */
    record Column(
            String type, String name, Sight sight, StatusView status, long position, boolean linked, String time) {}

    /** A row of corresponding fields. */
    record Row(String label, List<Cell> cells) {}

    /**
     * A field's value.
     *
     * @param there whether the document has such a field at all
     */
    record Cell(String field, String text, boolean there, boolean differs) {}

    /** A line of goods, by its number. */
    record Line(String number, List<Row> rows) {}

    static OrderView of(
            Map<String, OrderDocument> documents,
            MatchRules rules,
            Predicate<OrderDocument> own,
            Viewer viewer,
            Language language) {
        var columns = new ArrayList<Column>();
        for (String type : OrderFields.TYPES) {
            columns.add(column(type, Optional.ofNullable(documents.get(type)), own, viewer, language));
        }
        boolean complete =
                columns.stream().allMatch(column -> column.sight() == Sight.OWN || column.sight() == Sight.MASKED);
        var mismatches = complete ? Matching.of(chain(documents), rules) : List.<Mismatch>of();
        var table = new Table(documents, columns, mismatches, language);
        return new OrderView(
                columns,
                OrderFields.HEAD.stream().map(row -> table.row(row, -1)).toList(),
                table.lines(),
                FindingView.of(
                        mismatches.stream().map(Mismatch::finding).distinct().toList(), language));
    }

    private static Column column(
            String type,
            Optional<OrderDocument> document,
            Predicate<OrderDocument> own,
            Viewer viewer,
            Language language) {
        var sight = document.map(it -> sight(it, own, viewer)).orElse(Sight.MISSING);
        return new Column(
                type,
                TypeView.name(type, language),
                sight,
                StatusView.of(document.map(it -> it.summary().status()).orElse(0), language),
                document.map(it -> it.summary().position()).orElse(0L),
                sight == Sight.OWN || (viewer.seesAll() && sight == Sight.MASKED),
                document.map(it -> Shown.time(it.receivedAt())).orElse(""));
    }

    static Sight sight(OrderDocument document, Predicate<OrderDocument> own, Viewer viewer) {
        if (own.test(document)) {
            return Sight.OWN;
        }
        return viewer.seesAll() || viewer.isNamedIn(document.document().head()) ? Sight.MASKED : Sight.HIDDEN;
    }

    private static Chain chain(Map<String, OrderDocument> documents) {
        return new Chain(
                Objects.requireNonNull(documents.get(OrderFields.ORDER)).document(),
                Objects.requireNonNull(documents.get(OrderFields.PAYMENT)).document(),
                Objects.requireNonNull(documents.get(OrderFields.WAYBILL)).document(),
                Objects.requireNonNull(documents.get(OrderFields.INVENTORY)).document());
    }

    /** Fills the cells. */
    private record Table(
            Map<String, OrderDocument> documents, List<Column> columns, List<Mismatch> mismatches, Language language) {

        Row row(OrderFields.Row row, int line) {
            var cells = columns.stream().map(column -> cell(row, column, line)).toList();
            var body = Catalogue.standard().type(row.labelType()).body();
            var entity = line < 0 ? body.head() : body.line().orElse(body.head());
            var field = entity.field(row.label());
            return new Row(language == Language.ZH ? field.nameZh() : field.nameEn(), cells);
        }

        private Cell cell(OrderFields.Row row, Column column, int line) {
            var field = row.fieldByType().get(column.type());
            if (field == null || column.sight() == Sight.MISSING || column.sight() == Sight.HIDDEN) {
                return new Cell(field == null ? "" : field, "", false, false);
            }
            return entity(column.type(), line)
                    .flatMap(entity -> entity.find(field))
                    .map(value -> new Cell(
                            field,
                            column.sight() == Sight.MASKED ? Personal.shown(field, value) : value,
                            true,
                            differs(column.type(), field, line)))
                    .orElseGet(() -> new Cell(field, "", true, false));
        }

        private Optional<Entity> entity(String type, int line) {
            Document document = Objects.requireNonNull(documents.get(type)).document();
            if (line < 0) {
                return Optional.of(document.head());
            }
            return line < document.lines().size() ? Optional.of(document.lines().get(line)) : Optional.empty();
        }

        private boolean differs(String type, String field, int line) {
            return mismatches.stream()
                    .flatMap(mismatch -> mismatch.sides().stream())
                    .anyMatch(side -> side.type().equals(type) && side.field().equals(field) && side.line() == line);
        }

        List<Line> lines() {
            int most = documents.values().stream()
                    .filter(it -> columns.stream()
                            .anyMatch(
                                    column -> column.type().equals(it.summary().messageType())
                                            && (column.sight() == Sight.OWN || column.sight() == Sight.MASKED)))
                    .mapToInt(it -> it.document().lines().size())
                    .max()
                    .orElse(0);
            var lines = new ArrayList<Line>();
            for (int i = 0; i < Math.min(most, MOST_LINES); i++) {
                int line = i;
                lines.add(new Line(
                        String.valueOf(i + 1),
                        OrderFields.LINE.stream().map(row -> row(row, line)).toList()));
            }
            return lines;
        }
    }
}
