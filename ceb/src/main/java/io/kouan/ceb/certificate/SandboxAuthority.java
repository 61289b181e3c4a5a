package io.kouan.ceb.certificate;

import io.kouan.ceb.message.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certification authority (电子认证机构) for the sandbox, one root per generation. Its certificates look like those of E-port
 * cards and are worth nothing outside: the root says Sandbox in its name.
 */
public final class SandboxAuthority {

    private static final String OID = "1.3.6.1.4.1.5315.100.5.";

    private final KeyPair keys;
    private final X509Certificate root;
    private final SecureRandom random;

    private SandboxAuthority(KeyPair keys, X509Certificate root, SecureRandom random) {
        this.keys = keys;
        this.root = root;
        this.random = random;
    }

    /**
     * Whom a certificate is for.
     *
     * @param enterprise registered name
     * @param creditCode unified social credit code, eighteen characters
     * @param holder name on the card
     */
    public record Subject(String enterprise, String creditCode, String holder) {}

    /** A new root for SM2 or RSA, valid for twenty years. */
    public static SandboxAuthority create(boolean sm2, Instant now, SecureRandom random) {
        var keys = sm2 ? Sm2.generate(random) : rsa(random);
        var name = new X500Name(
                "CN=Kouan Sandbox Root " + (sm2 ? "SM2" : "RSA") + ",O=Kouan Sandbox - not an E-port CA,C=CN");
        var builder = builder(name, new BigInteger(63, random), now, years(now, 20), name, keys.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        } catch (CertIOException e) {
            throw new UncheckedIOException(e);
        }
        return new SandboxAuthority(keys, certificate(builder, keys.getPrivate()), random);
    }

    /** Fresh keys of the same kind as this authority's own. */
    public KeyPair newKeys() {
        return isSm2() ? Sm2.generate(random) : rsa(random);
    }

    public boolean isSm2() {
        return Sm2.isSm2(root.getPublicKey());
    }

    public X509Certificate root() {
        return root;
    }

    /**
     * Issues a certificate in the form of an E-port card.
     *
     * @param number running number; becomes 0300000000xxxxxx on SM2, 0169xxxx on RSA
     */
    public X509Certificate issue(Subject subject, PublicKey key, int number, Instant from, Instant to) {
        return issue(subject, key, number, from, to, KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
    }

    /** Issues a certificate to which contents can be sealed (加密证书); it is not good for signing. Numbers are shared with {@link #issue}. */
    public X509Certificate issueForSealing(Subject subject, PublicKey key, int number, Instant from, Instant to) {
        return issue(subject, key, number, from, to, KeyUsage.keyEncipherment | KeyUsage.dataEncipherment);
    }

    /** Issues the certificate of a card or a machine. Numbers are shared with {@link #issue}. */
    public X509Certificate issueCard(
            CardContents contents, PublicKey key, CardContents.Use use, int number, Instant from, Instant to) {
        return certificate(CardIssuing.draft(root, contents, key, serial(number), use, from, to), keys.getPrivate());
    }

    /** A responder (OCSP) with a fresh key, certified for a week. */
    public OcspResponder responder(int number, Instant now) {
        var own = newKeys();
        var name = "Kouan Sandbox OCSP " + (isSm2() ? "SM2" : "RSA");
        var contents = new CardContents(
                "Kouan Sandbox - not an E-port CA", "", name, "", "", new CardContents.Addresses("", ""));
        var certificate = issueCard(
                contents, own.getPublic(), CardContents.Use.RESPONDER, number, now.minusSeconds(60), days(now, 7));
        return new OcspResponder(root, own.getPrivate(), certificate);
    }

    private BigInteger serial(int number) {
        return new BigInteger(isSm2() ? "0300000000000000" : "01690000", 16).add(BigInteger.valueOf(number));
    }

    private X509Certificate issue(Subject subject, PublicKey key, int number, Instant from, Instant to, int usage) {
        var serial = serial(number);
        var name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, subject.enterprise())
                .addRDN(BCStyle.CN, subject.holder())
                .build();
        var builder =
                builder(X500Name.getInstance(root.getSubjectX500Principal().getEncoded()), serial, from, to, name, key);
        try {
            var utils = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            builder.addExtension(Extension.basicConstraints, false, new BasicConstraints(false));
            builder.addExtension(Extension.authorityKeyIdentifier, false, utils.createAuthorityKeyIdentifier(root));
            builder.addExtension(Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(key));
            builder.addExtension(Extension.cRLDistributionPoints, false, revocationPoint());
            builder.addExtension(oid("1"), false, new DERUTF8String(subject.enterprise()));
            builder.addExtension(oid("9"), false, new DERUTF8String("SBX%013d".formatted(number)));
            builder.addExtension(
                    oid("11"), false, new DERUTF8String(subject.creditCode().substring(8, 17)));
        } catch (CertIOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no SHA-1 for key identifiers", e);
        }
        return certificate(builder, keys.getPrivate());
    }

