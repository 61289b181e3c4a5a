package io.kouan.ceb.signature;

import io.kouan.ceb.certificate.Certificates;
import io.kouan.ceb.certificate.Sm2;
import io.kouan.ceb.message.Bytes;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/**
 * A card in a file (软件卡): a PKCS#12 store whose key needs the PIN while everybody may read the certificate, as with a U-key.
 *
 * <p>The key is encrypted with AES-256 under PBKDF2. Whoever has the file can still try PINs as fast as their machine allows; a
 * real card counts the attempts.
 */
public final class SoftwareCard {

    private static final int LARGEST = 64 * 1024;
    private static final int ROUNDS = 200_000;
    private static final AlgorithmIdentifier PRF =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);

    private SoftwareCard() {}

    /** The card's file. {@link SoftwareKey#load} opens it with the PIN. */
    public static Bytes write(PrivateKey key, X509Certificate certificate, char[] pin) {
        try {
            var id = new JcaX509ExtensionUtils().createSubjectKeyIdentifier(certificate.getPublicKey());
            var name = new DERBMPString("kouan card");
            var encryptor = new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                    .setProvider(Sm2.provider())
                    .setPRF(PRF)
                    .setIterationCount(ROUNDS)
                    .build(pin);
            var certificateBag = new JcaPKCS12SafeBagBuilder(certificate)
                    .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, id)
                    .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, name);
            var keyBag = new JcaPKCS12SafeBagBuilder(key, encryptor)
                    .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, id)
                    .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, name);
            var mac = new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                    .setProvider(Sm2.provider())
                    .setIterationCount(ROUNDS);
            return Bytes.of(new PKCS12PfxPduBuilder()
                    .addData(certificateBag.build())
                    .addData(keyBag.build())
                    .build(mac, pin)
                    .getEncoded());
        } catch (GeneralSecurityException | IOException | OperatorCreationException | PKCSException e) {
            throw new UnusableKey("the card cannot be written", e);
        }
    }

    /** The certificate in the file, readable without the PIN; empty where the file is no such card. */
    public static Optional<X509Certificate> certificate(Bytes file) {
        if (file.size() > LARGEST) {
            return Optional.empty();
        }
        try {
            for (var info : new PKCS12PfxPdu(file.array()).getContentInfos()) {
                if (!info.getContentType().equals(PKCSObjectIdentifiers.data)) {
                    continue;
                }
                for (var bag : new PKCS12SafeBagFactory(info).getSafeBags()) {
                    if (bag.getBagValue() instanceof X509CertificateHolder holder) {
                        return Certificates.parse(Bytes.of(holder.getEncoded()));
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // the parser throws what it likes on files that are no cards
        }
        return Optional.empty();
    }
}
