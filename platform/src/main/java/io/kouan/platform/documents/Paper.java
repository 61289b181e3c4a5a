package io.kouan.platform.documents;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Sheets of A4 that are written from top to bottom. Lengths are points; the cursor counts down from the top edge. */
final class Paper implements AutoCloseable {

    static final float LEFT = 54;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    static final Color INK = new Color(0x1A, 0x1A, 0x1A);
    static final Color FAINT = new Color(0x55, 0x60, 0x66);
    private static final float TOP = 60;
    private static final float BOTTOM = 92;

    private final PDDocument document;
    private final Runnable everyPage;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream stream;
    private float at = TOP;

    /**
     * Begins the first page.
     *
     * @param everyPage what is drawn first on each page
     */
    Paper(PDDocument document, java.util.function.Consumer<Paper> everyPage) throws IOException {
        this.document = document;
        this.everyPage = () -> everyPage.accept(this);
        this.stream = page();
        this.everyPage.run();
    }

    private PDPageContentStream page() throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        at = TOP;
        return new PDPageContentStream(document, page);
    }

    void nextPage() throws IOException {
        stream.close();
        stream = page();
        everyPage.run();
    }

    /** A new page where so much does not fit any more. */
    boolean keep(float height) throws IOException {
        boolean full = height > room() && at > TOP;
        if (full) {
            nextPage();
        }
        return full;
    }

    float room() {
        return PDRectangle.A4.getHeight() - BOTTOM - at;
    }

    float at() {
        return at;
    }

    void down(float by) {
        at += by;
    }

    /** Goes over all pages once more, for what can only be said when their number is known. */
    void finish(PageEnd end) throws IOException {
        stream.close();
        for (int i = 0; i < pages.size(); i++) {
            stream = new PDPageContentStream(document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true, true);
            end.draw(this, i + 1, pages.size());
            stream.close();
        }
    }

    /** Draws the end of a page. */
    interface PageEnd {
        void draw(Paper paper, int page, int of) throws IOException;
    }

    void text(Typeface face, float size, Color colour, float x, float y, String text) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        stream.beginText();
        stream.setNonStrokingColor(colour);
        stream.setFont(face.font(), size);
        stream.newLineAtOffset(x, PDRectangle.A4.getHeight() - y);
        stream.showText(face.drawing(text));
        stream.endText();
    }

    void line(float x1, float y1, float x2, float y2, float thick) throws IOException {
        stream.setStrokingColor(INK);
        stream.setLineWidth(thick);
        stream.moveTo(x1, PDRectangle.A4.getHeight() - y1);
        stream.lineTo(x2, PDRectangle.A4.getHeight() - y2);
        stream.stroke();
    }

    void box(float x, float y, float width, float height) throws IOException {
        stream.setStrokingColor(INK);
        stream.setLineWidth(.6f);
        stream.addRect(x, PDRectangle.A4.getHeight() - y - height, width, height);
        stream.stroke();
    }

    void fill(Color colour, float x, float y, float width, float height) throws IOException {
        stream.setNonStrokingColor(colour);
        stream.addRect(x, PDRectangle.A4.getHeight() - y - height, width, height);
        stream.fill();
    }

    void qrCode(QrCode code, float x, float y, float width) throws IOException {
        float module = width / code.size();
        stream.setNonStrokingColor(Color.BLACK);
        for (int row = 0; row < code.size(); row++) {
            for (int column = 0; column < code.size(); column++) {
                if (code.isDark(column, row)) {
                    stream.addRect(
                            x + column * module, PDRectangle.A4.getHeight() - y - (row + 1) * module, module, module);
                }
            }
        }
        stream.fill();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
