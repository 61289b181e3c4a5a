package io.kouan.platform.credentials;

import io.kouan.ceb.certificate.Certificates;
import io.kouan.ceb.certificate.EnterpriseCertificate;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.CertificateLookup;
import io.kouan.platform.port.Remembered;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The certificates on file. Remembered for seconds, so that verifying a message costs no query; a revocation counts
 * after that time at the latest.
 *
 * <p>A certificate counts because it is on file, not because of who issued it: the port has seen the card.
 */
@Repository
public class KnownCertificates implements CertificateLookup {

    private final JdbcClient db;
    private final Remembered<File> file = Remembered.updating(new File(Map.of(), Map.of()), this::load);

    KnownCertificates(JdbcClient db) {
        this.db = db;
    }

    private record File(Map<Bytes, KnownCertificate> byEncoding, Map<String, KnownCertificate> bySerial) {}

    /** The file's entry for exactly this certificate. */
    public Optional<KnownCertificate> find(X509Certificate certificate) {
        var encoding = encoding(certificate);
        return Optional.ofNullable(file.fresh().byEncoding().get(encoding))
                .or(() -> Optional.ofNullable(file.fresher().byEncoding().get(encoding)));
    }

    @Override
    public Optional<X509Certificate> byKeyName(String keyName) {
        return Optional.ofNullable(file.fresh().bySerial().get(keyName))
                .or(() -> Optional.ofNullable(file.fresher().bySerial().get(keyName)))
                .map(KnownCertificate::x509);
    }

    /** Puts a certificate on file for an enterprise; once is enough. */
    public void add(long enterpriseId, X509Certificate certificate) {
        var view = new EnterpriseCertificate(certificate);
        var encoding = encoding(certificate);
        db.sql("""
                insert into certificate (enterprise_id, serial, suite, fingerprint, der, not_before, not_after)
                values (:enterprise, :serial, :suite, :fingerprint, :der, :notBefore, :notAfter)
                    on conflict (fingerprint) do nothing
                """)
                .param("enterprise", enterpriseId)
                .param("serial", view.serial())
                .param("suite", view.isSm2() ? "SM2_SM3" : "RSA_SHA1")
                .param("fingerprint", sha256(encoding))
                .param("der", encoding.array())
                .param("notBefore", view.notBefore().atOffset(ZoneOffset.UTC))
                .param("notAfter", view.notAfter().atOffset(ZoneOffset.UTC))
                .update();
        file.forget();
    }

    /** From this time on the certificate no longer counts. */
    public void revoke(String serial, Instant at) {
        db.sql("update certificate set revoked_at = :at where serial = :serial and revoked_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("serial", serial)
                .update();
        file.forget();
    }

    private File load(File before) {
        var byEncoding = new HashMap<Bytes, KnownCertificate>();
        var bySerial = new HashMap<String, KnownCertificate>();
        db.sql("select serial, enterprise_id, der, revoked_at from certificate").query(row -> {
            known(row, before.byEncoding()).ifPresent(known -> {
                byEncoding.put(encoding(known.x509()), known);
                bySerial.put(known.serial(), known);
            });
        });
        return new File(Map.copyOf(byEncoding), Map.copyOf(bySerial));
    }

    /** Parsing is the dear part, so what has been parsed before is taken over. */
    private static Optional<KnownCertificate> known(ResultSet row, Map<Bytes, KnownCertificate> before)
            throws SQLException {
        var der = Bytes.of(row.getBytes("der"));
        var parsed = before.get(der);
        var x509 = parsed == null ? Certificates.parse(der) : Optional.of(parsed.x509());
        if (x509.isEmpty()) {
            return Optional.empty();
        }
        var revokedAt = Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant);
        return Optional.of(
                new KnownCertificate(row.getString("serial"), row.getLong("enterprise_id"), x509.get(), revokedAt));
    }

    private static Bytes encoding(X509Certificate certificate) {
        try {
            return Bytes.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without encoding", e);
        }
    }

    private static byte[] sha256(Bytes bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
