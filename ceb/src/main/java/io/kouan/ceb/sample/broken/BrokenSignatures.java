package io.kouan.ceb.sample.broken;

import static io.kouan.ceb.sample.broken.Draft.fill;
import static io.kouan.ceb.sample.broken.Draft.remove;
import static io.kouan.ceb.sample.broken.Draft.swap;
import static io.kouan.ceb.sample.broken.Draft.whole;

import io.kouan.ceb.certificate.CertificateCode;
import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.Reading;
import io.kouan.ceb.message.SignatureShape;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.ceb.sample.SampleWorld;
import io.kouan.ceb.signature.MessageSigner;
import io.kouan.ceb.signature.SignatureCode;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.ceb.signature.Suite;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Orders of an enterprise with an SM2 card whose signature does not stand (CEB-1101 and on, CEB-5001 and on). Where SignedInfo is
 * at fault its value is made anew, so that nothing else is wrong.
 */
final class BrokenSignatures {

    private static final MessageReader READER = new MessageReader(Limits.STANDARD);
    private static final String SEEN_SM2 = "http://www.w3.org/2000/09/xmldsig#sm2-sm3";

    private final Material material;

    BrokenSignatures(Material material) {
        this.material = material;
    }

    void into(Map<String, Supplier<Bytes>> all) {
        shape(all);
        signedInfo(all);
        changed(all, SignatureCode.DIGEST_DIFFERS, swap("</ceb:orderNo>", "7</ceb:orderNo>"));
        changed(all, SignatureCode.VALUE_DOES_NOT_VERIFY, certificateOf(Role.PAYMENT));
        changed(all, SignatureCode.ALGORITHM_DOES_NOT_FIT_KEY, certificateOf(Role.LOGISTICS));
        changed(all, SignatureCode.CERTIFICATE_MISSING, remove("ds:X509Data"));
        changed(all, SignatureCode.CERTIFICATE_UNREADABLE, fill("ds:X509Certificate", "MAMBAf8="));
        changed(all, SignatureCode.FORGAVE_LINE_BREAK, swap("</ds:Signature>", "</ds:Signature>\n"));
        changed(all, SignatureCode.FORGAVE_SIGNED_INFO_SPACE, swap("<ds:Reference ", "\n<ds:Reference "));
        BrokenSamples.put(all, CertificateCode.ISSUER_UNKNOWN, this::stranger);
    }

    private void shape(Map<String, Supplier<Bytes>> all) {
        changed(all, SignatureShape.UNKNOWN_PART, swap("</ds:Signature>", "<ds:Object></ds:Object></ds:Signature>"));
        changed(all, SignatureShape.REPEATED_PART, text -> {
            var name = whole("ds:KeyName", text);
            return swap(name, name + name).apply(text);
        });
        changed(all, SignatureShape.MISSING_PART, remove("ds:SignatureValue"));
        changed(all, SignatureShape.NOT_BASE64, fill("ds:SignatureValue", "?"));
        changed(all, SignatureShape.SECOND_SIGNATURE, text -> {
            var signature = whole("ds:Signature", text);
            return swap(signature, signature + signature).apply(text);
        });
        changed(all, SignatureShape.MISPLACED_SIGNATURE, text -> {
            var signature = whole("ds:Signature", text);
            return swap("<ceb:BaseTransfer>", signature + "<ceb:BaseTransfer>")
                    .apply(swap(signature, "").apply(text));
        });
    }

    private void signedInfo(Map<String, Supplier<Bytes>> all) {
        resigned(all, SignatureCode.UNKNOWN_CANONICALIZATION, swap("c14n-20010315", "c14n-20010315#WithComments"));
        resigned(
                all,
                SignatureCode.UNKNOWN_ALGORITHM,
                swap(Suite.SM2_SM3.signatureMethod(), "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"));
        resigned(all, SignatureCode.ALGORITHMS_DO_NOT_PAIR, BrokenSignatures::digestedWithSha1);
        resigned(all, SignatureCode.REFERENCE_NOT_WHOLE_DOCUMENT, swap("URI=\"\"", "URI=\"#order\""));
        resigned(all, SignatureCode.WRONG_TRANSFORM, swap("xmldsig#enveloped-signature", "xmldsig#base64"));
        resigned(
                all,
                SignatureCode.FORGAVE_ALGORITHM_NAMES,
                text -> swap(Suite.SM2_SM3.signatureMethod(), SEEN_SM2).apply(digestedWithSha1(text)));
    }

    private void changed(Map<String, Supplier<Bytes>> all, FindingCode code, UnaryOperator<String> edit) {
        BrokenSamples.put(all, code, _ -> order(code).changed(edit));
    }

    private void resigned(Map<String, Supplier<Bytes>> all, FindingCode code, UnaryOperator<String> edit) {
        BrokenSamples.put(all, code, _ -> {
            var draft = order(code);
            var text = edit.apply(draft.signed().utf8());
            var signedInfo = read(text).signature().orElseThrow().signedInfo();
            var value = material.signer(draft.sender()).sign(signedInfo);
            return Bytes.utf8(fill("ds:SignatureValue", base64(value.array())).apply(text));
        });
    }

    private Draft order(FindingCode code) {
        return material.direct(code, "CEB311");
    }

    private static String digestedWithSha1(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-1")
                    .digest(read(text).canonical().array());
            return fill("ds:DigestValue", base64(digest))
                    .apply(swap(Suite.SM2_SM3.digestMethod(), Suite.RSA_SHA1.digestMethod())
                            .apply(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    private UnaryOperator<String> certificateOf(Role role) {
        return text -> {
            try {
                var other = material.signer(SampleWorld.first(role)).certificate();
                return fill("ds:X509Certificate", base64(other.getEncoded())).apply(text);
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that cannot be written", e);
            }
        };
    }

    /** Signed with a card that an unknown authority issued in the enterprise's name. */
    private Bytes stranger(FindingCode code) {
        var draft = order(code);
        var authority = material.stranger();
        var keys = authority.newKeys();
        var card = authority.issue(
                subject(draft.sender()),
                keys.getPublic(),
                1,
                material.at(),
                material.at().plus(Duration.ofDays(365)));
        return MessageSigner.sign(Bytes.utf8(draft.text()), new SoftwareKey(keys.getPrivate(), card));
    }

    private static SandboxAuthority.Subject subject(SampleEnterprise enterprise) {
        return new SandboxAuthority.Subject(enterprise.nameZh(), enterprise.creditCode(), "张三");
    }

    private static Reading.Read read(String text) {
        return (Reading.Read) READER.read(Bytes.utf8(text));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
