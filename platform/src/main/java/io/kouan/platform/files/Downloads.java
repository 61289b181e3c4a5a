package io.kouan.platform.files;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files as answers: always saved and never shown in the page, whatever they hold. */
public final class Downloads {

    private Downloads() {}

    public static ResponseEntity<byte[]> of(StoredFile file, byte[] content) {
        return of(file.name(), content);
    }

    /** A picture that the server drew itself, shown in the page. */
    public static ResponseEntity<byte[]> drawn(byte[] png) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.IMAGE_PNG);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        headers.setCacheControl("private, no-store");
        return ResponseEntity.ok().headers(headers).body(png);
    }

    /** Bytes under a name. */
    public static ResponseEntity<byte[]> of(String name, byte[] content) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        headers.setCacheControl("private, no-store");
        return ResponseEntity.ok().headers(headers).body(content);
    }
}
