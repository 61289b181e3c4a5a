package io.kouan.platform.identity;

import io.kouan.ceb.message.Bytes;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The card that a visitor has shown for the registration (有卡用户): its key has signed a challenge of this session. What is kept is the
 * certificate, which is public, and lives in the visitor's session until the end of the registration.
 *
 * @param serial 卡证书序列号, as the form shows it
 * @param certificate DER in Base64
 */
public record RegistrationCard(String serial, String certificate) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final String CARD = "kouan.registration.card";

    public static RegistrationCard of(String serial, Bytes certificate) {
        return new RegistrationCard(
                serial.toUpperCase(Locale.ROOT), Base64.getEncoder().encodeToString(certificate.array()));
    }

    /** The certificate itself. */
    public Bytes der() {
        return Bytes.of(Base64.getDecoder().decode(certificate));
    }

    /** The registration of this session goes on with that card. */
    public void keep(HttpSession session) {
        session.setAttribute(CARD, this);
    }

    static Optional<RegistrationCard> in(HttpSession session) {
        return session.getAttribute(CARD) instanceof RegistrationCard card ? Optional.of(card) : Optional.empty();
    }

    static void forget(HttpSession session) {
        session.removeAttribute(CARD);
    }
}
