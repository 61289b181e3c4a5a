package io.kouan.ceb.signature;

import io.kouan.ceb.message.SignatureElement;
import java.util.Optional;

/**
 * What the algorithm names of a signature mean.
 *
 * @param signature suite of the value, where the name is known
 * @param digest suite of the digest, where the name is known
 * @param objection why the names cannot stand
 * @param forgiven which deviation lenient verification forgave
 */
record Algorithms(
        Optional<Suite> signature,
        Optional<Suite> digest,
        Optional<SignatureCode> objection,
        Optional<SignatureCode> forgiven) {

    /** Seen in released messages after 2022-07: SM2 under an unofficial name, with a SHA-1 digest. */
    private static final String SEEN_SM2 = "http://www.w3.org/2000/09/xmldsig#sm2-sm3";

    static Algorithms of(SignatureElement element, Strictness strictness) {
        var signature = bySignature(element.signatureMethod());
        var digest = byDigest(element.digestMethod());
        boolean seen = element.signatureMethod().equals(SEEN_SM2) && digest.equals(Optional.of(Suite.RSA_SHA1));
        if (seen && strictness == Strictness.LENIENT) {
            return new Algorithms(
                    Optional.of(Suite.SM2_SM3),
                    digest,
                    Optional.empty(),
                    Optional.of(SignatureCode.FORGAVE_ALGORITHM_NAMES));
        }
        if (signature.isEmpty() || digest.isEmpty()) {
            return new Algorithms(signature, digest, Optional.of(SignatureCode.UNKNOWN_ALGORITHM), Optional.empty());
        }
        var objection = signature.equals(digest)
                ? Optional.<SignatureCode>empty()
                : Optional.of(SignatureCode.ALGORITHMS_DO_NOT_PAIR);
        return new Algorithms(signature, digest, objection, Optional.empty());
    }

    private static Optional<Suite> bySignature(String uri) {
        for (Suite suite : Suite.values()) {
            if (suite.signatureMethod().equals(uri)) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }

    private static Optional<Suite> byDigest(String uri) {
        for (Suite suite : Suite.values()) {
            if (suite.digestMethod().equals(uri)) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }
}
