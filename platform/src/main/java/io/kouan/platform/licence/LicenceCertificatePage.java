package io.kouan.platform.licence;

import java.security.cert.CertificateEncodingException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** The certificate that licences and activations are signed with, for whoever sets a client up. */
@Controller
class LicenceCertificatePage {

    private final LicenceKey key;

    LicenceCertificatePage(LicenceKey key) {
        this.key = key;
    }

    @GetMapping("/pki/licence.cer")
    ResponseEntity<byte[]> certificate() throws CertificateEncodingException {
        var signer = key.find().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/pkix-cert"))
                .body(signer.certificate().getEncoded());
    }
}
