package io.kouan.platform.files;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The program that draws pages of PDF files, in a process beside the server: what takes too long or too much memory is ended there
 * and harms nobody. Reads requests (page, edge, length, file) and answers each (length, bytes), until its input ends. Page 0 asks how many
 * pages there are, page -1 whether the file may be taken in at all; a length of -1 says that there is nothing to show.
 */
final class DrawingProcess {

    static final int COUNT = 0;
    static final int LOOK = -1;
    static final String SOUND = "sound";
    static final int NOTHING = -1;

    private DrawingProcess() {}

    public static void main(String[] arguments) throws IOException {
        var in = new DataInputStream(System.in);
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // whatever a library prints must not get between the answers
        System.setOut(System.err);
        while (true) {
            int page;
            try {
                page = in.readInt();
            } catch (EOFException noMore) {
                return;
            }
            int edge = in.readInt();
            var content = in.readNBytes(in.readInt());
            var drawn = answer(content, page, edge);
            out.writeInt(drawn.length == 0 ? NOTHING : drawn.length);
            out.write(drawn);
            out.flush();
        }
    }

    private static byte[] answer(byte[] content, int page, int edge) {
        if (page == LOOK) {
            return Content.problem(content, "pdf", "a.pdf").orElse(SOUND).getBytes(StandardCharsets.US_ASCII);
        }
        try (var document = Loader.loadPDF(content)) {
            int pages = document.getNumberOfPages();
            if (page == COUNT) {
                return ByteBuffer.allocate(Integer.BYTES).putInt(pages).array();
            }
            return page > pages ? new byte[0] : png(drawn(document, page, edge));
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            return new byte[0];
        }
    }

    private static BufferedImage drawn(PDDocument document, int page, int edge) throws IOException {
        PDRectangle size = document.getPage(page - 1).getCropBox();
        float scale = edge / Math.max(1f, Math.max(size.getWidth(), size.getHeight()));
        var renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImage(page - 1, scale, ImageType.RGB);
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
