package io.kouan.platform.credentials;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.Suite;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What anybody may ask about the port's certificates: roots, revocation lists (CRL), single answers (OCSP). */
@Controller
@RequestMapping("/pki")
class PkiPages {

    private static final int LARGEST = 16 * 1024;
    private static final MediaType LIST = MediaType.parseMediaType("application/pkix-crl");
    private static final MediaType CERTIFICATE = MediaType.parseMediaType("application/pkix-cert");
    private static final MediaType ANSWER = MediaType.parseMediaType("application/ocsp-response");

    private final CardAuthorities authorities;
    private final RevocationLists lists;

    PkiPages(CardAuthorities authorities, RevocationLists lists) {
        this.authorities = authorities;
        this.lists = lists;
    }

    @GetMapping("/{name}.crl")
    ResponseEntity<byte[]> list(@PathVariable String name) {
        return ResponseEntity.ok()
                .contentType(LIST)
                .header("Cache-Control", "max-age=60")
                .body(lists.list(suite(name)).array());
    }

    @GetMapping("/{name}-root.cer")
    ResponseEntity<byte[]> root(@PathVariable String name) throws CertificateEncodingException {
        return ResponseEntity.ok()
                .contentType(CERTIFICATE)
                .body(authorities.of(suite(name)).root().getEncoded());
    }

    @PostMapping(path = "/ocsp", consumes = "application/ocsp-request")
    ResponseEntity<byte[]> ask(HttpServletRequest request) throws IOException {
        var question = request.getInputStream().readNBytes(LARGEST + 1);
        return answer(Bytes.of(question));
    }

    /** RFC 6960, appendix A.1: the question as Base64 behind the address, from where {@link OcspAddress} has taken it. */
    @GetMapping("/ocsp/**")
    ResponseEntity<byte[]> askInAddress(HttpServletRequest request) {
        var base64 = request.getAttribute(OcspAddress.QUESTION) instanceof String question ? question : "";
        try {
            return answer(Bytes.of(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException e) {
            return answer(Bytes.EMPTY);
        }
    }

    private ResponseEntity<byte[]> answer(Bytes question) {
        return ResponseEntity.ok()
                .contentType(ANSWER)
                .header("Cache-Control", "no-store")
                .body(lists.answer(question).array());
    }

    private static Suite suite(String name) {
        return switch (name) {
            case "sm2" -> Suite.SM2_SM3;
            case "rsa" -> Suite.RSA_SHA1;
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }
}
