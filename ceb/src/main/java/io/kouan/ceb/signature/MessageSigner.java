package io.kouan.ceb.signature;

import io.kouan.ceb.certificate.EnterpriseCertificate;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.Reading;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;

/**
 * Signs CEB messages (加签): digest of the canonical message, SignedInfo, value, certificate, all in the place that the schema
 * gives them, without white space between the tags. Nothing else of the message changes, not one byte.
 *
 * <p>The canonical bytes come from {@link MessageReader}, the same code that verification uses.
 */
public final class MessageSigner {

    private static final String C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    private static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    private static final MessageReader READER = new MessageReader(Limits.STANDARD);

    private MessageSigner() {}

    /**
     * The message with its signature.
     *
     * @throws IllegalArgumentException where the bytes are no CEB message or carry a signature already
     */
    public static Bytes sign(Bytes unsigned, Signer signer) {
        if (!(READER.read(unsigned) instanceof Reading.Read read)
                || read.signature().isPresent()) {
            throw new IllegalArgumentException("only a readable message without signature can be signed");
        }
        int at = read.signaturePlace();
        var digest = Digests.of(signer.suite(), read.canonical());
        var open =
                "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">" + signedInfo(signer.suite(), digest);
        var draft = insert(unsigned, at, open + "<ds:SignatureValue></ds:SignatureValue></ds:Signature>");
        var value = signer.sign(canonicalSignedInfo(draft));
        return insert(
                unsigned, at, open + element("SignatureValue", base64(value)) + keyInfo(signer) + "</ds:Signature>");
    }

    /** SignedInfo takes the namespaces in scope with it, so it has to be read in its place. */
    private static Bytes canonicalSignedInfo(Bytes draft) {
        if (READER.read(draft) instanceof Reading.Read read
                && read.signature().isPresent()
                && read.signature().get().objections().isEmpty()) {
            return read.signature().get().signedInfo();
        }
        throw new IllegalArgumentException("the message has no place for a signature");
    }

    private static String signedInfo(Suite suite, Bytes digest) {
        return "<ds:SignedInfo>"
                + method("CanonicalizationMethod", C14N)
                + method("SignatureMethod", suite.signatureMethod())
                + "<ds:Reference URI=\"\"><ds:Transforms>"
                + method("Transform", ENVELOPED)
                + "</ds:Transforms>"
                + method("DigestMethod", suite.digestMethod())
                + element("DigestValue", base64(digest))
                + "</ds:Reference></ds:SignedInfo>";
    }

    private static String keyInfo(Signer signer) {
        var certificate = new EnterpriseCertificate(signer.certificate());
        try {
            return "<ds:KeyInfo>"
                    + element("KeyName", certificate.serial())
                    + "<ds:X509Data>"
                    + element(
                            "X509Certificate",
                            base64(Bytes.of(signer.certificate().getEncoded())))
                    + "</ds:X509Data></ds:KeyInfo>";
        } catch (CertificateEncodingException e) {
            throw new UnusableKey("the certificate cannot be written", e);
        }
    }

    private static String method(String name, String algorithm) {
        return "<ds:" + name + " Algorithm=\"" + algorithm + "\"></ds:" + name + ">";
    }

    private static String element(String name, String text) {
        return "<ds:" + name + ">" + text + "</ds:" + name + ">";
    }

    private static String base64(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static Bytes insert(Bytes message, int at, String text) {
        byte[] middle = text.getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[message.size() + middle.length];
        System.arraycopy(message.array(), 0, whole, 0, at);
        System.arraycopy(middle, 0, whole, at, middle.length);
        System.arraycopy(message.array(), at, whole, at + middle.length, message.size() - at);
        return Bytes.of(whole);
    }
}
