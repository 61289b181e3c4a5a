package io.kouan.platform.audit;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where the request comes from that is being served; empty for what the program does by itself.
 *
 * @param session beginning of the digest of the session's id: tells sessions apart, opens none
 * @param request what binds the entries of one request together
 */
record Origin(String address, String session, String request) {

    private static final int ENOUGH = 16;

    static Origin now() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var request = attributes.getRequest();
            var session = request.getSession(false);
            return new Origin(
                    request.getRemoteAddr(),
                    session == null ? "" : AuditChain.hash("", session.getId()).substring(0, ENOUGH),
                    request.getRequestId());
        }
        return new Origin("", "", "");
    }
}
