package io.kouan.platform.port;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts at rest (roles.md section 6): AES-256-GCM under a key that lies in the home folder and not in the database. Each content is
 * bound to what it belongs to, so that contents cannot be exchanged. Whoever has only the database, or a copy of it, reads nothing.
 * Several nodes share the key file; without it the contents are lost, so it belongs into the backup.
 */
@Component
public class SealedAtRest {

    private static final String KEY_FILE = "files.key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    public SealedAtRest(Home home) {
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

    /**
     * Encrypts.
     *
     * @param owner what the content belongs to; it opens for that alone
     */
    public byte[] seal(String owner, byte[] content) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, owner, nonce, content, 0);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Decrypts what was sealed for that owner on this installation; anything else fails. */
    public byte[] open(String owner, byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            throw new IllegalStateException("what belongs to " + owner + " was not sealed");
        }
        var nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 0, nonce, 0, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, owner, nonce, sealed, NONCE_BYTES);
    }

    /** A proof that this installation wrote a text. */
    public byte[] mac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private byte[] run(int mode, String owner, byte[] nonce, byte[] bytes, int from) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes, from, bytes.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "what belongs to " + owner + " does not open with the key of this installation", e);
        }
    }
}
