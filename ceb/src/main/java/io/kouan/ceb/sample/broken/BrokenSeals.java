package io.kouan.ceb.sample.broken;

import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.envelope.EnvelopeCode;
import io.kouan.ceb.envelope.Sealing;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Sealed contents that the port cannot open (CEB-6101 and on). */
final class BrokenSeals {

    private static final int MORE_THAN_ANY_OVERHEAD = 128 * 1024;
    private static final byte SEQUENCE = 0x30;

    private final Material material;

    BrokenSeals(Material material) {
        this.material = material;
    }

    void into(Map<String, Supplier<Bytes>> all) {
        BrokenSamples.put(all, EnvelopeCode.SEALED_UNREADABLE, _ -> Bytes.of(new byte[] {SEQUENCE, 3, 2, 1, 7}));
        BrokenSamples.put(all, EnvelopeCode.SEALED_FOR_ANOTHER, _ -> forAnother());
        BrokenSamples.put(all, EnvelopeCode.SEALED_UNKNOWN_ALGORITHM, _ -> tripleDes());
        BrokenSamples.put(all, EnvelopeCode.SEALED_BROKEN, _ -> wrongKey());
        BrokenSamples.put(all, EnvelopeCode.SEALED_TOO_LARGE, _ -> tooLarge());
    }

    private Bytes forAnother() {
        var authority = material.stranger();
        var subject = new SandboxAuthority.Subject("沙箱另一口岸有限公司", "91440400MAKN00012C", "口岸");
        var certificate = authority.issueForSealing(
                subject,
                authority.newKeys().getPublic(),
                0xFFFFFF,
                material.at(),
                material.at().plus(Duration.ofDays(365)));
        return Sealing.seal(content(EnvelopeCode.SEALED_FOR_ANOTHER), certificate);
    }

    /** Says that it was encrypted in a way that nobody uses any more. */
    private Bytes tripleDes() {
        var data = sealed(EnvelopeCode.SEALED_UNKNOWN_ALGORITHM);
        var content = data.getEncryptedContentInfo();
        var old = new AlgorithmIdentifier(
                PKCSObjectIdentifiers.des_EDE3_CBC,
                content.getContentEncryptionAlgorithm().getParameters());
        return encoded(
                data.getRecipientInfos(),
                new EncryptedContentInfo(content.getContentType(), old, content.getEncryptedContent()));
    }

    /** The key for the content was changed on the way. */
    private Bytes wrongKey() {
        var data = sealed(EnvelopeCode.SEALED_BROKEN);
        var recipient = KeyTransRecipientInfo.getInstance(
                RecipientInfo.getInstance(data.getRecipientInfos().getObjectAt(0))
                        .getInfo());
        var key = recipient.getEncryptedKey().getOctets().clone();
        key[key.length - 1] ^= 1;
        var changed = new KeyTransRecipientInfo(
                recipient.getRecipientIdentifier(), recipient.getKeyEncryptionAlgorithm(), new DEROctetString(key));
        return encoded(new DERSet(new RecipientInfo(changed)), data.getEncryptedContentInfo());
    }

    private static Bytes tooLarge() {
        var bytes = new byte[Limits.STANDARD.maxBytes() + MORE_THAN_ANY_OVERHEAD];
        bytes[0] = SEQUENCE;
        return Bytes.of(bytes);
    }

    private Bytes content(EnvelopeCode code) {
        return material.direct(code, "CEB311").signed();
    }

    private EnvelopedData sealed(EnvelopeCode code) {
        var sealed = Sealing.seal(content(code), material.keys().sealing());
        return EnvelopedData.getInstance(ContentInfo.getInstance(sealed.array()).getContent());
    }

    private static Bytes encoded(ASN1Set recipients, EncryptedContentInfo content) {
        try {
            var data = new EnvelopedData(null, recipients, content, (ASN1Set) null);
            return Bytes.of(new ContentInfo(org.bouncycastle.asn1.cms.CMSObjectIdentifiers.envelopedData, data)
                    .getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
