package io.kouan.platform.documents;

import io.kouan.platform.port.PortTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Writes a sheet as a Word file, for documents that people go on writing in. Names its fonts, and leaves them to the reader's machine. */
final class DocxWriter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(PortTime.ZONE);
    private static final String FONT = "宋体";
    private static final String HEADING_FONT = "黑体";
    private static final int TWIPS = 20;
    private static final int QR = 56;
    /** of the text, in twentieths of a point */
    private static final int WIDTH = 8840;

    private static final int LABEL = 2400;

    private final XWPFDocument document;

    private DocxWriter(XWPFDocument document) {
        this.document = document;
    }

    static byte[] write(Sheet sheet) {
        try (var document = new XWPFDocument()) {
            var properties = document.getProperties().getCoreProperties();
            properties.setTitle(sheet.title());
            properties.setCreated(Optional.of(Date.from(sheet.printedAt())));
            new DocxWriter(document).draw(sheet);
            var bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("a picture of our own", e);
        }
    }

    private void draw(Sheet sheet) throws IOException, InvalidFormatException {
        page();
        text(
                paragraph(ParagraphAlignment.CENTER, 200),
                (sheet.draft() ? "（草稿）" : "") + sheet.title(),
                HEADING_FONT,
                20,
                true);
        if (!sheet.number().isEmpty()) {
            text(paragraph(ParagraphAlignment.RIGHT, 120), "编号：" + sheet.number(), FONT, 10, false);
        }
        for (Block block : sheet.blocks()) {
            switch (block) {
                case Block.Heading(var text) ->
                    text(paragraph(ParagraphAlignment.LEFT, 80), text, HEADING_FONT, 12, true);
                case Block.Paragraph(var text, var indented) -> prose(text, indented);
                case Block.Grid(var cells) ->
                    table(cells.stream()
                            .map(cell -> List.of(cell.label(), cell.value()))
                            .toList());
                case Block.Table(var heads, var rows) ->
                    table(Stream.concat(Stream.of(heads), rows.stream()).toList());
                case Block.Signing(var signatures, var seal) -> signing(signatures, seal);
            }
        }
        foot(sheet);
    }

    /** A4 with the margins of official letters. */
    private void page() {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        var margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(1588));
        margins.setRight(BigInteger.valueOf(1474));
        margins.setTop(BigInteger.valueOf(1701));
        margins.setBottom(BigInteger.valueOf(1417));
    }

    private XWPFParagraph paragraph(ParagraphAlignment alignment, int after) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    private static void text(XWPFParagraph paragraph, String text, String font, int size, boolean bold) {
        var run = paragraph.createRun();
        run.setFontFamily(font);
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(size);
        run.setBold(bold);
        run.setText(text);
    }

    private void prose(String text, boolean indented) {
        for (String line : text.split("\n", -1)) {
            var paragraph = paragraph(ParagraphAlignment.LEFT, 0);
            paragraph.setSpacingBetween(1.5);
            if (indented) {
                paragraph.setIndentationFirstLine(2 * 14 * TWIPS);
            }
            text(paragraph, line, FONT, 14, false);
        }
    }

    private void table(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        var table = document.createTable(rows.size(), columns);
        table.setWidth(Integer.toString(WIDTH));
        table.setCellMargins(60, 100, 60, 100);
        for (int row = 0; row < rows.size(); row++) {
            fill(table.getRow(row), rows.get(row));
        }
        document.createParagraph();
    }

    private static void fill(XWPFTableRow row, List<String> cells) {
        int first = cells.size() == 2 ? LABEL : WIDTH / cells.size();
        for (int i = 0; i < cells.size(); i++) {
            text(row.getCell(i).getParagraphs().getFirst(), cells.get(i), FONT, 11, false);
            row.getCell(i).setWidth(Integer.toString(i == 0 ? first : (WIDTH - first) / (cells.size() - 1)));
        }
    }

    private void signing(List<String> signatures, String seal) {
        document.createParagraph();
        for (String signature : signatures) {
            text(paragraph(ParagraphAlignment.RIGHT, 240), signature + "：____________________", FONT, 14, false);
        }
        if (!seal.isEmpty()) {
            text(paragraph(ParagraphAlignment.RIGHT, 240), seal + "　　　　　　", FONT, 14, false);
            text(paragraph(ParagraphAlignment.RIGHT, 0), "　　　　年　　　月　　　日", FONT, 14, false);
        }
    }

    private void foot(Sheet sheet) throws IOException, InvalidFormatException {
        var foot = document.createFooter(HeaderFooterType.DEFAULT);
        var paragraph = foot.createParagraph();
        var picture = paragraph.createRun();
        picture.addPicture(
                new ByteArrayInputStream(QrCode.of(sheet.address()).picture(4)),
                PictureType.PNG,
                "qr.png",
                Units.toEMU(QR),
                Units.toEMU(QR));
        var run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(8);
        run.addBreak(BreakType.TEXT_WRAPPING);
        run.setText("核验码：" + new CheckCode(sheet.code()).spaced() + "　打印时间：" + TIME.format(sheet.printedAt()) + "　第 ");
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
        text(paragraph, " 页  共 ", FONT, 8, false);
        paragraph.getCTP().addNewFldSimple().setInstr("NUMPAGES");
        text(paragraph, " 页", FONT, 8, false);
    }
}
