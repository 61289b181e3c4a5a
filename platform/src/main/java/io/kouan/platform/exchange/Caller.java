package io.kouan.platform.exchange;

import io.kouan.platform.transmission.Channel;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;

/**
 * Who hands a message in.
 *
 * @param source address from which the connection came
 */
record Caller(Channel channel, InetAddress source) {

    /** An address that nobody has stands for one that cannot be read, so that no list holds it. */
    private static final InetAddress NOWHERE = InetAddress.ofLiteral("::");

    static Caller of(Channel channel, HttpServletRequest request) {
        return new Caller(channel, source(request.getRemoteAddr()));
    }

    private static InetAddress source(String address) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException unreadable) {
            return NOWHERE;
        }
    }
}
