package io.kouan.ceb.signature;

import io.kouan.ceb.certificate.Certificates;
import io.kouan.ceb.message.Bytes;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Certificates that were parsed lately: senders sign thousands of messages with the same one. */
final class CertificateCache {

    private static final int MOST = 2048;

    private final Map<Bytes, X509Certificate> parsed =
            Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Bytes, X509Certificate> eldest) {
                    return size() > MOST;
                }
            });

    Optional<X509Certificate> parse(Bytes der) {
        var known = parsed.get(der);
        if (known != null) {
            return Optional.of(known);
        }
        var fresh = Certificates.parse(der);
        fresh.ifPresent(certificate -> parsed.put(der, certificate));
        return fresh;
    }
}
