package io.kouan.client.verify;

import io.kouan.ceb.certificate.Certificates;
import io.kouan.ceb.message.Bytes;
import io.kouan.client.terminal.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** A certificate in a file, DER or PEM. */
final class CertificateFile {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private CertificateFile() {}

    static X509Certificate read(Path file) {
        try {
            return Certificates.parse(der(Files.readAllBytes(file)))
                    .orElseThrow(() -> Failure.usage("verify.nocertificate", file));
        } catch (IOException unreadable) {
            throw Failure.usage("files.unreadable", file, unreadable.getClass().getSimpleName());
        } catch (IllegalArgumentException noBase64) {
            throw Failure.usage("verify.nocertificate", file);
        }
    }

    private static Bytes der(byte[] content) {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        return begin < 0 || end < begin
                ? Bytes.of(content)
                : Bytes.of(Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end)));
    }
}
