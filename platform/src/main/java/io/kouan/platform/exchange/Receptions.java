package io.kouan.platform.exchange;

import io.kouan.ceb.message.Bytes;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Leads a message to where it belongs: live or trial, sealed or open. What a test channel takes in the clear is refused, wherever. */
record Receptions(Reception live, Reception trial, Transport transport) {

    private static final Set<String> SEALED =
            Set.of("application/pkcs7-mime", "application/x-pkcs7-mime", "application/cms");

    /** Whether a live message may not even be read. */
    boolean isBarred(Caller sender, HttpServletRequest request) {
        return !sender.channel().trial() && !isSealed(request) && !transport.mayBeOpen(request);
    }

    Outcome receive(Caller sender, Bytes body, HttpServletRequest request, Instant now) throws InterruptedException {
        var reception = sender.channel().trial() ? trial : live;
        if (isSealed(request)) {
            return reception.receiveSealed(sender, body, now);
        }
        return sender.channel().trial() && !request.isSecure()
                ? reception.receiveBare(sender, body, now)
                : reception.receive(sender, body, now);
    }

    /** {@code application/pkcs7-mime} or {@code application/cms}: the sender says that it is sealed. */
    private static boolean isSealed(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && SEALED.contains(type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT));
    }
}
