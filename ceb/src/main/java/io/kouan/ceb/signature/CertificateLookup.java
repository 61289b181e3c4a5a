package io.kouan.ceb.signature;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** Finds certificates that a message names but does not carry. */
@FunctionalInterface
public interface CertificateLookup {

    /** Knows none: only certificates inside the message are used. */
    CertificateLookup NONE = keyName -> Optional.empty();

    /** By KeyName: the serial number in lower-case hex. */
    Optional<X509Certificate> byKeyName(String keyName);
}
