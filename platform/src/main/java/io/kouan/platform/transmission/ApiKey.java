package io.kouan.platform.transmission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret that opens a channel.
 *
 * <p>Only its SHA-256 is stored: a key holds 256 random bits, so nothing slower is needed to keep it from being guessed.
 */
public record ApiKey(String text) {

    private static final String PREFIX = "kouan_";

    /** A new key. */
    public static ApiKey random(SecureRandom random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return new ApiKey(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