    /** The list of revoked certificates (CRL) as of now, DER. */
    public Bytes revocationList(Collection<BigInteger> revoked, Instant now) {
        var builder = new X509v2CRLBuilder(
                X500Name.getInstance(root.getSubjectX500Principal().getEncoded()), Date.from(now));
        builder.setNextUpdate(Date.from(now.plusSeconds(24 * 3600)));
        revoked.forEach(serial -> builder.addCRLEntry(serial, Date.from(now), CRLReason.cessationOfOperation));
        try {
            return Bytes.of(builder.build(signer(keys.getPrivate())).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list of revoked certificates (CRL) as of now, DER; its number grows with the time. */
    public Bytes revocationList(List<Revocation> revoked, Instant now, Instant next) {
        var builder = new X509v2CRLBuilder(
                X500Name.getInstance(root.getSubjectX500Principal().getEncoded()), Date.from(now));
        builder.setNextUpdate(Date.from(next));
        revoked.forEach(entry -> builder.addCRLEntry(
                entry.serial(), Date.from(entry.since()), entry.reason().code()));
        try {
            var utils = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.authorityKeyIdentifier, false, utils.createAuthorityKeyIdentifier(root));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.toEpochMilli())));
            return Bytes.of(builder.build(signer(keys.getPrivate())).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no SHA-1 for key identifiers", e);
        }
    }

    /** Root key and certificate as PKCS#12. */
    public Bytes store(char[] pin) {
        try {
            var store = KeyStore.getInstance("PKCS12", Sm2.provider());
            store.load(null, pin);
            store.setKeyEntry("root", keys.getPrivate(), pin, new X509Certificate[] {root});
            var out = new ByteArrayOutputStream();
            store.store(out, pin);
            return Bytes.of(out.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PKCS#12 is not available", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@link #store} wrote. */
    public static SandboxAuthority load(InputStream pkcs12, char[] pin, SecureRandom random) {
        try {
            var store = KeyStore.getInstance("PKCS12", Sm2.provider());
            store.load(pkcs12, pin);
            var root = (X509Certificate) store.getCertificate("root");
            var key = (PrivateKey) store.getKey("root", pin);
            return new SandboxAuthority(new KeyPair(root.getPublicKey(), key), root, random);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PKCS#12 is not available", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the list would be; the name can never resolve, so nobody asks a stranger about a sandbox certificate. */
    private CRLDistPoint revocationPoint() {
        var uri = "http://sandbox.kouan.invalid/" + (isSm2() ? "sm2" : "rsa") + ".crl";
        var names = new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri));
        return new CRLDistPoint(
                new DistributionPoint[] {new DistributionPoint(new DistributionPointName(names), null, null)});
    }

    private static ASN1ObjectIdentifier oid(String last) {
        return new ASN1ObjectIdentifier(OID + last);
    }

    private static Instant days(Instant from, int days) {
        return from.plusSeconds(days * 24L * 3600);
    }

    private static Instant years(Instant from, int years) {
        return from.plusSeconds(years * 365L * 24 * 3600);
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Name issuer, BigInteger serial, Instant from, Instant to, X500Name subject, PublicKey key) {
        return new JcaX509v3CertificateBuilder(issuer, serial, Date.from(from), Date.from(to), subject, key);
    }

    private static X509Certificate certificate(JcaX509v3CertificateBuilder builder, PrivateKey key) {
        try {
            return new JcaX509CertificateConverter()
                    .setProvider(Sm2.provider())
                    .getCertificate(builder.build(signer(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate just made cannot be read", e);
        }
    }

    static ContentSigner signer(PrivateKey key) {
        try {
            var algorithm = key.getAlgorithm().startsWith("EC") ? "SM3WITHSM2" : "SHA256withRSA";
            return new JcaContentSignerBuilder(algorithm)
                    .setProvider(Sm2.provider())
                    .build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("no signer for " + key.getAlgorithm(), e);
        }
    }

    private static KeyPair rsa(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }
}
