package io.kouan.platform.exchange;

import io.kouan.ceb.signature.Suite;
import io.kouan.platform.credentials.PortKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What everybody may know about the port itself: the certificates that messages are sealed to (decision 3). */
@Tag(name = "port", description = "What everybody may know about the port")
@RestController
@RequestMapping("/api/v1/port")
class PortApi {

    private static final String PEM = "application/x-pem-file";
    private static final int LINE = 64;

    private final PortKeys keys;

    PortApi(PortKeys keys) {
        this.keys = keys;
    }

    @Operation(
            summary = "The certificate that messages are sealed to",
            description =
                    "SM2 for SM2 with SM4-CBC, RSA for RSA-OAEP with AES-256-CBC. A sealed message is CMS EnvelopedData"
                            + " (RFC 5652) handed in as application/pkcs7-mime.")
    @GetMapping(path = "/certificate", produces = PEM)
    String certificate(@RequestParam(defaultValue = "SM2") String suite) {
        return keys.find(suite(suite))
                .map(key -> pem(key.certificate()))
                .orElseThrow(() -> new RefusedRequest(Problem.of(404, ExchangeCode.PORT_HAS_NO_CERTIFICATE)));
    }

    private static Suite suite(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "SM2" -> Suite.SM2_SM3;
            case "RSA" -> Suite.RSA_SHA1;
            default ->
                throw new RefusedRequest(Problem.of(
                        400, ExchangeCode.BAD_PARAMETER, Map.of("parameter", "suite", "expected", "SM2, RSA")));
        };
    }

    private static String pem(X509Certificate certificate) {
        try {
            var text = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }
}
