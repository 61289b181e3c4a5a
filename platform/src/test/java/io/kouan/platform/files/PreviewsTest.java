package io.kouan.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.port.Home;
import io.kouan.platform.port.SealedAtRest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewsTest {

    private final Previews previews = new Previews(Duration.ofSeconds(60));

    @AfterEach
    void end() {
        previews.destroy();
    }

    @Test
    void aLargePictureHasASmallThumbnail() throws IOException {
        var thumbnail =
                read(previews.thumbnail(file("image/jpeg"), picture(4000, 1000)).orElseThrow());

        assertThat(thumbnail.getWidth()).isEqualTo(240);
        assertThat(thumbnail.getHeight()).isEqualTo(60);
    }

    @Test
    void theFirstPageOfAPdfIsItsThumbnailAndEachPageCanBeRead() throws IOException {
        var pdf = pdf(3, PDRectangle.A4);

        assertThat(previews.pages(file("application/pdf"), pdf)).isEqualTo(3);
        assertThat(read(previews.thumbnail(file("application/pdf"), pdf).orElseThrow())
                        .getHeight())
                .isBetween(238, 241);
        assertThat(read(previews.page(file("application/pdf"), pdf, 3).orElseThrow())
                        .getHeight())
                .isBetween(1398, 1401);
        assertThat(previews.page(file("application/pdf"), pdf, 4)).isEmpty();
        assertThat(previews.page(file("application/pdf"), pdf, 0)).isEmpty();
    }

    @Test
    void aPageAsLargeAsAFieldIsDrawnNoLargerThanAnyOther() throws IOException {
        var drawn = read(previews.page(file("application/pdf"), pdf(1, new PDRectangle(14400, 14400)), 1)
                .orElseThrow());

        assertThat(drawn.getWidth()).isLessThanOrEqualTo(1401);
    }

    @Test
    void whatCannotBeDrawnHasNoPreview() throws IOException {
        assertThat(previews.thumbnail(file("application/pdf"), new byte[100])).isEmpty();
        assertThat(previews.thumbnail(file("image/png"), new byte[100])).isEmpty();
        assertThat(previews.thumbnail(file("application/msword"), picture(8, 8)))
                .isEmpty();
        assertThat(previews.pages(file("application/pdf"), new byte[100])).isZero();
    }

    @Test
    void aPageThatNeverEndsIsGivenUpAndTheNextFileIsDrawn() throws IOException {
        var hasty = new Previews(Duration.ofSeconds(6));
        try {
            var began = System.nanoTime();
            assertThat(hasty.page(file("application/pdf"), endless(), 1)).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(12));

            assertThat(hasty.pages(file("application/pdf"), endless()))
                    .as("counting it takes no time")
                    .isEqualTo(1);
            assertThat(hasty.page(file("application/pdf"), pdf(1, PDRectangle.A4), 1))
                    .isPresent();
        } finally {
            hasty.destroy();
        }
    }

    @Test
    void aPageThatWouldFillTheMemoryHarmsNobody() throws IOException {
        assertThat(previews.page(file("application/pdf"), packed(), 1)).isEmpty();
        assertThat(previews.page(file("application/pdf"), pdf(1, PDRectangle.A4), 1))
                .isPresent();
    }

    @Test
    void aPdfThatWouldFillTheMemoryIsNotTaken() throws IOException {
        assertThat(previews.problem(packed(), "pdf", "a.pdf")).contains("ERR_FILE_VIRUS");
        assertThat(previews.problem(pdf(1, PDRectangle.A4), "pdf", "a.pdf")).isEmpty();
        assertThat(previews.problem("no pdf".getBytes(StandardCharsets.US_ASCII), "pdf", "a.pdf"))
                .contains("ERR_FILE_MAGIC");
    }

    /** A catalogue inside a stream of objects that unpacks to seven hundred megabytes. */
    private static byte[] packed() throws IOException {
        var objects = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(objects)) {
            deflated.write("1 0 2 40 ".getBytes(StandardCharsets.US_ASCII));
            deflated.write(padded("<< /Type /Catalog /Pages 2 0 R >>", 40));
            deflated.write("<< /Type /Pages /Kids [] /Count 0 >>".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 700; i++) {
                deflated.write(padded("", 1024 * 1024));
            }
        }
        var file = new ByteArrayOutputStream();
        write(file, "%PDF-1.5\n");
        int stream = file.size();
        write(
                file,
                "3 0 obj << /Type /ObjStm /N 2 /First 9 /Filter /FlateDecode /Length " + objects.size()
                        + " >> stream\n");
        file.writeBytes(objects.toByteArray());
        write(file, "\nendstream endobj\n");
        int table = file.size();
        write(file, "4 0 obj << /Type /XRef /Size 5 /W [1 4 1] /Root 1 0 R /Length 30 >> stream\n");
        entry(file, 0, 0, 0);
        entry(file, 2, 3, 0);
        entry(file, 2, 3, 1);
        entry(file, 1, stream, 0);
        entry(file, 1, table, 0);
        write(file, "\nendstream endobj\nstartxref\n" + table + "\n%%EOF\n");
        return file.toByteArray();
    }

    private static void entry(ByteArrayOutputStream file, int kind, int place, int index) {
        file.write(kind);
        file.writeBytes(java.nio.ByteBuffer.allocate(4).putInt(place).array());
        file.write(index);
    }

    private static void write(ByteArrayOutputStream file, String text) {
        file.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] padded(String text, int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) ' ');
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, text.length());
        return bytes;
    }

    /** Twelve forms, each of which shows the next ten times: a million million squares. */
    private static byte[] endless() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var form = square(document, "0 0 9 9 re f");
            for (int depth = 0; depth < 12; depth++) {
                var outer = square(document, "/F Do ".repeat(10));
                var resources = new PDResources();
                resources.put(COSName.getPDFName("F"), form);
                outer.setResources(resources);
                form = outer;
            }
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawForm(form);
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static PDFormXObject square(PDDocument document, String content) throws IOException {
        var form = new PDFormXObject(document);
        form.setBBox(new PDRectangle(100, 100));
        try (var out = form.getContentStream().createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return form;
    }

    @Test
    void aPdfWithAPictureThatWouldFillTheMemoryIsNotTaken() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var image = LosslessFactory.createFromImage(document, new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB));
            image.getCOSObject().setInt(COSName.WIDTH, 60_000);
            image.getCOSObject().setInt(COSName.HEIGHT, 60_000);
            var resources = new PDResources();
            resources.add(image);
            page.setResources(resources);
            document.save(bytes);
        }

        assertThat(Content.problem(bytes.toByteArray(), "pdf", "a.pdf")).contains("ERR_FILE_VIRUS");
    }

    @Test
    void aLinkEndsAfterFiveMinutesAndCountsForOnePersonAndOneFile(@TempDir java.nio.file.Path home) {
        var seal = new FileSeal(new SealedAtRest(new Home(home)));
        var now = Instant.parse("2026-11-25T02:00:00Z");
        var file = UUID.randomUUID();
        var token = at(seal, now).token(file, "zhang");

        assertThat(at(seal, now.plus(Duration.ofMinutes(5))).isGood(token, file, "zhang"))
                .isTrue();
        assertThat(at(seal, now.plus(Duration.ofSeconds(301))).isGood(token, file, "zhang"))
                .isFalse();
        assertThat(at(seal, now).isGood(token, file, "li")).isFalse();
        assertThat(at(seal, now).isGood(token, UUID.randomUUID(), "zhang")).isFalse();
        assertThat(at(seal, now).isGood("9" + token, file, "zhang")).isFalse();
        assertThat(at(seal, now).isGood("", file, "zhang")).isFalse();
    }

    private static FileLinks at(FileSeal seal, Instant now) {
        return new FileLinks(seal, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static StoredFile file(String type) {
        return new StoredFile(UUID.randomUUID(), "a", "x", type, 1, StoredFile.Scan.CLEAN, "uploader", Instant.EPOCH);
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static byte[] picture(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }

    private static byte[] pdf(int pages, PDRectangle size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage(size));
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }
}
