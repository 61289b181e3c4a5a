package io.kouan.platform.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.Tika;

/** Looks at what a file really is, and whether it carries something that acts. Pure. */
final class Content {

    /** How files of an ending begin (forms/shared/files.yaml, magic). */
    private static final Map<String, String> MAGIC = Map.of(
            "pdf", "25504446",
            "png", "89504E47",
            "jpg", "FFD8FF",
            "doc", "D0CF11E0",
            "xls", "D0CF11E0",
            "docx", "504B0304",
            "zip", "504B0304",
            "rar", "52617221");

    private static final Map<String, Set<String>> TYPES = Map.of(
            "pdf", Set.of("application/pdf"),
            "png", Set.of("image/png"),
            "jpg", Set.of("image/jpeg"),
            "doc", Set.of("application/msword", "application/x-tika-msoffice"),
            "xls", Set.of("application/vnd.ms-excel", "application/x-tika-msoffice"),
            "docx",
                    Set.of(
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            "application/x-tika-ooxml",
                            "application/zip"));

    private static final Set<COSName> ACTING = Set.of(
            COSName.getPDFName("JavaScript"),
            COSName.getPDFName("JS"),
            COSName.getPDFName("Launch"),
            COSName.getPDFName("EmbeddedFiles"),
            COSName.getPDFName("RichMedia"));

    private static final long MOST_PIXELS = 60_000_000;
    private static final int MOST_PAGES = 200;
    private static final Tika TIKA = new Tika();

    private Content() {}

    /** What a file is by content. */
    static String type(byte[] bytes, String name) {
        return TIKA.detect(bytes, name);
    }

    /** The message of what is wrong with it; empty where nothing is. */
    static Optional<String> problem(byte[] bytes, String extension, String name) {
        var magic = MAGIC.get(extension);
        if (magic != null && !begins(bytes, magic)) {
            return Optional.of("ERR_FILE_MAGIC");
        }
        var types = TYPES.get(extension);
        if (types != null && !types.contains(type(bytes, name))) {
            return Optional.of("ERR_FILE_MAGIC");
        }
        try {
            return switch (extension) {
                case "png", "jpg" -> image(bytes);
                case "pdf" -> pdf(bytes);
                case "doc", "xls" -> office(bytes);
                case "docx" -> Archive.problem(bytes);
                default -> Optional.empty();
            };
        } catch (IOException | RuntimeException unreadable) {
            return Optional.of("ERR_FILE_MAGIC");
        }
    }

    private static boolean begins(byte[] bytes, String magic) {
        var expected = HexFormat.of().parseHex(magic);
        return bytes.length >= expected.length
                && java.util.Arrays.equals(bytes, 0, expected.length, expected, 0, expected.length);
    }

    /** The size stands in the head: a picture that would not fit into memory is never decoded. */
    private static Optional<String> image(byte[] bytes) throws IOException {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.of("ERR_FILE_MAGIC");
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                return pixels > 0 && pixels <= MOST_PIXELS ? Optional.empty() : Optional.of("ERR_FILE_VIRUS");
            } finally {
                reader.dispose();
            }
        }
    }

    private static Optional<String> pdf(byte[] bytes) throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            if (document.isEncrypted() || document.getNumberOfPages() > MOST_PAGES) {
                return Optional.of("ERR_FILE_VIRUS");
            }
            var all = document.getDocument();
            boolean acts = all.getXrefTable().keySet().stream()
                    .map(all::getObjectFromPool)
                    .anyMatch(Content::acts);
            return acts ? Optional.of("ERR_FILE_VIRUS") : Optional.empty();
        }
    }

    /** A picture in a PDF that would not fit into memory: whoever shows the page would decode it. */
    private static boolean isTooLarge(COSDictionary dictionary) {
        return COSName.IMAGE.equals(dictionary.getCOSName(COSName.SUBTYPE))
                && (long) dictionary.getInt(COSName.WIDTH, 0) * dictionary.getInt(COSName.HEIGHT, 0) > MOST_PIXELS;
    }

    private static boolean acts(COSObject object) {
        return object.getObject() instanceof COSDictionary dictionary
                && (isTooLarge(dictionary)
                        || dictionary.keySet().stream().anyMatch(ACTING::contains)
                        || Optional.ofNullable(dictionary.getCOSName(COSName.S))
                                .filter(ACTING::contains)
                                .isPresent());
    }

    private static Optional<String> office(byte[] bytes) throws IOException {
        try (var file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return hasMacros(file.getRoot(), 0) ? Optional.of("ERR_FILE_VIRUS") : Optional.empty();
        }
    }

    private static boolean hasMacros(DirectoryEntry folder, int depth) throws IOException {
        for (Entry entry : folder) {
            var name = entry.getName().toUpperCase(java.util.Locale.ROOT);
            if (name.contains("VBA") || name.equals("MACROS")) {
                return true;
            }
            if (entry instanceof DirectoryEntry inner && depth < 8 && hasMacros(inner, depth + 1)) {
                return true;
            }
        }
        return false;
    }
}
