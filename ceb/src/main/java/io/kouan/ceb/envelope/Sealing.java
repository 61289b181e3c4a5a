package io.kouan.ceb.envelope;

import io.kouan.ceb.certificate.EnterpriseCertificate;
import io.kouan.ceb.certificate.Sm2;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/**
 * Seals contents for one receiver (数字信封): CMS EnvelopedData (RFC 5652, GM/T 0010) with SM2 and SM4-CBC, or RSA-OAEP and AES-256-CBC;
 * the receiver's certificate decides which (decision 3).
 *
 * <p>Security guarantees: only the holder of the private key can read the content; any input at all gives an {@link Unsealed}, never
 * an exception, and a wrong key and a changed ciphertext are told alike. Not guaranteed: who sealed it, nor that it was not
 * changed: EnvelopedData has no check of its own, the signature of the business message inside has to be verified. A door that
 * opens sealed contents should not tell a stranger how far it came with one.
 */
public final class Sealing {

    private static final int OVERHEAD = 65_536;
    private static final int KEY_ENCIPHERMENT = 2;

    /** GM/T 0010 numbers its content types anew; both are read, that of RFC 5652 is written. */
    private static final List<ASN1ObjectIdentifier> ENVELOPED =
            List.of(CMSObjectIdentifiers.envelopedData, new ASN1ObjectIdentifier("1.2.156.10197.6.1.4.2.3"));

    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealing() {}

    /** Whether these bytes could be a sealed content: DER starts as no XML ever does. */
    public static boolean isSealed(Bytes bytes) {
        return bytes.size() > 0 && bytes.array()[0] == 0x30;
    }

    /**
     * Seals a content so that only the holder of this certificate can open it.
     *
     * @throws IllegalArgumentException where the certificate is for signing only
     */
    public static Bytes seal(Bytes content, X509Certificate receiver) {
        boolean[] usage = receiver.getKeyUsage();
        if (usage != null && !usage[KEY_ENCIPHERMENT]) {
            throw new IllegalArgumentException("the receiver's certificate does not allow encryption");
        }
        var suite = Sm2.isSm2(receiver.getPublicKey()) ? SealSuite.SM2_SM4 : SealSuite.RSA_AES;
        var key = random(suite.keySize());
        var iv = random(SealSuite.BLOCK);
        try {
            var recipient = new KeyTransRecipientInfo(
                    new RecipientIdentifier(issuerAndSerial(receiver)),
                    suite.transport(),
                    new DEROctetString(suite.wrap(key, receiver.getPublicKey(), RANDOM)));
            var encrypted = new EncryptedContentInfo(
                    CMSObjectIdentifiers.data,
                    new AlgorithmIdentifier(suite.cipher(), new DEROctetString(iv)),
                    new DEROctetString(suite.encrypt(content.array(), key, iv)));
            var enveloped =
                    new EnvelopedData(null, new DERSet(new RecipientInfo(recipient)), encrypted, (ASN1Set) null);
            return Bytes.of(
                    new ContentInfo(CMSObjectIdentifiers.envelopedData, enveloped).getEncoded(ASN1Encoding.DER));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the content cannot be sealed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens what was sealed for this certificate, with its private key. */
    public static Unsealed open(Bytes sealed, X509Certificate own, PrivateKey key) {
        return open(sealed, own, key, Limits.STANDARD);
    }

    /** Opens what was sealed for this certificate; the content keeps these bounds. */
    public static Unsealed open(Bytes sealed, X509Certificate own, PrivateKey key, Limits limits) {
        if (sealed.size() > limits.maxBytes() + OVERHEAD) {
            return closed(
                    EnvelopeCode.SEALED_TOO_LARGE,
                    Map.of("size", String.valueOf(sealed.size()), "max", String.valueOf(limits.maxBytes())));
        }
        try {
            return open(parse(sealed), own, key);
        } catch (RuntimeException e) {
            return closed(EnvelopeCode.SEALED_UNREADABLE, Map.of()); // the parser throws what it likes on hostile bytes
        }
    }

    private static Unsealed open(EnvelopedData data, X509Certificate own, PrivateKey key) {
        var suite = Sm2.isSm2(own.getPublicKey()) ? SealSuite.SM2_SM4 : SealSuite.RSA_AES;
        var content = data.getEncryptedContentInfo();
        var cipher = content.getContentEncryptionAlgorithm();
        for (var element : data.getRecipientInfos()) {
            if (RecipientInfo.getInstance(element).getInfo() instanceof KeyTransRecipientInfo recipient
                    && isFor(own, recipient.getRecipientIdentifier())) {
                var transport = recipient.getKeyEncryptionAlgorithm();
                if (!suite.accepts(transport)) {
                    return unknown(transport);
                }
                if (!cipher.getAlgorithm().equals(suite.cipher())) {
                    return unknown(cipher);
                }
                var iv = ASN1OctetString.getInstance(cipher.getParameters()).getOctets();
                var encrypted = content.getEncryptedContent().getOctets();
                try {
                    var plainKey = suite.unwrap(recipient.getEncryptedKey().getOctets(), transport, key);
                    return new Unsealed.Content(Bytes.of(suite.decrypt(encrypted, plainKey, iv)));
                } catch (GeneralSecurityException | RuntimeException e) {
                    return closed(EnvelopeCode.SEALED_BROKEN, Map.of());
                }
            }
        }
        return closed(EnvelopeCode.SEALED_FOR_ANOTHER, Map.of("serial", new EnterpriseCertificate(own).serial()));
    }

    private static EnvelopedData parse(Bytes sealed) {
        var info = ContentInfo.getInstance(sealed.array());
        if (!ENVELOPED.contains(info.getContentType())) {
            throw new IllegalArgumentException(info.getContentType().getId());
        }
        return EnvelopedData.getInstance(info.getContent());
    }

    private static boolean isFor(X509Certificate own, RecipientIdentifier id) {
        if (id.isTagged()) {
            var extension = own.getExtensionValue(Extension.subjectKeyIdentifier.getId());
            return extension != null
                    && SubjectKeyIdentifier.getInstance(
                                    ASN1OctetString.getInstance(extension).getOctets())
                            .toASN1Primitive()
                            .equals(id.getId());
        }
        return id.getId().equals(issuerAndSerial(own));
    }

    private static IssuerAndSerialNumber issuerAndSerial(X509Certificate certificate) {
        try {
            return new IssuerAndSerialNumber(Certificate.getInstance(certificate.getEncoded()));
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static Unsealed unknown(AlgorithmIdentifier algorithm) {
        return closed(
                EnvelopeCode.SEALED_UNKNOWN_ALGORITHM,
                Map.of("algorithm", algorithm.getAlgorithm().getId()));
    }

    private static Unsealed closed(EnvelopeCode code, Map<String, String> values) {
        return new Unsealed.Closed(List.of(new Finding(code, Place.WHOLE, values)));
    }
}
