package io.kouan.ceb.signature;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.message.Bytes;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What verifying a message's signature came to. */
public sealed interface Verdict {

    /**
     * Digest and value fit, made with this certificate's key. Says nothing about whom the certificate belongs to.
     *
     * @param forgiven warnings that name each deviation which lenient verification had to forgive
     */
    record Valid(X509Certificate certificate, Suite suite, List<Finding> forgiven) implements Verdict {}

    /** There is no signature. Whether that is allowed is for the caller to say (R-014, decision 14). */
    record Absent() implements Verdict {}

    /**
     * Not valid; the findings say which of digest, signature, certificate or algorithm failed.
     *
     * @param expectedDigest what DigestValue says
     * @param foundDigest what the canonical bytes give, where the algorithm is known
     * @param certificate the certificate it was checked with, where there was one
     */
    record Invalid(
            List<Finding> findings,
            Bytes expectedDigest,
            Optional<Bytes> foundDigest,
            Optional<X509Certificate> certificate)
            implements Verdict {}
}
