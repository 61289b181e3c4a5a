package io.kouan.platform.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.hssf.usermodel.DVConstraint;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFDataValidation;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;

/** A paper as an Excel 97-2003 workbook (.xls), which the data centre asks for (handbook 2.4). */
final class ExcelFile {

    private static final int WIDTH_OF_A_CHARACTER = 256;
    private static final int MOST_OF_A_LIST = 250;

    private ExcelFile() {}

    static byte[] of(Paper paper) {
        try (var book = new HSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("申请表");
            sheet.setColumnWidth(0, 34 * WIDTH_OF_A_CHARACTER);
            sheet.setColumnWidth(1, 56 * WIDTH_OF_A_CHARACTER);
            sheet.setFitToPage(true);
            sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
            sheet.getPrintSetup().setFitWidth((short) 1);
            sheet.getPrintSetup().setFitHeight((short) 1);
            var title = style(book, 16, true, false);
            title.setAlignment(HorizontalAlignment.CENTER);
            var heading = style(book, 12, true, true);
            var plain = style(book, 11, false, true);
            int at = 0;
            merged(sheet, at++, paper.title(), title, 28);
            merged(sheet, at++, "带 * 号的项目由企业填写", style(book, 10, false, false), 18);
            for (Paper.Group group : paper.groups()) {
                merged(sheet, at++, group.heading(), heading, 22);
                for (Paper.Line line : group.lines()) {
                    var row = sheet.createRow(at);
                    row.setHeightInPoints(20);
                    cell(row, 0, line.marked(), plain);
                    cell(row, 1, "", plain);
                    offer(sheet, at, line);
                    at++;
                }
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void merged(HSSFSheet sheet, int at, String text, HSSFCellStyle style, int height) {
        var row = sheet.createRow(at);
        row.setHeightInPoints(height);
        cell(row, 0, text, style);
        cell(row, 1, "", style);
        sheet.addMergedRegion(new CellRangeAddress(at, at, 0, 1));
    }

    private static void cell(HSSFRow row, int column, String text, HSSFCellStyle style) {
        var cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    /** A short list can be chosen from in the cell; Excel keeps no longer one. */
    private static void offer(HSSFSheet sheet, int at, Paper.Line line) {
        if (line.choices().isEmpty() || String.join(",", line.choices()).length() > MOST_OF_A_LIST) {
            return;
        }
        var list = DVConstraint.createExplicitListConstraint(line.choices().toArray(String[]::new));
        var offered = new HSSFDataValidation(new CellRangeAddressList(at, at, 1, 1), list);
        offered.setErrorStyle(HSSFDataValidation.ErrorStyle.WARNING);
        sheet.addValidationData(offered);
    }

    private static HSSFCellStyle style(HSSFWorkbook book, int points, boolean bold, boolean framed) {
        var font = book.createFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        var style = book.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        if (framed) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }
}
