package io.kouan.ceb.certificate;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;

/**
 * What an E-port certificate says about its enterprise (signature.md, section 7). The holder's own name and number are
 * personal data and not offered here.
 */
public record EnterpriseCertificate(X509Certificate x509) {

    private static final String ENTERPRISE_NAME = "1.3.6.1.4.1.5315.100.5.1";
    private static final String ORGANISATION_CODE = "1.3.6.1.4.1.5315.100.5.11";

    /** Serial number in lower-case hex, as KeyName carries it: 8 digits on RSA cards, 16 on SM2 cards. */
    public String serial() {
        var hex = x509.getSerialNumber().toString(16).toLowerCase(Locale.ROOT);
        int length = isSm2() ? 16 : 8;
        return hex.length() >= length ? hex : "0".repeat(length - hex.length()) + hex;
    }

    /** Second generation: SM2 and SM3. */
    public boolean isSm2() {
        return Sm2.isSm2(x509.getPublicKey());
    }

    /** Name of the enterprise. */
    public Optional<String> enterpriseName() {
        return extension(ENTERPRISE_NAME);
    }

    /** Organisation code: characters 9 to 17 of the unified social credit code. */
    public Optional<String> organisationCode() {
        return extension(ORGANISATION_CODE);
    }

    /** Whether the certificate was issued to the enterprise with this unified social credit code. */
    public boolean belongsTo(String creditCode) {
        return creditCode.length() == 18
                && organisationCode()
                        .filter(creditCode.substring(8, 17)::equals)
                        .isPresent();
    }

    public Instant notBefore() {
        return x509.getNotBefore().toInstant();
    }

    public Instant notAfter() {
        return x509.getNotAfter().toInstant();
    }

    private Optional<String> extension(String oid) {
        byte[] value = x509.getExtensionValue(oid);
        if (value == null) {
            return Optional.empty();
        }
        try {
            var inner = ASN1Primitive.fromByteArray(
                    ASN1OctetString.getInstance(value).getOctets());
            return inner instanceof ASN1String text ? Optional.of(text.getString()) : Optional.empty();
        } catch (java.io.IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
