package io.kouan.platform.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;

/**
 * Whether a message may travel unsealed on the connection it came by (加密, decision 3): over TLS always; in the clear only within
 * this machine, in the sandbox, and where the switch allows it.
 *
 * @param plainWithin whether what stays within this machine may be in the clear
 */
record Transport(boolean plainWithin) {

    boolean mayBeOpen(HttpServletRequest request) {
        return request.isSecure() || (plainWithin && isLoopback(request.getLocalAddr()));
    }

    /** By the address that was connected to, which no sender can make up; it is never a name that would have to be looked up. */
    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }
}
