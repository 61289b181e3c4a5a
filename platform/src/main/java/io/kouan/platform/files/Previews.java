package io.kouan.platform.files;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Pictures and pages of PDF files as PNG that the server drew, so that nothing active reaches a browser. Few are drawn at a time, each in
 * bounded size; pages of PDF files by processes beside the server, in bounded time and memory. What cannot be drawn has no preview and can
 * still be downloaded.
 */
@Component
public class Previews implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
    private static final int AT_A_TIME = 2;
    private static final int MOST_PAGES = 30;
    private static final int THUMBNAIL = 240;
    private static final int PAGE = 1400;

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LOOKING = Duration.ofMinutes(1);

    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final Drawers drawers = new Drawers();
    private final Duration patience;

    Previews() {
        this(PATIENCE);
    }

    @Autowired
    Previews(@Value("${kouan.files.preview-patience:15s}") Duration patience) {
        this.patience = patience;
    }

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
        return drawers.draw(content, DrawingProcess.COUNT, THUMBNAIL, patience)
                .map(counted -> Math.min(ByteBuffer.wrap(counted).getInt(), MOST_PAGES))
                .orElse(0);
    }

    /**
     * What is wrong with a file that somebody brings; empty where nothing is. A PDF is looked at beside the server, for small ones unpack
     * to more than its memory holds; what cannot be looked at in time is not taken.
     */
    Optional<String> problem(byte[] content, String extension, String name) {
        if (!extension.equals("pdf")) {
            return Content.problem(content, extension, name);
        }
        var found = drawers.draw(content, DrawingProcess.LOOK, 0, LOOKING)
                .map(answer -> new String(answer, StandardCharsets.US_ASCII))
                .orElse("ERR_FILE_VIRUS");
        return Optional.of(found).filter(message -> !message.equals(DrawingProcess.SOUND));
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
        if (isPdf(file)) {
            return drawers.draw(content, page, edge, patience);
        }
        places.acquireUninterruptibly();
        try {
            var picture = picture(content, page, edge);
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

    @Override
    public void destroy() {
        drawers.close();
    }
}
