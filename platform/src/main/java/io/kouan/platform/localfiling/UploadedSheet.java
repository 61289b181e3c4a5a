package io.kouan.platform.localfiling;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;

/**
 * The labels and values of an uploaded Excel 97-2003 workbook: a label, and right of it the value. Whatever the file holds, no formula is
 * evaluated, no more than a few hundred cells are looked at, and a file that cannot be read is told and not thrown. Pure.
 */
final class UploadedSheet {

    private static final int MOST_BYTES = 3 * 1024 * 1024;
    private static final int MOST_ROWS = 300;
    private static final int MOST_COLUMNS = 16;
    private static final int MOST_CHARACTERS = 2_000;

    private UploadedSheet() {}

    /**
     * Values by label; empty where the file is no such workbook, or larger than a form ever is.
     *
     * @param labels that are looked for, as they stand in the form
     */
    static Optional<Map<String, String>> read(byte[] file, Set<String> labels) {
        if (file.length > MOST_BYTES) {
            return Optional.empty();
        }
        try (var system = new POIFSFileSystem(new ByteArrayInputStream(file));
                var book = new HSSFWorkbook(system, false)) {
            return book.getNumberOfSheets() == 0 ? Optional.empty() : Optional.of(values(book.getSheetAt(0), labels));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Map<String, String> values(HSSFSheet sheet, Set<String> labels) {
        var known = labels.stream().collect(Collectors.toMap(UploadedSheet::bare, label -> label, (one, same) -> one));
        var values = new LinkedHashMap<String, String>();
        int last = Math.min(sheet.getLastRowNum(), sheet.getFirstRowNum() + MOST_ROWS);
        for (int at = sheet.getFirstRowNum(); at <= last; at++) {
            Row row = sheet.getRow(at);
            if (row != null) {
                read(row, known, values);
            }
        }
        return values;
    }

    private static void read(Row row, Map<String, String> known, Map<String, String> values) {
        var label = "";
        for (int at = 0; at < Math.min(row.getLastCellNum(), MOST_COLUMNS); at++) {
            var text = text(row.getCell(at));
            var found = known.get(bare(text));
            if (found != null) {
                label = found;
                values.putIfAbsent(label, "");
            } else if (!label.isEmpty() && !text.isEmpty()) {
                values.merge(label, text, (before, more) -> before.isEmpty() ? more : before);
                label = "";
            }
        }
    }

    /** A label whatever its asterisk, its width and its spaces. */
    private static String bare(String label) {
        return Normalizer.normalize(label, Normalizer.Form.NFKC).replaceAll("[\\s*]", "");
    }

    private static String text(@org.jspecify.annotations.Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        var type = cell.getCellType();
        var shown = switch (type == org.apache.poi.ss.usermodel.CellType.FORMULA
                ? cell.getCachedFormulaResultType()
                : type) {
            case STRING -> cell.getRichStringCellValue().getString();
            case NUMERIC -> number(cell);
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case FORMULA, BLANK, ERROR, _NONE -> "";
        };
        var cut = shown.length() > MOST_CHARACTERS ? shown.substring(0, MOST_CHARACTERS) : shown;
        return cut.strip();
    }

    /** A day as the port writes it; a number without exponent, which is how phones and codes come. */
    private static String number(Cell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        return BigDecimal.valueOf(cell.getNumericCellValue())
                .stripTrailingZeros()
                .toPlainString();
    }
}
