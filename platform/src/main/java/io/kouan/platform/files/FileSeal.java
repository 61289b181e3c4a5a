package io.kouan.platform.files;

import io.kouan.platform.port.Home;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts files at rest (roles.md section 6): AES-256-GCM under a key that lies in the home folder and not in the database, each file
 * bound to its id, so that contents cannot be exchanged. Whoever has only the database, or a copy of it, reads nothing. Several nodes
 * share the key file; without it the files are lost, so it belongs into the backup.
 */
@Component
class FileSeal {

    private static final String KEY_FILE = "files.key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    FileSeal(Home home) {
        var file = Home.privateFolder(home.folder()).resolve(KEY_FILE);
        var bytes = Home.read(file).orElseGet(() -> {
            var drawn = new byte[KEY_BYTES];
            random.nextBytes(drawn);
            Home.writePrivately(file, drawn);
            return drawn;
        });
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(file + " is no key of " + KEY_BYTES + " bytes");
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    byte[] seal(UUID id, byte[] content) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, id, nonce, content, 0);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    byte[] open(UUID id, byte[] sealed) {
        var nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 0, nonce, 0, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, id, nonce, sealed, NONCE_BYTES);
    }

    /** A proof that this installation wrote a text. */
    byte[] mac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(("file-link " + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private byte[] run(int mode, UUID id, byte[] nonce, byte[] bytes, int from) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(id.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(bytes, from, bytes.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the file " + id + " does not open with the key of this installation", e);
        }
    }
}
