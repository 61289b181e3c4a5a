package io.kouan.platform.files;

import io.kouan.platform.port.SealedAtRest;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Encrypts files at rest (roles.md section 6), each bound to its id, so that contents cannot be exchanged. */
@Component
class FileSeal {

    private final SealedAtRest rest;

    FileSeal(SealedAtRest rest) {
        this.rest = rest;
    }

    byte[] seal(UUID id, byte[] content) {
        return rest.seal(id.toString(), content);
    }

    byte[] open(UUID id, byte[] sealed) {
        return rest.open(id.toString(), sealed);
    }

    /** A proof that this installation wrote a text. */
    byte[] mac(String text) {
        return rest.mac("file-link " + text);
    }
}
