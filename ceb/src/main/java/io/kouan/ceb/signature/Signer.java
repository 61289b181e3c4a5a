package io.kouan.ceb.signature;

import io.kouan.ceb.message.Bytes;
import java.security.cert.X509Certificate;

/**
 * Something that holds a private key and signs with it: a software key, a U-key, an HSM, a remote agent.
 *
 * <p>Guarantees nothing about secrecy of what is signed. Implementations are safe for several threads.
 */
public interface Signer {

    /** The certificate that belongs to the key. */
    X509Certificate certificate();

    /** Follows from the key: RSA or SM2. */
    Suite suite();

    /**
     * Signs the canonical bytes of a SignedInfo.
     *
     * @return RSA: PKCS#1 v1.5 over SHA-1; SM2: r and s, 32 bytes each, big endian
     */
    Bytes sign(Bytes signedInfo);
}
