package io.kouan.platform.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

class ContentTest {

    @Test
    void takesAPictureAPdfAndADocument() throws IOException {
        assertThat(Content.problem(picture("png"), "png", "a.png")).isEmpty();
        assertThat(Content.problem(picture("jpg"), "jpg", "a.jpg")).isEmpty();
        assertThat(Content.problem(pdf(false), "pdf", "a.pdf")).isEmpty();
        assertThat(Content.problem(docx("word/document.xml"), "docx", "a.docx")).isEmpty();
        assertThat(Content.problem(office("Workbook"), "xls", "a.xls")).isEmpty();
    }

    @Test
    void goesByTheContentAndNotByTheName() throws IOException {
        assertThat(Content.problem(picture("png"), "pdf", "a.pdf")).contains("ERR_FILE_MAGIC");
        assertThat(Content.problem("<html><script>".getBytes(UTF_8), "pdf", "a.pdf"))
                .contains("ERR_FILE_MAGIC");
        assertThat(Content.problem("%PDF-1.7 and then nothing".getBytes(UTF_8), "pdf", "a.pdf"))
                .contains("ERR_FILE_MAGIC");
        assertThat(Content.problem("MZ\u0090".getBytes(UTF_8), "png", "a.png")).contains("ERR_FILE_MAGIC");
    }

    @Test
    void aPictureThatWouldFillTheMemoryIsNotDecoded() {
        // the head of a PNG of 60,000 by 60,000 points
        var head = HexFormat.of()
                .parseHex("89504e470d0a1a0a0000000d494844520000ea600000ea600802000000b4ef2e0d0000000049454e44ae426082");

        assertThat(Content.problem(head, "png", "a.png")).isPresent();
    }

    @Test
    void aPdfThatActsOrIsLockedIsRefused() throws IOException {
        assertThat(Content.problem(pdf(true), "pdf", "a.pdf")).contains("ERR_FILE_VIRUS");
        assertThat(Content.problem(lockedPdf(), "pdf", "a.pdf")).isPresent();
    }

    @Test
    void macrosAreRefused() throws IOException {
        assertThat(Content.problem(docx("word/vbaProject.bin"), "docx", "a.docx"))
                .contains("ERR_FILE_VIRUS");
        assertThat(Content.problem(office("Macros"), "doc", "a.doc")).contains("ERR_FILE_VIRUS");
        assertThat(Content.problem(office("_VBA_PROJECT_CUR"), "xls", "a.xls")).contains("ERR_FILE_VIRUS");
    }

    @Test
    void anArchiveThatUnpacksToFarTooMuchIsRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            var zeros = new byte[1024 * 1024];
            for (int i = 0; i < 210; i++) {
                zip.write(zeros);
            }
        }

        assertThat(Archive.problem(bytes.toByteArray())).contains("ERR_FILE_VIRUS");
    }

    @Test
    void aNameIsOnlyAName() {
        assertThat(FileName.clean("../../etc/pass\nwd.pdf")).isEqualTo("passwd.pdf");
        assertThat(FileName.clean("C:\\Users\\张\\委托书.PDF")).isEqualTo("委托书.PDF");
        assertThat(FileName.clean("a\u202efdp.exe")).isEqualTo("afdp.exe");
        assertThat(FileName.clean("...hidden.pdf")).isEqualTo("hidden.pdf");
        assertThat(FileName.clean("x".repeat(300) + ".pdf")).hasSize(120).endsWith(".pdf");
        assertThat(FileName.extension("委托书.PDF")).isEqualTo("pdf");
        assertThat(FileName.extension("none")).isEmpty();
    }

    private static byte[] picture(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] pdf(boolean acting) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            if (acting) {
                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] lockedPdf() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] docx(String entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(new byte[10]);
        }
        return bytes.toByteArray();
    }

    private static byte[] office(String folder) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var file = new POIFSFileSystem()) {
            file.createDirectory(folder).createDocument("x", new ByteArrayInputStream(new byte[10]));
            file.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }
}
