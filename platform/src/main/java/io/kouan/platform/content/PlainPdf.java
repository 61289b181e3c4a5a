package io.kouan.platform.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A few lines as a one-page PDF with an embedded Chinese font: for the short honest stand-ins of the sandbox. */
final class PlainPdf {

    private static final String FONT = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
    private static final int OF_TITLE = 26;
    private static final int OF_LINE = 36;
    private static final float LEFT = 60;
    private static final float TOP = 760;

    private PlainPdf() {}

    static byte[] of(String title, List<String> lines) {
        try (var document = new PDDocument();
                var font = Objects.requireNonNull(PlainPdf.class.getResourceAsStream(FONT), FONT);
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var embedded = PDType0Font.load(document, font, true);
            try (var text = new PDPageContentStream(document, page)) {
                text.beginText();
                text.newLineAtOffset(LEFT, TOP);
                write(text, embedded, 18, wrapped(title, OF_TITLE));
                for (String line : lines) {
                    write(text, embedded, 12, wrapped(line, OF_LINE));
                }
                text.endText();
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDPageContentStream text, PDFont font, int size, List<String> lines) throws IOException {
        text.setFont(font, size);
        for (String line : lines) {
            text.showText(line);
            text.newLineAtOffset(0, -2f * size);
        }
    }

    private static List<String> wrapped(String text, int most) {
        var lines = new ArrayList<String>();
        for (int at = 0; at < text.length(); at += most) {
            lines.add(text.substring(at, Math.min(text.length(), at + most)));
        }
        return lines;
    }
}
