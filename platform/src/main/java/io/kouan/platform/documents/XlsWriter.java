package io.kouan.platform.documents;

import io.kouan.platform.port.PortTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;

/** Writes a sheet as an Excel 97-2003 workbook: one table, labels left, values right. Every cell is text, so that no value acts as a formula. */
final class XlsWriter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(PortTime.ZONE);
    private static final int WIDTH_OF_A_CHARACTER = 256;
    private static final int MOST_IN_A_CELL = 32_000;
    private static final int ROW = 20;

    private final HSSFSheet sheet;
    private final HSSFCellStyle title;
    private final HSSFCellStyle heading;
    private final HSSFCellStyle plain;
    private int at;

    private XlsWriter(HSSFWorkbook book) {
        sheet = book.createSheet("申请表");
        sheet.setColumnWidth(0, 34 * WIDTH_OF_A_CHARACTER);
        sheet.setColumnWidth(1, 56 * WIDTH_OF_A_CHARACTER);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        title = style(book, 16, true);
        title.setAlignment(HorizontalAlignment.CENTER);
        heading = framed(style(book, 12, true));
        plain = framed(style(book, 11, false));
    }

    static byte[] write(Sheet sheet) {
        try (var book = new HSSFWorkbook()) {
            new XlsWriter(book).draw(sheet);
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(Sheet paper) {
        across((paper.draft() ? "（草稿）" : "") + paper.title(), title, 28);
        for (Block block : paper.blocks()) {
            switch (block) {
                case Block.Heading(var text) -> across(text, heading, 22);
                case Block.Paragraph(var text, var _) -> across(text, plain, ROW);
                case Block.Grid(var cells) -> cells.forEach(cell -> row(List.of(cell.label(), cell.value())));
                case Block.Table(var heads, var rows) -> {
                    row(heads);
                    rows.forEach(this::row);
                }
                case Block.Signing(var signatures, var seal) -> {
                    signatures.forEach(signature -> row(List.of(signature, "")));
                    row(List.of(seal, ""));
                }
            }
        }
        row(List.of("核验码", new CheckCode(paper.code()).spaced()));
        row(List.of("打印时间", TIME.format(paper.printedAt())));
    }

    private void across(String text, HSSFCellStyle style, int height) {
        row(List.of(text, ""), style, height);
        sheet.addMergedRegion(new CellRangeAddress(at - 1, at - 1, 0, 1));
    }

    private void row(List<String> cells) {
        row(cells, plain, ROW);
    }

    private void row(List<String> cells, HSSFCellStyle style, int height) {
        var row = sheet.createRow(at++);
        for (int i = 0; i < cells.size(); i++) {
            var text = cells.get(i);
            var cell = row.createCell(i);
            cell.setCellValue(text.length() > MOST_IN_A_CELL ? text.substring(0, MOST_IN_A_CELL) : text);
            cell.setCellStyle(style);
        }
        int lines = cells.stream().mapToInt(XlsWriter::lines).max().orElse(1);
        row.setHeightInPoints(Math.min(400, height + (lines - 1) * 15));
    }

    /** How many lines a value takes in its column. */
    private static int lines(String text) {
        return (int) text.lines().mapToLong(line -> 1 + line.length() / 27).sum();
    }

    private static HSSFCellStyle style(HSSFWorkbook book, int points, boolean bold) {
        var font = book.createFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        var style = book.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private static HSSFCellStyle framed(HSSFCellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }
}
