package io.kouan.platform.files;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Pictures and pages of PDF files as PNG that the server drew, so that nothing active reaches a browser. Few are drawn at a time, each in
 * bounded size; a file that cannot be drawn has no preview and can still be downloaded. How long a single PDF page takes to draw is not
 * bounded.
 */
@Component
public class Previews {

    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
    private static final int AT_A_TIME = 2;
    private static final int MOST_PAGES = 30;
    private static final int THUMBNAIL = 240;
    private static final int PAGE = 1400;

    private final Semaphore places = new Semaphore(AT_A_TIME);

    /** Whether there is a preview of such files. */
    public static boolean canShow(StoredFile file) {
        return switch (file.mediaType()) {
            case "image/png", "image/jpeg", "application/pdf" -> true;
            default -> false;
        };
    }

    /** How many pages can be shown, at most thirty; 0 where none can. */
    public int pages(StoredFile file, byte[] content) {
        if (!canShow(file)) {
            return 0;
        }
        if (!isPdf(file)) {
            return 1;
        }
        try (var document = Loader.loadPDF(content)) {
            return Math.min(document.getNumberOfPages(), MOST_PAGES);
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    /** The picture, or the first page, small. */
    public Optional<byte[]> thumbnail(StoredFile file, byte[] content) {
        return draw(file, content, 1, THUMBNAIL);
    }

    /** A page, large enough to read; the first is 1. */
    public Optional<byte[]> page(StoredFile file, byte[] content, int page) {
        return draw(file, content, page, PAGE);
    }

    private Optional<byte[]> draw(StoredFile file, byte[] content, int page, int edge) {
        if (!canShow(file) || page < 1 || page > MOST_PAGES) {
            return Optional.empty();
        }
        places.acquireUninterruptibly();
        try {
            var picture = isPdf(file) ? pdf(content, page, edge) : picture(content, page, edge);
            return picture.isEmpty() ? Optional.empty() : Optional.of(png(picture.get()));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOG.info("event=no-preview id={} cause={}", file.id(), e.getClass().getSimpleName());
            return Optional.empty();
        } finally {
            places.release();
        }
    }

    private static boolean isPdf(StoredFile file) {
        return file.mediaType().equals("application/pdf");
    }

    private static Optional<BufferedImage> pdf(byte[] content, int page, int edge) throws IOException {
        try (var document = Loader.loadPDF(content)) {
            if (page > document.getNumberOfPages()) {
                return Optional.empty();
            }
            PDRectangle size = document.getPage(page - 1).getCropBox();
            float scale = edge / Math.max(1f, Math.max(size.getWidth(), size.getHeight()));
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            return Optional.of(renderer.renderImage(page - 1, scale, ImageType.RGB));
        }
    }

    private static Optional<BufferedImage> picture(byte[] content, int page, int edge) throws IOException {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(stream);
            if (page != 1 || !readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return Optional.of(fit(reader, edge));
            } finally {
                reader.dispose();
            }
        }
    }

    /** Reads only every n-th point of a large picture, then fits the rest into the square. */
    private static BufferedImage fit(ImageReader reader, int edge) throws IOException {
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * edge));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        var read = reader.read(0, how);
        double scale = Math.min(1.0, (double) edge / Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        var fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = fitted.createGraphics();
        try {
            drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            drawing.drawImage(read, 0, 0, width, height, java.awt.Color.WHITE, null);
        } finally {
            drawing.dispose();
        }
        return fitted;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
