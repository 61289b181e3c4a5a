package io.kouan.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormRecord;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A scanner that takes its time keeps nobody from the database. */
class SlowScannerTest {

    /** More than the database has connections for. */
    private static final int UPLOADS = 10;

    @Test
    void uploadsThatWaitForTheScannerHoldNoConnection() throws Exception {
        try (var scanner = new SlowScanner();
                var port = start(scanner);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var company = TestEnterprise.of(port);
            var records = IntStream.range(0, UPLOADS)
                    .mapToObj(number -> company.begin("foreign_trade_operator", company.admin()))
                    .toList();
            int before = connections(port);
            scanner.think();
            var puts = records.stream()
                    .map(record -> people.submit(() -> put(port, company, record)))
                    .toList();
            await().atMost(20, TimeUnit.SECONDS).until(() -> scanner.asked() == UPLOADS);

            assertThat(connections(port)).isLessThanOrEqualTo(before);
            assertThat(port.count(
                            "stored_file", "uploaded_by = ?", company.admin().login()))
                    .as("nothing is kept before the scanner has seen it")
                    .isZero();

            scanner.answer();
            for (var put : puts) {
                assertThat(put.get(20, TimeUnit.SECONDS)).isEmpty();
            }
            assertThat(port.count(
                            "stored_file",
                            "uploaded_by = ? and scan = 'CLEAN'",
                            company.admin().login()))
                    .isEqualTo(UPLOADS);
        }
    }

    @Test
    void whatComesInsideATransactionIsInQuarantineUntilTheScannerHasSeenIt() {
        try (var scanner = new SlowScanner();
                var port = start(scanner)) {
            var uploads = port.bean(Uploads.class);
            int before = connections(port);
            scanner.think();
            var file = port.bean(TransactionTemplate.class).execute(status -> taken(uploads));
            await().atMost(20, TimeUnit.SECONDS).until(() -> scanner.asked() > 0);

            assertThat(connections(port)).isLessThanOrEqualTo(before);
            assertThat(uploads.content(file.id(), "officer")).isEmpty();
            assertThat(uploads.content(file.id(), "uploader")).isPresent();

            scanner.answer();
            await().atMost(20, TimeUnit.SECONDS)
                    .until(() -> uploads.content(file.id(), "officer").isPresent());
        }
    }

    private static TestPort start(SlowScanner scanner) {
        var port = TestPort.start(
                "--kouan.files.clamav=" + scanner.address(),
                "--kouan.files.clamav-patience=60s",
                "--kouan.files.rescan=100ms");
        await().atMost(20, TimeUnit.SECONDS).until(() -> port.count("stored_file", "scan = 'NOT_SCANNED'") == 0);
        return port;
    }

    /** How many are lent out, once the server's own short work is done. */
    private static int connections(TestPort port) {
        var pool = ((HikariDataSource) port.bean(DataSource.class)).getHikariPoolMXBean();
        return IntStream.range(0, 20)
                .map(look -> {
                    await().pollDelay(5, TimeUnit.MILLISECONDS).until(() -> true);
                    return pool.getActiveConnections();
                })
                .min()
                .orElseThrow();
    }

    private static List<?> put(TestPort port, TestEnterprise company, FormRecord record) throws IOException {
        return port.bean(FormAttachments.class)
                .put(record, "licence_scan", "a.png", new ByteArrayInputStream(picture()), company.admin());
    }

    private static StoredFile taken(Uploads uploads) {
        try {
            var taken = uploads.take(new ByteArrayInputStream(picture()), "a.png", Set.of("png"), 20, "uploader");
            return ((Upload.Taken) taken).file();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
