package io.kouan.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewsTest {

    private final Previews previews = new Previews();

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
        var seal = new FileSeal(new io.kouan.platform.port.Home(home));
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
