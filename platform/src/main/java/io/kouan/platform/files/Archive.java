package io.kouan.platform.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipInputStream;

/** Office files that are archives: refused with macros in them, and where they would unpack to far more than they are. */
final class Archive {

    private static final long MOST_UNPACKED = 200L * 1024 * 1024;
    private static final int MOST_ENTRIES = 5_000;

    private Archive() {}

    static Optional<String> problem(byte[] bytes) throws IOException {
        long unpacked = 0;
        int entries = 0;
        boolean isDocument = false;
        var buffer = new byte[8192];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName().toLowerCase(Locale.ROOT);
                isDocument |= name.equals("[content_types].xml");
                if (++entries > MOST_ENTRIES || name.endsWith("vbaproject.bin") || name.contains("/embeddings/")) {
                    return Optional.of("ERR_FILE_VIRUS");
                }
                for (int read = zip.read(buffer); read > 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        return Optional.of("ERR_FILE_VIRUS");
                    }
                }
            }
        }
        return isDocument ? Optional.empty() : Optional.of("ERR_FILE_MAGIC");
    }
}
