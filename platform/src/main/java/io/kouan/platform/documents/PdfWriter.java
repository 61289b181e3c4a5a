package io.kouan.platform.documents;

import io.kouan.platform.port.PortTime;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Writes a sheet as PDF on A4. The same sheet gives the same file, byte for byte; its fonts are embedded, its text can be searched and
 * copied.
 */
final class PdfWriter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(PortTime.ZONE);
    private static final Color WATERMARK = new Color(0xE2, 0xE6, 0xE8);
    private static final float TITLE = 18;
    private static final float HEADING = 10.5f;
    private static final float TEXT = 10;
    private static final float SMALL = 8;
    private static final float LINE = 16;
    private static final float SIGNING = 112;
    private static final float SEAL_WIDTH = 190;
    private static final float FOOT = 758;
    private static final float QR = 50;

    private final Sheet sheet;
    private final Typeface regular;
    private final Typeface bold;

    private PdfWriter(Sheet sheet, Typeface regular, Typeface bold) {
        this.sheet = sheet;
        this.regular = regular;
        this.bold = bold;
    }

    static byte[] write(Sheet sheet) {
        try (var fonts = Fonts.open();
                var document = new PDDocument()) {
            document.setDocumentInformation(information(sheet));
            document.setDocumentId((long) sheet.code().hashCode());
            document.getDocumentCatalog().setLanguage("zh-CN");
            var writer =
                    new PdfWriter(sheet, new Typeface(document, fonts.regular()), new Typeface(document, fonts.bold()));
            writer.draw(document);
            return readable(document, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDDocumentInformation information(Sheet sheet) {
        var information = new PDDocumentInformation();
        information.setTitle(sheet.title());
        information.setSubject(sheet.number());
        information.setProducer("Kouan");
        information.setCreationDate(GregorianCalendar.from(ZonedDateTime.ofInstant(sheet.printedAt(), PortTime.ZONE)));
        return information;
    }

    /** Only a finished document has its fonts; so it is finished, and opened once more. */
    private static byte[] readable(PDDocument document, PdfWriter writer) throws IOException {
        var finished = new ByteArrayOutputStream();
        document.save(finished);
        try (var again = Loader.loadPDF(finished.toByteArray())) {
            ReadableText.tell(
                    again,
                    Map.of(
                            writer.regular.font().getName(), writer.regular.drawn(),
                            writer.bold.font().getName(), writer.bold.drawn()));
            again.setDocumentId((long) writer.sheet.code().hashCode());
            var readable = new ByteArrayOutputStream();
            again.save(readable);
            return readable.toByteArray();
        }
    }

    private void draw(PDDocument document) throws IOException {
        try (var paper = new Paper(document, this::begin)) {
            var tables = new PdfTables(paper, regular);
            title(paper);
            for (Block block : sheet.blocks()) {
                switch (block) {
                    case Block.Heading(var text) -> heading(paper, text);
                    case Block.Paragraph(var text, var indented) -> paragraph(paper, text, indented);
                    case Block.Grid grid -> tables.grid(grid);
                    case Block.Table table -> tables.table(table);
                    case Block.Signing signing -> signing(paper, signing);
                }
            }
            paper.finish(this::end);
        }
    }

    private void begin(Paper paper) {
        if (sheet.draft()) {
            try {
                for (float y = 250; y < FOOT; y += 250) {
                    paper.text(bold, 96, WATERMARK, 200, y, "草稿");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void title(Paper paper) throws IOException {
        var lines = Wrapping.lines(bold.printable(sheet.title()), Paper.WIDTH, 0, bold.widths(TITLE));
        for (String line : lines) {
            paper.down(TITLE);
            paper.text(
                    bold,
                    TITLE,
                    Paper.INK,
                    Paper.LEFT + (Paper.WIDTH - width(bold, TITLE, line)) / 2,
                    paper.at(),
                    line);
            paper.down(8);
        }
        paper.down(14);
        paper.text(regular, 9, Paper.FAINT, Paper.LEFT, paper.at(), "表单版本：V" + sheet.version());
        var number = sheet.number().isEmpty() ? "" : "编号：" + regular.printable(sheet.number());
        paper.text(regular, 9, Paper.FAINT, Paper.LEFT + Paper.WIDTH - width(regular, 9, number), paper.at(), number);
        paper.down(8);
    }

    private void heading(Paper paper, String text) throws IOException {
        paper.keep(4 * LINE);
        paper.down(LINE + 2);
        paper.text(bold, HEADING, Paper.INK, Paper.LEFT, paper.at(), bold.printable(text));
        paper.down(7);
    }

    private void paragraph(Paper paper, String text, boolean indented) throws IOException {
        float indent = indented ? 2 * TEXT : 0;
        var lines = Wrapping.lines(regular.printable(text), Paper.WIDTH, indent, regular.widths(TEXT));
        paper.down(2);
        for (int i = 0; i < lines.size(); i++) {
            paper.keep(LINE);
            paper.down(LINE);
            paper.text(regular, TEXT, Paper.INK, Paper.LEFT + (i == 0 ? indent : 0), paper.at() - 3, lines.get(i));
        }
        paper.down(5);
    }

    private void signing(Paper paper, Block.Signing signing) throws IOException {
        paper.keep(SIGNING + 24);
        paper.down(24);
        float top = paper.at();
        for (String label : signing.signatures()) {
            paper.down(LINE + 12);
            var text = regular.printable(label) + "：";
            paper.text(regular, TEXT, Paper.INK, Paper.LEFT, paper.at(), text);
            float from = Paper.LEFT + width(regular, TEXT, text) + 4;
            paper.line(from, paper.at() + 3, Math.max(from + 90, Paper.LEFT + 250), paper.at() + 3, .6f);
        }
        if (!signing.seal().isEmpty()) {
            float x = Paper.LEFT + Paper.WIDTH - SEAL_WIDTH;
            paper.box(x, top, SEAL_WIDTH, SIGNING - 12);
            var seal = regular.printable(signing.seal());
            paper.text(regular, TEXT, Paper.FAINT, x + (SEAL_WIDTH - width(regular, TEXT, seal)) / 2, top + 50, seal);
            paper.text(regular, TEXT, Paper.INK, x + 66, top + SIGNING - 24, "年        月        日");
        }
        paper.down(Math.max(0, top + SIGNING - paper.at()));
    }

    private void end(Paper paper, int page, int of) throws IOException {
        if (page > 1) {
            paper.text(regular, SMALL, Paper.FAINT, Paper.LEFT, 40, bold.printable(sheet.title()));
            right(paper, Paper.FAINT, 40, regular.printable(sheet.number()));
        }
        paper.line(Paper.LEFT, FOOT, Paper.LEFT + Paper.WIDTH, FOOT, .4f);
        paper.qrCode(QrCode.of(sheet.address()), Paper.LEFT, FOOT + 6, QR);
        float x = Paper.LEFT + QR + 8;
        var code = new CheckCode(sheet.code()).spaced();
        paper.text(regular, SMALL, Paper.INK, x, FOOT + 18, "核验码：" + code + (sheet.draft() ? "（草稿）" : ""));
        paper.text(regular, SMALL, Paper.FAINT, x, FOOT + 32, "扫描二维码或在“客户服务—文档核验”输入核验码，可核验本文书。");
        paper.text(regular, SMALL, Paper.FAINT, x, FOOT + 46, "打印时间：" + TIME.format(sheet.printedAt()));
        var count = "第 " + page + " 页  共 " + of + " 页";
        right(paper, Paper.INK, FOOT + 18, count);
    }

    private void right(Paper paper, Color colour, float y, String text) throws IOException {
        paper.text(regular, SMALL, colour, Paper.LEFT + Paper.WIDTH - width(regular, SMALL, text), y, text);
    }

    private static float width(Typeface face, float size, String text) {
        return (float)
                text.codePoints().mapToDouble(face.widths(size)::applyAsDouble).sum();
    }
}
