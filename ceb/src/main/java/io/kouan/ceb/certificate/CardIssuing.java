package io.kouan.ceb.certificate;

import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/** Puts the contents of a card's certificate together (signature.md, section 7); the authority signs it. */
final class CardIssuing {

    private static final String OID = "1.3.6.1.4.1.5315.100.5.";

    private CardIssuing() {}

    /** A certificate still to be signed. */
    static JcaX509v3CertificateBuilder draft(
            X509Certificate root,
            CardContents contents,
            PublicKey key,
            BigInteger serial,
            CardContents.Use use,
            Instant from,
            Instant to) {
        var builder = new JcaX509v3CertificateBuilder(
                X500Name.getInstance(root.getSubjectX500Principal().getEncoded()),
                serial,
                Date.from(from),
                Date.from(to),
                subject(contents),
                key);
        try {
            var utils = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage(use)));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.authorityKeyIdentifier, false, utils.createAuthorityKeyIdentifier(root));
            builder.addExtension(Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(key));
            if (use == CardContents.Use.RESPONDER) {
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
                // RFC 6960, 4.2.2.2.1: it lives for days, so nobody asks about the responder itself
                builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
                return builder;
            }
            builder.addExtension(
                    Extension.cRLDistributionPoints,
                    false,
                    listAt(contents.addresses().revocationList()));
            builder.addExtension(
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(new AccessDescription(
                            AccessDescription.id_ad_ocsp,
                            uri(contents.addresses().responder()))));
            text(builder, "1", contents.enterprise());
            text(builder, "8", contents.holderNumber());
            text(builder, "9", contents.cardNumber());
            text(builder, "11", contents.creditCode().substring(8, 17));
        } catch (CertIOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no SHA-1 for key identifiers", e);
        }
        return builder;
    }

    private static X500Name subject(CardContents contents) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, contents.enterprise())
                .addRDN(BCStyle.CN, contents.holder())
                .build();
    }

    private static int usage(CardContents.Use use) {
        int signing = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        return switch (use) {
            case CARD -> signing;
            case MACHINE -> signing | KeyUsage.keyEncipherment | KeyUsage.dataEncipherment;
            case RESPONDER -> KeyUsage.digitalSignature;
        };
    }

    private static void text(JcaX509v3CertificateBuilder builder, String last, String value) throws CertIOException {
        if (!value.isEmpty()) {
            builder.addExtension(new ASN1ObjectIdentifier(OID + last), false, new DERUTF8String(value));
        }
    }

    private static CRLDistPoint listAt(String address) {
        return new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(new GeneralNames(uri(address))), null, null)
        });
    }

    private static GeneralName uri(String address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address);
    }
}
