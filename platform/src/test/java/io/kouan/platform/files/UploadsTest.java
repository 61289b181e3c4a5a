package io.kouan.platform.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kouan.platform.TestPort;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Files from the door to the disk, with and without a scanner. */
class UploadsTest {

    private static final Set<String> ALLOWED = Set.of("png", "jpg", "pdf", "doc", "docx");
    private final Uploads uploads = TestPort.shared().bean(Uploads.class);

    @Test
    void withoutScannerAFileStaysUnscannedAndCanBeOpened() {
        var file = taken(uploads, picture(""));

        assertThat(file.scan()).isEqualTo(StoredFile.Scan.NOT_SCANNED);
        assertThat(uploads.content(file.id(), "somebody")).isPresent();
    }

    @Test
    void anEmptyFileAndATooLargeOneAreRefused() {
        assertThat(message(uploads, new byte[0], "a.png")).isEqualTo("ERR_FILE_SIZE");
        assertThat(message(uploads, new byte[50 * 1024 * 1024], "a.png")).isEqualTo("ERR_FILE_SIZE");
    }

    @Test
    void aTypeThatTheSlotDoesNotTakeIsRefused() {
        for (String name : List.of("a.svg", "a.html", "a.exe", "a.pdf.exe", "a", "a.png\u0000.exe", "a.xlsm")) {
            assertThat(message(uploads, picture(""), name)).as(name).isEqualTo("ERR_FILE_TYPE_SLOT");
        }
    }

    @Test
    void aDrawingWithAScriptIsNoPicture() {
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".getBytes(UTF_8);

        assertThat(message(uploads, svg, "a.png")).isEqualTo("ERR_FILE_MAGIC");
        assertThat(message(uploads, svg, "a.pdf")).isEqualTo("ERR_FILE_MAGIC");
    }

    @Test
    void aFileOfTwoKindsIsOnlyEverHandedOutAsBytes() {
        // a picture that is a page too: taken for the picture it is, and never served as anything that acts
        var file = taken(uploads, picture("<html><script>alert(1)</script></html>"));

        var answer = Downloads.of(file, uploads.content(file.id()).orElseThrow());
        assertThat(answer.getHeaders().getContentType()).hasToString("application/octet-stream");
        assertThat(answer.getHeaders().getContentDisposition().isAttachment()).isTrue();
        assertThat(answer.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeaders().getFirst("Content-Security-Policy")).contains("sandbox");
        var drawn = new Previews()
                .thumbnail(file, uploads.content(file.id()).orElseThrow())
                .orElseThrow();
        assertThat(new String(drawn, US_ASCII)).doesNotContain("script");
    }

    @Test
    void theNameThatIsKeptIsNoPath() {
        var file = taken(uploads, picture(""), "../../etc/营业执照.png");

        assertThat(file.name()).isEqualTo("营业执照.png");
    }

    @Test
    void theDatabaseHoldsNothingReadable() {
        var bytes = picture("secret-in-the-file");
        var file = taken(uploads, bytes);

        assertThat(uploads.content(file.id())).hasValue(bytes);
        assertThat(TestPort.shared()
                        .count(
                                "stored_file",
                                "id = ? and sealed and position('secret-in-the-file'::bytea in content) = 0 and position('\\x89504e47'::bytea in content) = 0",
                                file.id()))
                .isEqualTo(1);
    }

    @Test
    void aContentThatWasExchangedDoesNotOpen() {
        var one = taken(uploads, picture("one"));
        var other = taken(uploads, picture("other"));
        TestPort.shared()
                .db()
                .sql(
                        "update stored_file set content = (select content from stored_file where id = :one) where id = :other")
                .param("one", one.id())
                .param("other", other.id())
                .update();

        org.assertj.core.api.Assertions.assertThatIllegalStateException().isThrownBy(() -> uploads.content(other.id()));
    }

    @Test
    void aScannerKeepsVirusesOutAndHoldsBackWhatItHasNotSeen() {
        try (var clamd = Clamd.start()) {
            var away = java.nio.file.Path.of(clamd.address()).resolveSibling("later");
            try (var port = TestPort.start("--kouan.files.clamav=" + away, "--kouan.files.rescan=100ms")) {
                var door = port.bean(Uploads.class);
                var waiting = taken(door, picture(""));
                var infected = taken(door, picture(Clamd.PATTERN));
                assertThat(waiting.scan()).isEqualTo(StoredFile.Scan.NOT_SCANNED);
                assertThat(door.content(waiting.id(), "officer"))
                        .as("for others")
                        .isEmpty();
                assertThat(door.content(waiting.id(), "uploader"))
                        .as("for who brought it")
                        .isPresent();

                java.nio.file.Files.createSymbolicLink(away, java.nio.file.Path.of(clamd.address()));

                await().until(() -> state(door, waiting) == StoredFile.Scan.CLEAN);
                await().until(() -> state(door, infected) == StoredFile.Scan.INFECTED);
                assertThat(door.content(waiting.id(), "officer")).isPresent();
                assertThat(door.content(infected.id(), "uploader")).isEmpty();
                assertThat(port.count("stored_file", "id = ? and length(content) = 0", infected.id()))
                        .isEqualTo(1);
                assertThat(port.count("audit_entry", "kind = 'file' and result = 'ERR_FILE_VIRUS'"))
                        .isEqualTo(1);

                assertThat(taken(door, picture("")).scan()).isEqualTo(StoredFile.Scan.CLEAN);
                assertThat(message(door, picture(Clamd.PATTERN), "a.png")).isEqualTo("ERR_FILE_VIRUS");
                assertThat(port.count("stored_file", "uploaded_by <> 'system'")).isEqualTo(3);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StoredFile.Scan state(Uploads uploads, StoredFile file) {
        return uploads.find(List.of(file.id())).getFirst().scan();
    }

    private static StoredFile taken(Uploads uploads, byte[] bytes) {
        return taken(uploads, bytes, "a.png");
    }

    private static StoredFile taken(Uploads uploads, byte[] bytes, String name) {
        return ((Upload.Taken) take(uploads, bytes, name)).file();
    }

    private static String message(Uploads uploads, byte[] bytes, String name) {
        return ((Upload.Refused) take(uploads, bytes, name)).message();
    }

    private static Upload take(Uploads uploads, byte[] bytes, String name) {
        try {
            return uploads.take(new ByteArrayInputStream(bytes), name, ALLOWED, 20, "uploader");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture with something behind its end. */
    private static byte[] picture(String behind) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
            bytes.writeBytes(behind.getBytes(US_ASCII));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
