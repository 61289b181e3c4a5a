package io.kouan.ceb.certificate;

import io.kouan.ceb.message.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Function;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Says whether certificates of one authority count (在线证书状态, RFC 6960), with a key of its own that the authority has certified for
 * this and nothing else. Knows no certificates: it is told about each one that is asked for.
 */
public final class OcspResponder {

    private static final int LARGEST = 16 * 1024;
    private static final int MOST_QUESTIONS = 20;
    private static final Duration HOLDS_FOR = Duration.ofMinutes(5);

    private final X509CertificateHolder issuer;
    private final PrivateKey key;
    private final X509Certificate certificate;
    private final DigestCalculatorProvider digests;

    OcspResponder(X509Certificate issuer, PrivateKey key, X509Certificate certificate) {
        try {
            this.issuer = new JcaX509CertificateHolder(issuer);
            this.key = key;
            this.certificate = certificate;
            this.digests = new JcaDigestCalculatorProviderBuilder()
                    .setProvider(Sm2.provider())
                    .build();
        } catch (CertificateEncodingException | OperatorCreationException e) {
            throw new IllegalStateException("a certificate just made cannot be used", e);
        }
    }

    /** What is known of a certificate. */
    public sealed interface Status {

        /** It was issued and counts. */
        record Good() implements Status {}

        /** It was issued and does not count. */
        record Revoked(Revocation revocation) implements Status {}

        /** It was never issued here. */
        record Unknown() implements Status {}
    }

    /** The certificate with which answers are signed. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** Whether a request asks about certificates of this authority. */
    public boolean isAskedBy(Bytes request) {
        try {
            var questions = read(request).getRequestList();
            return questions.length > 0 && isOurs(questions[0].getCertID());
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** The answer to a request, also where it is none (DER of an OCSPResponse). */
    public Bytes answer(Bytes request, Function<BigInteger, Status> known, Instant now) {
        try {
            var asked = read(request);
            var questions = asked.getRequestList();
            if (questions.length == 0 || questions.length > MOST_QUESTIONS) {
                return failure(OCSPRespBuilder.MALFORMED_REQUEST);
            }
            var builder = new BasicOCSPRespBuilder(new RespID(
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())));
            for (var question : questions) {
                var id = question.getCertID();
                var status = isOurs(id) ? known.apply(id.getSerialNumber()) : new Status.Unknown();
                builder.addResponse(id, status(status), Date.from(now), Date.from(now.plus(HOLDS_FOR)), null);
            }
            var nonce = asked.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            if (nonce != null) {
                builder.setResponseExtensions(new Extensions(nonce));
            }
            var chain = new X509CertificateHolder[] {new JcaX509CertificateHolder(certificate)};
            var basic = builder.build(SandboxAuthority.signer(key), chain, Date.from(now));
            return Bytes.of(new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, basic)
                    .getEncoded());
        } catch (IOException | RuntimeException e) {
            return failure(OCSPRespBuilder.MALFORMED_REQUEST); // the parser throws what it likes on hostile bytes
        } catch (OCSPException | CertificateEncodingException e) {
            throw new IllegalStateException("an answer cannot be signed", e);
        }
    }

    private static OCSPReq read(Bytes request) throws IOException {
        if (request.size() > LARGEST) {
            throw new IOException("too large");
        }
        return new OCSPReq(request.array());
    }

    private boolean isOurs(CertificateID id) {
        try {
            return id.matchesIssuer(issuer, digests);
        } catch (OCSPException e) {
            return false;
        }
    }

    private static CertificateStatus status(Status status) {
        return switch (status) {
            case Status.Good _ -> CertificateStatus.GOOD;
            case Status.Revoked(var revocation) ->
                new RevokedStatus(
                        Date.from(revocation.since()), revocation.reason().code());
            case Status.Unknown _ -> new UnknownStatus();
        };
    }

    private static Bytes failure(int status) {
        try {
            return Bytes.of(new OCSPRespBuilder().build(status, null).getEncoded());
        } catch (OCSPException e) {
            throw new IllegalStateException("an answer without contents cannot be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
