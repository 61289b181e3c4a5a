package io.kouan.platform.credentials;

import io.kouan.ceb.certificate.Certificates;
import io.kouan.ceb.certificate.EnterpriseCertificate;
import io.kouan.ceb.certificate.OcspResponder;
import io.kouan.ceb.certificate.Revocation;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.CertificateLookup;
import io.kouan.ceb.signature.Suite;
import io.kouan.platform.port.Remembered;
import java.math.BigInteger;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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

    private final ApplicationEventPublisher events;

    KnownCertificates(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
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
        changed();
    }

    /** From this time on the certificate no longer counts. */
    public void revoke(String serial, Instant at) {
        revoke(serial, at, Revocation.Reason.ENDED);
    }

    /** From this time on the certificate no longer counts. What was only on hold may end for good; nothing else changes again. */
    void revoke(String serial, Instant at, Revocation.Reason reason) {
        db.sql("""
                update certificate set revoked_at = coalesce(revoked_at, :at), revocation_reason = :reason
                 where serial = :serial and (revoked_at is null or revocation_reason = 'HOLD')
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason.name())
                .param("serial", serial)
                .update();
        changed();
    }

    /** A certificate that was on hold counts again; one that has ended stays so. */
    void release(String serial) {
        db.sql("update certificate set revoked_at = null where serial = :serial and revocation_reason = 'HOLD'")
                .param("serial", serial)
                .update();
        changed();
    }

    /** Those of one generation that do not count and have not run out. */
    List<Revocation> revoked(Suite suite, Instant now) {
        return db.sql("""
                select serial, revoked_at, revocation_reason from certificate
                 where suite = :suite and revoked_at is not null and not_after > :now order by revoked_at, id
                """)
                .param("suite", suite.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Revocation(
                        new BigInteger(row.getString("serial"), 16),
                        row.getTimestamp("revoked_at").toInstant(),
                        Revocation.Reason.valueOf(row.getString("revocation_reason"))))
                .list();
    }

    /** Whether a certificate with this number is on file, and why it does not count where it does not. */
    OcspResponder.Status status(Suite suite, BigInteger serial) {
        return db.sql("""
                select revoked_at, revocation_reason from certificate
                 where suite = :suite and ltrim(serial, '0') = :serial
                """)
                .param("suite", suite.name())
                .param("serial", serial.toString(16))
                .query((row, number) -> row.getTimestamp("revoked_at") == null
                        ? new OcspResponder.Status.Good()
                        : (OcspResponder.Status) new OcspResponder.Status.Revoked(new Revocation(
                                serial,
                                row.getTimestamp("revoked_at").toInstant(),
                                Revocation.Reason.valueOf(row.getString("revocation_reason")))))
                .optional()
                .orElse(new OcspResponder.Status.Unknown());
    }

    /** What changed counts at once, but not before it is stored for good. */
    private void changed() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    forgotten();
                }
            });
        } else {
            forgotten();
        }
    }

    private void forgotten() {
        file.forget();
        events.publishEvent(new Changed());
    }

    /** Which certificates count has changed. */
    record Changed() {}

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
